"""The page that checks a script in the browser, in a real one, in both languages."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path

import pytest

from spawnsafe import check, checker_page, pyodide
from spawnsafe.check import Finding
from tests.browser import Web
from tests.corpus_cases import cases

PAGES = {"zh": "checker/try/", "en": "en/checker/try/"}
WRONG = "from multiprocessing import Process\n\np = Process(target=lambda: 1)\n"
RIGHT = "from multiprocessing import Process\n\np = Process(target=print)\n"
PATIENCE = 180_000  # ms: a busy machine starts Python slowly
both = pytest.mark.parametrize("language", ["zh", "en"])


class Tool:
    """The page, opened: check() a text and see what it says."""

    def __init__(self, page, language: str) -> None:
        self.page, self.words = page, checker_page.WORDS[language]

    def check(self, text: str) -> None:
        set_value = "(field, text) => field.value = text"
        self.page.locator(".checker-source").evaluate(set_value, text)
        self.start()

    def start(self) -> None:
        self.page.locator(".checker-start").evaluate("button => button.click()")
        self.page.wait_for_function(
            "!document.querySelector('.checker-start').disabled", timeout=PATIENCE
        )

    @property
    def status(self) -> str:
        return self.page.locator(".checker-status").inner_text()

    @property
    def results(self) -> str:
        return self.page.locator(".checker-results").inner_text()


@pytest.fixture
def tool(web: Web, built: tuple[Path, str]) -> Callable[[str], Tool]:
    if not (built[0] / checker_page.PUBLISHED["pyodide"]).is_dir():
        pytest.skip("the site was built without Pyodide: python -m spawnsafe.pyodide")
    return lambda language: Tool(web.open(PAGES[language]), language)


@both
def test_check_in_the_browser(tool, web: Web, language: str) -> None:
    """Nothing is loaded before the click; then a wrong, a right, a broken script."""
    page, words = (one := tool(language)).page, checker_page.WORDS[language]
    page.wait_for_timeout(500)
    assert not asked(web, "/pyodide/") and not asked(web, "check.py")
    size = f"{sum(pyodide.sizes(Path('.cache')).values()) / 1e6:.1f} MB"
    assert size in page.locator(".checker-size").inner_text()

    one.check(WRONG)
    (finding,) = check.check(WRONG)
    assert one.status == words["findings"][0]
    for said in (finding.message(language), finding.remedy(language), "SS201"):
        assert said in one.results
    assert not page.locator(".checker-progress").is_visible()
    rule, explained = page.locator(".checker-results a").all()
    assert leads_to(page, rule) == PAGES[language].replace("try/", "rules/#ss201")
    root = PAGES[language].removesuffix("checker/try/")
    assert leads_to(page, explained) == f"{root}process/arguments/#pickle"
    page.locator(".checker-place").click()
    selected = "f => f.value.slice(f.selectionStart, f.selectionEnd)"
    assert page.locator(".checker-source").evaluate(selected) == "lambda: 1"
    assert len(asked(web, "pyodide.asm.wasm")) == len(asked(web, "check.py")) == 1
    loaded = len(web.requests)

    one.check(RIGHT)
    assert one.status == words["clean"] and words["clean means"] in one.results
    one.check("def f(:\n")
    assert words["line"].format(line=1) in one.results
    assert "invalid syntax" in one.results and words["remedy"] in one.results
    one.check(" \n")
    assert words["empty"] in one.results
    one.check("#" * (checker_page.LARGEST + 1))
    assert words["smaller"] in one.results and "0.5" in one.results
    assert len(web.requests) == loaded  # Python was loaded once


def asked(web: Web, part: str) -> list[str]:
    return [url for url in web.requests if part in url]


def test_a_script_that_nests_too_deeply(built: tuple[Path, str], serve, tool) -> None:
    """Pyodide reports it as an error on the console, and is of no use afterwards."""
    one = Tool(serve(built[0]).open(PAGES["en"]), "en")
    one.check("import multiprocessing\nx = " + "-" * 3000 + "1")
    assert one.words["deep"] in one.results
    one.check(RIGHT)
    assert one.status == one.words["clean"]


def leads_to(page, link) -> str:
    """Where a link goes, below the site; the page there has what it names."""
    url = link.evaluate("a => a.href")
    there = page.context.new_page()
    there.goto(url)
    fragment = url.partition("#")[2]
    assert there.locator(f"[id='{fragment}']").count() == 1, url
    there.close()
    return re.sub(r"^https?://[^/]+/[^/]+/", "", url)


def test_findings_are_those_of_the_command_line(tool) -> None:
    """On scripts of every rule, a wrong and a right one each."""
    one, page = (found := tool("en")), found.page
    chosen = {(case.rule, case.named_wrong): case for case in cases()}
    assert len(chosen) >= 36
    expected = {
        case.name: [row(finding) for finding in check.check(case.text)]
        for case in chosen.values()
    }
    assert sum(map(bool, expected.values())) >= 18
    one.check(RIGHT)  # loads Python
    seen = {}
    for case in chosen.values():
        one.check(case.text)
        entries = page.locator(".checker-results li").evaluate_all(
            """entries => entries.map(entry => {
                const [head, message, remedy] = entry.querySelectorAll("p");
                return [head.innerText, message.innerText, remedy.innerText];
            })"""
        )
        seen[case.name] = [list(entry) for entry in entries]
    assert seen == expected


def row(one: Finding) -> list[str]:
    words = checker_page.WORDS["en"]
    return [
        f"Line {one.line} {one.rule.id} {one.rule.name} {words[one.rule.level]}",
        one.message("en"),
        f"{words['remedy']}: {one.remedy('en')} {words['page']}",
    ]


def test_the_file_is_the_checker(tool, built: tuple[Path, str]) -> None:
    published = built[0] / checker_page.PUBLISHED["checker"]
    assert published.read_bytes() == Path(check.__file__).read_bytes()


def test_open_a_file_in_another_encoding(tool, tmp_path: Path) -> None:
    file = tmp_path / "latin.py"
    file.write_bytes(b"# coding: latin-1\n# \xe9\n" + WRONG.encode())
    one = tool("en")
    one.page.set_input_files(".checker-file", file)
    one.page.wait_for_function("document.querySelector('.checker-source').value != ''")
    one.start()
    assert "SS201" in one.results and "Line 5" in one.results
    file.write_bytes(b"# \xe9\n")
    one.page.set_input_files(".checker-file", file)
    one.page.wait_for_function(
        "!document.querySelector('.checker-source').value.includes('lambda')"
    )
    one.start()
    assert "not text in utf-8" in one.results


# --- what goes wrong while Python is loaded, planted in a small copy of the page ---


@pytest.fixture
def copy(built: tuple[Path, str], tmp_path: Path, serve) -> Callable[..., Tool]:
    """The page alone, with a Pyodide that the test writes, and other limits."""
    made = Path(built[0], PAGES["en"], "index.html")
    if not made.is_file() or "data-checker" not in made.read_text(encoding="utf-8"):
        pytest.skip("the site was built without Pyodide: python -m spawnsafe.pyodide")

    def open_page(files: dict[str, str], **told: object) -> Tool:
        site = tmp_path / "site"
        shutil.copytree(
            built[0] / "en" / "assets" / "js", site / "en" / "assets" / "js"
        )
        html = made.read_text(encoding="utf-8")
        data = json.loads(unescape(re.search(r'data-checker="([^"]*)"', html)[1]))
        data |= told
        form = re.search(r'<div class="checker-off">.*?</div></div></div>', html)[0]
        page = site / PAGES["en"] / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            "<!doctype html><meta charset=utf-8><link rel=icon href=data:,>"
            f'<div class="checker" data-checker="{escape(json.dumps(data))}">{form}'
            '<script type="module" src="../../assets/js/check.js"></script>',
            encoding="utf-8",
        )
        folder = site / checker_page.PUBLISHED["pyodide"]
        folder.mkdir(parents=True)
        (site / checker_page.PUBLISHED["checker"]).write_text("", encoding="utf-8")
        for name in pyodide.FILES:
            (folder / name).write_text(files.get(name, ""), encoding="utf-8")
        for name in files.get("missing", "").split():
            (folder / name).unlink()
        return Tool(serve(site).open(PAGES["en"]), "en")

    return open_page


FETCHES = """export async function loadPyodide({indexURL}) {
  await fetch(indexURL + "pyodide.asm.wasm");
  return {
    FS: {mkdirTree() {}, writeFile() {}},
    runPython: () => (source) => { if (source.includes("endless")) for (;;); \
return '{"findings": []}' },
  };
}"""


def test_a_small_pyodide_will_do(copy) -> None:
    one = copy({"pyodide.mjs": FETCHES})
    one.check("x = 1")
    assert one.status == one.words["clean"]


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs"])
def test_a_file_that_does_not_come(copy, name: str) -> None:
    one = copy({"pyodide.mjs": FETCHES, "missing": name})
    one.check("x = 1")
    assert "could not be loaded" in one.results and name in one.results
    assert "python -m spawnsafe FILE" in one.results


def test_nothing_comes(copy) -> None:
    waits = "export const loadPyodide = () => new Promise(() => {});"
    one = copy({"pyodide.mjs": waits}, stalled=1)
    one.check("x = 1")
    assert "Nothing has come for 1 s" in one.results


def test_a_check_without_end_is_stopped_and_the_page_lives(copy) -> None:
    one = copy({"pyodide.mjs": FETCHES}, seconds=1.5)
    one.page.evaluate("window.ticks = 0; setInterval(() => window.ticks++, 50)")
    one.check("endless")
    assert "more than 1.5 s" in one.results
    assert one.page.evaluate("window.ticks") > 8
    one.check("x = 1")  # a new worker
    assert one.status == one.words["clean"]


@both
def test_without_javascript_the_page_says_what_to_do(
    web: Web, built: tuple[Path, str], language: str
) -> None:
    page = web.open(PAGES[language], java_script_enabled=False)
    said = page.locator("article").inner_text()
    assert "python -m spawnsafe FILE" in said
    assert not page.locator(".checker-source").is_visible()


@both
def test_built_without_pyodide(language: str, tmp_path: Path) -> None:
    html = checker_page.tool(tmp_path, None, language, "", lambda path: path)
    assert checker_page.WORDS[language]["absent"] in html
    assert "python -m spawnsafe FILE" in html and "<script" not in html


def test_the_words_are_the_same_in_both_languages() -> None:
    zh, en = checker_page.WORDS["zh"], checker_page.WORDS["en"]
    assert zh.keys() == en.keys()
    for name, text in en.items():
        fields = re.compile(r"\{\w*\}")
        in_en, in_zh = (set(fields.findall(str(one))) for one in (text, zh[name]))
        assert in_en == in_zh, name
