"""The pages about the checker: their lines, the data of the rules, what is built."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from spawnsafe import check, checker_page, report, rules
from spawnsafe.errors import BadInput
from spawnsafe.markdown import PageError

from .html_checks import Site
from .pages import Pages

ROOT = Path(__file__).parent.parent
DATA = ROOT / "docs" / "rules.toml"
WRONG = "from multiprocessing import Process\n\np = Process(target=lambda: 1)\n"
both = pytest.mark.parametrize("language", ["zh", "en"])


# --- the data ---


def test_every_rule_is_described_in_both_languages() -> None:
    table = rules.load(DATA)
    assert [one.rule.id for one in table] == sorted(
        rule.id for rule in check.RULES.values()
    )
    for one in table:
        assert re.search(r"[\u4e00-\u9fff]", one.text["zh"]), one.ident
        assert not re.search(r"[\u3000-\u9fff]", one.text["en"]), one.ident
        assert one.text["zh"].endswith("。") and one.text["en"].endswith(".")


def test_most_rules_have_examples() -> None:
    table = rules.load(DATA)
    assert sum(one.wrong is not None for one in table) >= 15
    assert sum(one.right is not None for one in table) >= 15


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("[SS101]", "[SS999]", "SS999: the checker has no such rule"),
        ('zh = "导入时', 'zhh = "导入时', "SS102: unknown key 'zhh'"),
        ('en = "A call of', 'en = " " # "', "SS102: no 'en'"),
        ("_wrong.py", ".py", "'wrong' is no wrong snippet"),
        ("[SS701]\n", "[[SS701]]\n", "SS701: not a table"),
        ("[SS701]", "[SS701", "not valid TOML"),
    ],
)
def test_bad_data(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = DATA.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "rules.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput, match=re.escape(said)) as error:
        rules.load(file)
    assert "rules.toml" in str(error.value) and "remedy: " in str(error.value)


def test_a_rule_without_entry(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    text = DATA.read_text(encoding="utf-8")
    file.write_text(text.partition("[SS701]")[0], encoding="utf-8")
    with pytest.raises(BadInput, match="SS701: no entry"):
        rules.load(file)


# --- the lines of a page ---


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def data(pages: Pages, **examples: str) -> None:
    """Rules without examples, but for the ones given: SS201_wrong="a/b_wrong.py"."""
    text = re.sub(r'(?m)^(wrong|right) = ".*"\n', "", DATA.read_text(encoding="utf-8"))
    for name, path in examples.items():
        rule, _, key = name.partition("_")
        text = text.replace(f"[{rule}]\n", f'[{rule}]\n{key} = "{path}"\n')
    folder = pages.folder / "docs"
    folder.mkdir(exist_ok=True)
    (folder / "rules.toml").write_text(text, encoding="utf-8")


@both
def test_rules(pages: Pages, language: str) -> None:
    data(pages, SS201_wrong="a/pass_wrong.py", SS201_right="a/pass.py")
    pages.write("a/pass_wrong.py", WRONG, out="x\n")
    pages.write("a/pass.py", out="hello\n")
    soup = BeautifulSoup(pages.html("::: rules", language), "html.parser")
    text = soup.get_text()
    assert "::: rules" not in text
    for rule in check.RULES.values():
        assert f"{rule.id} {rule.name}" in text and rule.title[language] in text
        for case in rule.cases.values():
            for template in (case.message, case.remedy):
                plain = re.sub(r"\{(\w+)(!r)?\}", r"\1", template[language])
                assert plain in text, rule.id
    (wrong,) = soup.select(".rule-wrong")
    assert "lambda: 1" in wrong.get_text() and "pass_wrong.py:3:20:" in wrong.get_text()
    assert soup.select_one(".rule-right code")


def test_lines_are_counted_as_the_program_is_shown(pages: Pages) -> None:
    data(pages, SS201_wrong="a/pass_wrong.py")
    marked = f"# --8<-- [start:all]\n{WRONG}# --8<-- [end:all]\n"
    pages.write("a/pass_wrong.py", marked, out="x\n")
    soup = BeautifulSoup(pages.html("::: rules"), "html.parser")
    shown = soup.select_one(".rule-wrong").get_text()
    assert "--8<--" not in shown and "pass_wrong.py:3:20:" in shown


@pytest.mark.parametrize(
    "key, path, said",
    [
        ("SS201_wrong", "a/fine_wrong.py", "finds nothing in the wrong example"),
        (
            "SS201_right",
            "a/bad.py",
            "the right example a/bad.py has a finding of SS201",
        ),
        ("SS201_right", "a/none.py", "no snippet 'a/none.py'"),
    ],
)
def test_examples_that_are_none(pages: Pages, key: str, path: str, said: str) -> None:
    data(pages, **{key: path})
    pages.write("a/fine_wrong.py", out="hello\n")
    pages.write("a/bad.py", WRONG, out="x\n")
    with pytest.raises(PageError, match=said):
        pages.html("::: rules")


@both
@pytest.mark.parametrize("format", report.FORMATS)
def test_findings(pages: Pages, language: str, format: str) -> None:
    file = pages.write("a/pass_wrong.py", WRONG, out="x\n")
    line = "::: findings a/pass_wrong.py"
    html = pages.html(f"{line} format={format}", language)
    soup = BeautifulSoup(html, "html.parser")
    found = check.check(file.read_bytes())
    one = report.Checked(Path("pass_wrong.py"), found)
    shown = soup.select_one("pre").get_text().rstrip("\n")
    assert shown == report.render([one], format, language=language)
    command = soup.select_one("figcaption").get_text()
    assert command.startswith("$ python -m spawnsafe")
    assert command.endswith(" pass_wrong.py")
    assert ("--format" in command) == (format != "text")
    assert checker_page.WORDS[language]["exit"].format(1) in soup.get_text()


def test_no_findings(pages: Pages) -> None:
    pages.write("a/pass.py", out="hello\n")
    html = pages.html("::: findings a/pass.py")
    assert "1 file checked: no findings" in html and "Exit code 0" in html


@pytest.mark.parametrize(
    "line, said",
    [
        ("::: findings a/pass.py format=xml", "no format 'xml'"),
        ("::: findings a/pass.py colour=red", "no option 'colour'"),
        ("::: findings", "malformed line"),
        ("    ::: rules", "can't be indented"),
    ],
)
def test_wrong_lines(pages: Pages, line: str, said: str) -> None:
    pages.write("a/pass.py", out="hello\n")
    text = f"- x\n\n{line}" if line[0] == " " else line
    with pytest.raises(PageError, match=re.escape(said)):
        pages.html(text)


# --- the built site ---


def ids_on(html: str) -> set[str]:
    soup = BeautifulSoup(html, "html.parser")
    return {str(tag["id"]) for tag in soup.find_all(id=True)}


@both
def test_every_rule_has_its_section(built: tuple[Path, str], language: str) -> None:
    folder = built[0] / ("" if language == "zh" else "en")
    file = folder / "checker" / "rules" / "index.html"
    if not file.is_file():
        pytest.skip("the site can't be built")
    soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    ids = {tag["id"] for tag in soup.select("h2[id]")}
    assert {rule.id.lower() for rule in check.RULES.values()} <= ids
    site = Site(built[0], "https://someone.github.io/multiprocessing-by-example/")
    page = file.relative_to(built[0]).as_posix()
    ids_of = cache(lambda target: ids_on((built[0] / target).read_text("utf-8")))
    for link in soup.select("article dl.rule a, article summary a"):
        target, anchor = site.resolve(page, unescape(str(link["href"])))
        assert not anchor or anchor in ids_of(target), link["href"]
        assert "#" not in link.get_text(), "a link is called by its heading"
