"""The tables of runs: their rows, their cells, and what is told of a wrong row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from spawnsafe import matrix, snippet, verified
from spawnsafe.errors import BadInput
from spawnsafe.markdown import PageError
from spawnsafe.matrix import KINDS, Matrix, load, render
from spawnsafe.places import headings
from spawnsafe.strip import minor
from spawnsafe.verified import Outcome
from spawnsafe.words import VALUES
from tests.pages import Pages

ROOT = Path(__file__).parent.parent
DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
FILE = DOCS / "matrices.toml"

# Two rows of the one table, one of the other, in a small project.
ROWS = """\
["state.limit"]
snippet = "state/look.py"
label = "limit"
zh = "上限"
en = "the `limit`"
zh-do = "传递。"
en-do = "Pass it."
link = "state/module.md#globals"

["state.folder"]
snippet = "state/look.py"
label = "folder"
zh = "目录"
en = "folder"
zh-do = "传递。"
en-do = "Pass it."
link = "state/module.md#globals"

["sending.lambda"]
snippet = "sending/send.py"
label = "lambda"
zh = "lambda"
en = "lambda"
zh-why = "没有名字。"
en-why = "No name."
zh-do = "用 `def`。"
en-do = "Use `def`."
link = "state/module.md#globals"
"""
PAGE = "# T { #t }\n\n## G { #globals }\n"


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    made = Pages(tmp_path)
    made.write(
        "state/look.py",
        out="limit: as at import\nfolder: as in the parent\n",
        fork="limit: as in the parent\nfolder: as in the parent\n",
        forkserver__py314_="limit: reset\nfolder: as in the parent\n",
    )
    folder = made.snippets / "state"
    (folder / "look.forkserver.py314_.out").rename(
        folder / "look.forkserver.py314+.out"
    )
    made.write("sending/send.py", out="lambda: no, PicklingError / yes\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "matrices.toml").write_text(ROWS, encoding="utf-8")
    for language in ("zh", "en"):
        page = tmp_path / "docs" / language / "state" / "module.md"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE, encoding="utf-8")
    return made


def passed(
    pages: Pages, *wheres: tuple[str, str, str], result: str = "pass"
) -> list[Outcome]:
    """Runs of the present content: of each snippet, at each (system, version, method)."""
    return [
        Outcome(one.name, one.fingerprint, *where, "2026-11-22", result)
        for one in snippet.load_all(pages.snippets)
        for where in wheres
    ]


LINUX = [
    ("Linux", version, method)
    for version in ("3.13.0", "3.14.8", "3.15.0")
    for method in ("fork", "spawn", "forkserver")
]
WINE = [("Windows (Wine)", "3.14.2", "spawn")]


def table(pages: Pages, kind: str, outcomes: list[Outcome]) -> Matrix:
    return load(pages.folder / "docs" / "matrices.toml", kind, pages.snippets, outcomes)


def html(pages: Pages, kind: str, outcomes: list[Outcome], language: str = "en") -> str:
    shown = headings(pages.folder / "docs" / language)
    made = table(pages, kind, outcomes)
    text = render(made, language, shown, lambda url: "../" + url)
    return text.replace("<wbr>", "")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# --- cells ---


def test_a_cell_is_what_the_transcript_for_that_run_says(pages: Pages) -> None:
    made = table(pages, "state", passed(pages, *LINUX))
    limit = made.rows[0]
    cells = {context[1:]: made.cell(limit, context) for context in made.contexts}
    assert cells[(3, 13), "fork"] == ("as in the parent",)
    assert cells[(3, 13), "forkserver"] == ("as at import",)
    assert cells[(3, 14), "forkserver"] == ("reset",)
    assert cells[(3, 15), "spawn"] == ("as at import",)


def test_a_cell_without_a_passed_run_says_so(pages: Pages) -> None:
    pages.write("state/more.py", out="folder: lost\n")
    toml = pages.folder / "docs" / "matrices.toml"
    edit(toml, 'look.py"\nlabel = "folder"', 'more.py"\nlabel = "folder"')
    runs = passed(pages, *LINUX)
    good, bad, none, old, gone = [r for r in runs if r.snippet == "state/more.py"][:5]
    kept = [run for run in runs if run.snippet != "state/more.py"]
    kept += [good, replace(bad, result="failed: it printed nothing")]
    kept += [replace(none, result="not applicable: no fork there")]
    kept += [replace(old, fingerprint="0" * 16)]  # of other content than the present
    made = table(pages, "state", kept)

    def cell(run: Outcome) -> tuple[str, ...]:
        return made.cell(made.rows[1], (run.system, minor(run.version), run.method))

    assert cell(good) == ("lost",)
    assert cell(none) == (matrix.ELSEWHERE,)
    assert cell(bad) == cell(old) == cell(gone) == (matrix.NOT_RUN,)
    shown = html(pages, "state", kept, "zh")
    assert "尚无运行记录</td>" in shown and "无此情形</td>" in shown


def test_versions_that_agree_in_all_rows_share_a_column(pages: Pages) -> None:
    made = table(pages, "state", passed(pages, *LINUX, *WINE))
    assert [matrix._where(column, methods=True) for column in made.columns] == [
        "Linux 3.13–3.15, fork",
        "Linux 3.13–3.15, spawn",
        "Windows (Wine) 3.14, spawn",
        "Linux 3.13, forkserver",
        "Linux 3.14–3.15, forkserver",
    ]


def test_what_can_be_sent_has_no_columns_for_methods(pages: Pages) -> None:
    made = table(pages, "sending", passed(pages, *LINUX, *WINE))
    assert len(made.columns) == 1
    shown = html(pages, "sending", passed(pages, *LINUX, *WINE))
    assert (
        '<th scope="colgroup" colspan="2"><span>Python 3.13–3.15</span></th>' in shown
    )
    assert "no, PicklingError</td>" in shown


def test_versions_apart_are_not_said_to_be_a_range(pages: Pages) -> None:
    """Of equal columns only neighbours merge: 3.14 between them may differ."""
    folder = pages.snippets / "state"
    text = (folder / "look.forkserver.py314+.out").read_text("utf-8")
    (folder / "look.forkserver.py314+.out").rename(folder / "look.forkserver.py314.out")
    assert "reset" in text
    made = table(pages, "state", passed(pages, *LINUX))
    own = [column for column in made.columns if column[0][2] == "forkserver"]
    assert [len(column) for column in own] == [1, 1, 1]


def test_both_languages_have_the_same_cells(pages: Pages) -> None:
    runs = passed(pages, *LINUX)
    zh, en = (html(pages, "state", runs, language) for language in ("zh", "en"))
    assert "导入时的值" in zh and "as at import" not in zh
    assert zh.count("<td") == en.count("<td") and zh.count("<th") == en.count("<th")
    for value, chinese in VALUES.items():
        assert zh.count(f">{chinese}</td>") == en.count(f">{value}</td>")


def test_a_table_is_good_html_with_scopes_and_links(pages: Pages) -> None:
    verified.write_results(pages.results, passed(pages, *LINUX))
    soup = pages.page("# A\n\n::: matrix state\n\nafter\n")
    assert {th["scope"] for th in soup.find_all("th")} == {"col", "colgroup", "row"}
    link = soup.find("th", scope="row").a
    assert (link.text, link.code.text) == ("the limit", "limit")
    assert link["href"].endswith("state/module/#globals")
    assert soup.find(class_="matrix-scroll")["tabindex"] == "0"
    width = len(soup.find_all("tr")[2].find_all(["th", "td"]))
    assert width == 1 + 4 + 1  # the title, four columns, what to do
    assert "3.13.0, 3.14.8, 3.15.0" in soup.find(class_="matrix-note").text


def test_without_any_run_there_is_no_table(pages: Pages) -> None:
    soup = pages.page("::: matrix state\n")
    assert soup.find("table") is None
    assert soup.find(class_="matrix-none").text == "Not yet run"


# --- what is wrong with a row ---


# where, old text, new text, what must be said, the line, what must be advised
TOML, OUT = "docs/matrices.toml", "snippets/state/look.out"
DEFECTS = [
    (TOML, "state/look.py", "state/lok.py", "no snippet", 1, "mean state/look.py"),
    (TOML, '"limit"', '"limits"', "no lines 'limits: ...'", 1, "mean limit?"),
    (OUT, "limit: ", "folder: x\nlimit: ", "2 lines 'folder: ", 10, "folder?"),
    (OUT, "limit: as at import", "limits: reset", "no lines 'limit: ", 1, "limits"),
    (OUT, "as at import", "as it was", "value 'as it was' has no trans", 1, "VALUES"),
    (OUT, "as at import", "reset / reset", "2 values, not 1", 1, "VALUES"),
    (TOML, 'zh = "上限"\n', "", "no zh", 1, 'add zh = "..."'),
    (TOML, 'zh-do = "传递。"\n', "", "no zh-do", 1, "add zh-do"),
    (TOML, 'en-why = "No name."\n', "", "no en-why", 19, "add en-why"),
    (TOML, 'en-do = "Pass it."\n', 'en-do = " "\n', "no en-do", 1, "add en-do"),
    (TOML, 'label = "folder"', 'label = "limit"', "the same line", 10, "line 1"),
    (TOML, 'en = "folder"', 'en = "the `limit`"', "the same title", 10, "line 1"),
    (TOML, "state.folder", "state.limit", "not valid TOML", 10, "correct the line"),
    (TOML, "state.limit", "process.limit", "belongs to no table", 1, '["state.name"]'),
    (TOML, "zh-do", "zh-why = 'x'\nzh-do", "unknown key 'zh-why'", 1, "mean"),
    (TOML, "#globals", "#global", "no section en/state/module.md#glo", 1, "#globals"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "old", "new", "said", "line", "advice"), DEFECTS)
def test_a_planted_defect_is_told(
    pages: Pages, where: str, old: str, new: str, said: str, line: int, advice: str
) -> None:
    file = pages.folder / where
    edit(file, old, new)
    with pytest.raises(BadInput) as caught:
        html(pages, "state", passed(pages, *LINUX))
    error = caught.value
    assert said in error.problem
    # what a line says is wrong there; that there is no such line, with the row
    at = OUT if where == OUT and "lines" not in said else TOML
    assert (Path(error.file), error.line) == (pages.folder / at, line)
    assert advice in error.remedy


def test_a_snippet_without_transcript_is_told(pages: Pages) -> None:
    (pages.snippets / "sending" / "send.out").unlink()
    with pytest.raises(BadInput, match="sending/send.py has no transcript"):
        table(pages, "state", [])


def test_an_unverified_cell_is_told(pages: Pages) -> None:
    runs = passed(pages, *LINUX)
    assert list(table(pages, "state", runs).unverified()) == []
    runs.remove(next(run for run in runs if run.snippet == "state/look.py"))
    error, other = table(pages, "state", runs).unverified()
    assert "state/look.py has not passed on Linux 3.13 fork" in error.problem
    assert (error.line, other.line) == (1, 10)
    assert error.file == pages.folder / "docs" / "matrices.toml"
    assert "-k look --interpreters=FILE" in error.remedy
    nowhere = next(table(pages, "state", []).unverified())
    assert "has not passed on any Python" in nowhere.problem


def test_an_unknown_table_is_told_with_its_place(pages: Pages) -> None:
    with pytest.raises(PageError) as caught:
        pages.page("# A\n\n::: matrix stat\n")
    assert caught.value.line == 3 and "mean state?" in caught.value.remedy


# --- the site's own tables ---


@pytest.fixture(scope="module")
def own() -> Callable[[str], Matrix]:
    record = SNIPPETS / "verified.json"
    committed = {
        (run.system, run.version, run.method) for run in verified.load_record(record)
    }
    outcomes = [
        run
        for run in verified.shown(record, ROOT / "results")
        # whoever tries one program on a Python of theirs need not run them all
        if (run.system, run.version, run.method) in committed
    ]
    made = {kind: load(FILE, kind, SNIPPETS, outcomes) for kind in KINDS}
    return made.__getitem__


@pytest.mark.parametrize(("kind", "least"), [("state", 20), ("sending", 29)])
def test_there_are_rows_enough(
    own: Callable[[str], Matrix], kind: str, least: int
) -> None:
    assert len(own(kind).rows) >= least


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_is_verified(own: Callable[[str], Matrix], kind: str) -> None:
    problems = list(own(kind).unverified())
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", matrix.LANGUAGES)
def test_every_row_leads_to_a_section(
    own: Callable[[str], Matrix], kind: str, language: str
) -> None:
    made = own(kind)
    shown = headings(DOCS / language)
    assert [row.ident for row in made.rows if row.link not in shown] == []


def test_every_value_is_printed_somewhere(own: Callable[[str], Matrix]) -> None:
    """A word that no snippet prints any more needs no translation."""
    values = {
        value
        for made in map(own, KINDS)
        for row in made.rows
        for out in row.snippet.variants.values()
        for value in matrix._values(made.tables, row, snippet.read_transcript(out))
    }
    assert values == set(VALUES)
