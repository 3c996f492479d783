"""The reference pages: their lines, what they become, and where their links lead."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from spawnsafe import api, api_page, glossary
from spawnsafe.api import Api
from spawnsafe.errors import BadInput
from spawnsafe.markdown import PageError
from spawnsafe.places import Place, headings, places
from tests.pages import Pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"

TABLE = """\
[modules]
"os" = "library/os.html"
"multiprocessing" = "library/multiprocessing.html"

["os.fork"]
zh = "复制，在子进程中返回 `0`。"
en = "Copies & returns `0` in the child."
since = "3.2"
changed = ["3.8", "3.12"]
platforms = ["linux", "macos"]

["os.execv"]
zh = "替换。"
en = "Replaces."
also = ["os.execl"]
docs = ""

["multiprocessing.Process"]
zh = "进程。"
en = "A process."

["multiprocessing.Process.start"]
zh = "启动。"
en = "Starts it."
"""
TERMS = """\
[zombie]
zh = "僵尸进程"
en = "zombie process"
zh-text = "已经结束的 `Process`。"
en-text = "Ended, not collected."
link = "process/join.md#join"

[child]
zh = "子进程"
en = "child"
zh-text = "被启动的。"
en-text = "What was started."
link = "reference/api.md#os.fork"
"""


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    made = Pages(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "api.toml").write_text(TABLE, encoding="utf-8")
    (tmp_path / "docs" / "glossary.toml").write_text(TERMS, encoding="utf-8")
    return made


def entry(page: BeautifulSoup, name: str) -> Tag:
    return page.find(id=name).find_parent(class_="api-entry")


def test_a_module_is_a_list_of_its_names(pages: Pages) -> None:
    page = pages.page("# A\n\n::: api os\n\nafter\n")
    assert [tag["id"] for tag in page.select("dl.api dt > code")] == [
        "os.fork",
        "os.execv",
        "os.execl",
    ]
    fork = entry(page, "os.fork")
    assert fork.find("dt").code.text == "fork"
    assert [tag.text for tag in fork.select(".api-tags > span")] == [
        "since 3.2",
        "changed in 3.8, 3.12",
        "Linux, macOS only",
    ]
    assert fork.find(class_="api-text").text == "Copies & returns 0 in the child."
    link = fork.find("a", string="official docs")
    assert link["href"] == "https://docs.python.org/3/library/os.html#os.fork"
    assert page.find_all("p")[-1].text == "after"


def test_chinese(pages: Pages) -> None:
    fork = entry(pages.page("::: api os", "zh"), "os.fork")
    link = fork.find("a", string="官方文档")
    assert link["href"] == "https://docs.python.org/zh-cn/3/library/os.html#os.fork"
    assert fork.find(class_="api-text").text == "复制，在子进程中返回 0。"
    assert [tag.text for tag in fork.select(".api-tags > span")] == [
        "3.2 起",
        "3.8、3.12 有变更",
        "仅 Linux、macOS",
    ]


def test_what_the_docs_do_not_have_has_no_link(pages: Pages) -> None:
    execv = entry(pages.page("::: api os"), "os.execv")
    assert "not in the official docs" in execv.text
    assert all(tag["href"].startswith("#") for tag in execv.find_all("a"))


def test_members_stand_below_their_class_and_not_in_the_index(pages: Pages) -> None:
    page = pages.page("::: api multiprocessing")
    assert "api-member" in entry(page, "multiprocessing.Process.start")["class"]
    assert [tag["href"] for tag in page.select(".api-index a")] == [
        "#multiprocessing.Process"
    ]


def test_examples_lead_to_the_sections_that_show_them(pages: Pages) -> None:
    script = "import multiprocessing\nmultiprocessing.Process().start()\n"
    for name in ("b", "start", "a", "c", "d_wrong"):
        pages.write(f"process/{name}.py", script, out="")
    shown = {
        f"process/{name}.py": Place("process/join.md", f"s-{name}", name)
        for name in ("b", "start", "a", "c", "d_wrong", "gone")
    }
    table = api.load(pages.folder / "docs" / "api.toml")
    examples = api_page.examples(table, pages.snippets, shown)
    html = api_page.module(table, "multiprocessing", "en", examples, lambda url: url)
    start = entry(BeautifulSoup(html, "html.parser"), "multiprocessing.Process.start")
    links = [(a.text, a["href"]) for a in start.select("dd a") if ".py" in a.text]
    assert links[0] == ("start.py", "process/join/#s-start")  # it is about that
    assert [text for text, _ in links[1:]] == ["a.py", "b.py", "c.py", "d_wrong.py"]
    assert start.find("summary").text == "2 more"


def test_a_snippet_that_changes_is_read_again(pages: Pages) -> None:
    import os

    file = pages.write("a.py", "import os\nos.fork()\n", out="")
    shown = {"a.py": Place("a.md", "a", "A")}
    table = api.load(pages.folder / "docs" / "api.toml")
    assert set(api_page.examples(table, pages.snippets, shown)) == {"os.fork"}
    file.write_text("import os\nos.execl()\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert set(api_page.examples(table, pages.snippets, shown)) == {"os.execv"}


def test_the_glossary_is_sorted_and_shows_both_names(pages: Pages) -> None:
    page = pages.page("::: glossary")
    assert [tag["id"] for tag in page.select("dl.glossary dt")] == ["child", "zombie"]
    zombie = page.find(id="zombie")
    assert zombie.find(lang="zh").text == "僵尸进程"
    assert zombie.text.startswith("zombie process")
    page = pages.page("::: glossary", "zh")
    assert page.find(id="zombie").text.startswith("僵尸进程（zombie process）")
    term = page.find(id="zombie").find_parent(class_="term")
    assert term.find(class_="term-link").a["href"] == "process/join/#join"
    child = page.find(id="child").find_parent(class_="term")
    assert child.find(class_="term-link").text == "os.fork"


@pytest.mark.parametrize(
    ("line", "says", "remedy"),
    [
        ("::: api", "malformed line", "::: api MODULE"),
        ("::: api oss", "no module 'oss' in api.toml", "did you mean os"),
        ("::: api os since=3", "api has no option 'since'", "remove it"),
        ("::: glossary all", "glossary has no option 'all'", "remove it"),
        ("- a\n\n    ::: api os", "can't be indented", "begin the line"),
        ("::: glosary", "malformed line", "::: glossary"),
    ],
)
def test_bad_lines_stop_the_build(pages: Pages, line, says, remedy) -> None:
    with pytest.raises(PageError) as caught:
        pages.html(line)
    assert says in caught.value.problem and remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('en = "child"\n', "", 8, "no en"),
        ("[child]", "[Child]", 8, "not fit for an anchor"),
        ('en = "child"', 'en = "child"\nno = "x"', 8, "unknown key 'no'"),
        ('"reference/api.md#os.fork"', '"reference/api.md"', 8, "malformed link"),
        (
            'en = "child"',
            'en = "zombie process"',
            8,
            "two terms are called 'zombie pro",
        ),
        ('en = "child"', "en = child", 10, "not valid TOML"),
    ],
)
def test_bad_terms_name_line_and_remedy(pages: Pages, old, new, line, says) -> None:
    file = pages.folder / "docs" / "glossary.toml"
    file.write_text(TERMS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        glossary.load(file)
    assert str(caught.value).startswith(f"{file}:{line}: ") and says in str(
        caught.value
    )


# Places

PAGE = """\
# Title { #title }

```text
## No heading { #fenced }
::: snippet process/fenced.py
```

## Waiting for `join()` { #join }

::: snippet process/part.py section=x
- list

    ::: snippet process/join.py

## Later { #later }

::: snippet process/part.py
::: output process/join.py
"""


def test_places(tmp_path: Path) -> None:
    for name in ("a/first.md", "process/index.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    found = places(tmp_path)
    assert set(found) == {"process/part.py", "process/join.py"}
    # all of it rather than a part; the snippet's own chapter rather than another
    assert found["process/part.py"].section == "later"
    assert found["process/join.py"].url == "process/#join"
    assert headings(tmp_path)["a/first.md#join"] == "Waiting for `join()`"
    assert "a/first.md#fenced" not in headings(tmp_path)


@pytest.mark.parametrize(
    ("page", "section", "url"),
    [
        ("process/join.md", "who", "process/join/#who"),
        ("process/index.md", "who", "process/#who"),
        ("index.md", "who", "#who"),
        ("index.md", "", "./"),
        ("process/join.md", "", "process/join/"),
    ],
)
def test_addresses(page: str, section: str, url: str) -> None:
    assert Place(page, section, "").url == url


# The site's own


@pytest.fixture(scope="module")
def table() -> Api:
    return api.load(DOCS / "api.toml")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_module_is_placed_once(table: Api, language: str) -> None:
    page = (DOCS / language / "reference" / "api.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^::: api (\S+)$", page) == list(table.modules)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_terms_lead_to_sections_that_exist(table: Api, language: str) -> None:
    there = headings(DOCS / language) | api_page.anchors(table)
    gone = [
        f"docs/glossary.toml:{term.line}: {term.link} is not in docs/{language}/"
        for term in glossary.load(DOCS / "glossary.toml")
        if term.link not in there
    ]
    if gone:
        pytest.fail("\n".join(gone), pytrace=False)


def test_sentences_are_in_their_language_and_end() -> None:
    han = re.compile(r"[\u4e00-\u9fff]")
    texts = [(row.name, row.text) for row in api.load(DOCS / "api.toml").rows.values()]
    terms = glossary.load(DOCS / "glossary.toml")
    texts += [(term.ident, term.text) for term in terms]
    for name, text in texts:
        assert han.search(text["zh"]) and text["zh"].endswith("。"), name
        assert not han.search(text["en"]) and text["en"].endswith("."), name
        # half-width punctuation after Chinese, Latin stuck to Chinese
        plain = re.sub(r"`[^`]*`", "`x`", text["zh"])
        assert not re.search(r"[\u4e00-\u9fff][,;:!?()]", plain), name
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9`]|[A-Za-z0-9][\u4e00-\u9fff]",
                             re.sub(r"`x`(?=[\u4e00-\u9fff])|", "", plain)), name  # fmt: skip


def test_mkdocs_knows_the_anchors(tmp_path: Path, pages: Pages) -> None:
    """A page may link to a name: with --strict, a wrong anchor is an error."""
    docs = tmp_path / "docs" / "en"
    (docs / "reference").mkdir(parents=True)
    (docs / "reference" / "api.md").write_text("# A { #a }\n\n::: api os\n", "utf-8")
    config = (
        "site_name: x\ndocs_dir: docs/en\nnav: [index.md, reference/api.md]\n"
        "validation: {links: {anchors: warn}}\nplugins: []\n"
        "markdown_extensions: [attr_list, spawnsafe.markdown]\n"
    )
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    for anchor, code in (("os.execl", 0), ("os.exec", 1)):
        text = f"# H {{ #h }}\n\n[x](reference/api.md#{anchor})\n"
        (docs / "index.md").write_text(text, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == code, done.stderr
        assert code == 0 or "'#os.exec'" in done.stderr
