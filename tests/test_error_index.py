"""The error index: its data, what it quotes, the page that it becomes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from spawnsafe import error_index, error_page, verified
from spawnsafe.errors import BadInput
from spawnsafe.markdown import PageError
from spawnsafe.places import places
from spawnsafe.words import WORDS

from .error_pages import entries, rendered
from .pages import Pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
LEAST = 85  # entries that the index has at least

ENTRY = """\
# a comment

[no-work]
kind = "process"
wrong = "process/fail_wrong.py"
match = "^TypeError: "
also = "^when "
right = "process/join.py"
link = "process/join.md#join"
frames = ["_bootstrap"]
zh = "没有 `work`"
en = "No `work`"
zh-cause = "没有。"
en-cause = "There is none."
zh-fix = "写一个。"
en-fix = "Write one & see."
"""
SECOND = ENTRY.partition("\n\n")[2].replace("no-work", "again").replace("No ", "Still no ").replace("没有 ", "还没有 ").replace('match = "^TypeError: "\nalso = "^when "', 'match = "a hint: (.*)"')  # fmt: skip
OLD = """\
--- standard error ---
Traceback (most recent call last):
{... frames}
TypeError: no work for {child}: work() <here>
--- exit code 1 ---
--- recorded: Python 3.13.1, Linux, spawn; child=77 ---
"""
NEW = """\
a hint: work hard
--- standard error ---
TypeError: nothing at 0x{... memory address}
when working
--- exit code 1 ---
"""
SOURCE = "def work():\n    pass\n\n\nclass Child:\n    pass\n"


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    made = Pages(tmp_path)
    made.write("process/fail_wrong.py", SOURCE, **{"out": OLD, "py314+": NEW})
    made.write("process/join.py", out="fine\n")
    (tmp_path / "docs").mkdir()
    return made


def write(pages: Pages, text: str) -> Path:
    file = pages.folder / "docs" / "errors.toml"
    file.write_text(text, encoding="utf-8")
    return file


def entry(pages: Pages, text: str = ENTRY, language: str = "en", which: int = 0) -> Tag:
    write(pages, text)
    return pages.page("::: errors process\n", language).select(".error")[which]


def test_texts_are_quoted_from_the_transcripts(pages: Pages) -> None:
    shown = entry(pages)
    texts = [tag.text for tag in shown.select(".error-text")]
    assert texts == [
        "TypeError: no work for …: work() <here>\n",  # a PID
        "TypeError: nothing at 0x…\nwhen working\n",
    ]
    names = [name.text for name in shown.select(".error-text var")]
    assert names == ["work"]  # not the word, nor what begins so


def test_a_group_quotes_a_part_of_the_line(pages: Pages) -> None:
    shown = entry(pages, ENTRY + SECOND, which=1)
    assert [tag.text for tag in shown.select(".error-text")] == ["work hard\n"]


def test_where_it_was_seen_comes_from_the_runs(pages: Pages) -> None:
    shown = entry(pages).select(".error-where")
    assert [tag.text for tag in shown] == [
        "expected, not yet run: Linux 3.11–3.13; macOS 3.11–3.13; Windows 3.11–3.13",
        "expected, not yet run: Linux 3.14–3.15; macOS 3.14–3.15; Windows 3.14–3.15",
    ]
    mark = verified.present_fingerprints(pages.snippets)["process/fail_wrong.py"]
    runs = [
        ("Linux", "3.11.7", "spawn", "pass"),
        ("Linux", "3.11.7", "fork", "pass"),
        ("Linux", "3.13.0", "fork", "pass"),
        ("Linux", "3.13.0", "spawn", "failed: x"),
        ("Windows (Wine)", "3.14.2", "spawn", "pass"),
    ]
    pages.results.mkdir()
    verified.write_results(
        pages.results,
        [
            verified.Outcome("process/fail_wrong.py", mark, *run[:3], "2026-11-22", run[3])
            for run in runs
        ],
    )  # fmt: skip
    for language, wanted in {
        "en": ["Linux 3.11: fork, spawn; Linux 3.13: fork", "Windows (Wine) 3.14"],
        "zh": ["Linux 3.11：fork、spawn；Linux 3.13：fork", "Windows (Wine) 3.14"],
    }.items():
        page = pages.page("::: errors process", language)
        assert [tag.text for tag in page.select(".error-where")] == wanted


def test_a_method_of_its_own_is_not_told(pages: Pages) -> None:
    file = pages.snippets / "process" / "fail_wrong.py"
    block = "\n# /// script\n# [tool.spawnsafe]\n# sets-start-method = true\n# ///\n"
    file.write_text(SOURCE + block, encoding="utf-8")
    assert ":" not in entry(pages).select_one(".error-where").text.partition(": ")[2]


def test_an_entry_says_all_of_it(pages: Pages) -> None:
    shown = entry(pages)
    assert shown.h3["id"] == "no-work"
    assert shown.h3.find("a", class_="headerlink")["href"] == "#no-work"
    facts = dict(
        zip(
            [tag.text for tag in shown.select("dt")],
            [tag.text for tag in shown.select(".error-facts > dd")],
            strict=True,
        )
    )
    assert facts["Cause"] == "There is none." and facts["Fix"] == "Write one & see."
    assert list(facts) == ["Cause", "Fix", "Fails", "Works", "Explained"]
    assert shown["data-frames"] == "_bootstrap" and "_bootstrap" in shown.text
    assert shown.find("a", href="process/join/#join")


def test_chinese(pages: Pages) -> None:
    shown = entry(pages, language="zh")
    assert shown.h3.text.startswith("没有 work")
    assert [tag.text for tag in shown.select("dt")] == [
        "原因",
        "解决",
        "出错",
        "正确",
        "讲解",
    ]


def test_programs_that_no_page_shows_unfold_once(pages: Pages) -> None:
    write(pages, ENTRY + SECOND)
    page = pages.page("::: errors process\n")
    first, second = page.select(".error")
    assert len(page.select("figure.snippet")) == 2
    folded = first.select("details.error-program")
    assert [tag["id"] for tag in folded] == [
        "program-process-fail_wrong",
        "program-process-join",
    ]
    assert not any(tag.has_attr("open") for tag in folded)
    assert folded[0].select_one("figure pre.transcript")
    assert second.find("a", href="#program-process-fail_wrong")


def test_programs_of_a_page_are_links_to_it(pages: Pages) -> None:
    docs = pages.folder / "docs" / "en"
    for name, text in {
        "process/join.md": "# J { #join }\n\n::: snippet process/join.py\n",
        "errors/index.md": "# E { #e }\n\n::: errors process\n",
    }.items():
        (docs / name).parent.mkdir(parents=True)
        (docs / name).write_text(text, encoding="utf-8")
    index = error_index.load_index(write(pages, ENTRY))
    shown = places(docs)
    folded = error_page.folded(index, shown, "en")
    assert set(folded) == {"process/fail_wrong.py"}
    assert folded["process/fail_wrong.py"].url == "errors/#no-work"


def test_what_was_read_is_marked_as_read(pages: Pages) -> None:
    read = 'read = [{text="TypeError: ?", where="the docs", url="https://x.org/"}]\n'
    shown = entry(pages, ENTRY + read)
    assert shown.select(".error-text")[-1].text == "TypeError: ?\n"
    last = shown.select(".error-where")[-1]
    assert last.text == "read in the docs, not run here"
    assert last.a["href"] == "https://x.org/"


def test_the_search_is_hidden_until_its_script_runs(pages: Pages) -> None:
    page = pages.page("::: error-search\n")
    assert page.select_one(".error-search").has_attr("hidden")
    assert page.label["for"] == page.textarea["id"]
    assert page.select_one("[role=status]")["aria-live"] == "polite"
    assert page.script["src"] == "assets/js/errors.js"


# What stops the build

DEFECTS = [
    ('kind = "process"\n', "", 3, "no kind", 'add kind = "..."'),
    ('"process"\n', '"proces"\n', 3, "unknown kind 'proces'", "use one of start,"),
    ("also =", "allso =", 3, "unknown key 'allso'", "did you mean also"),
    ("[no-work]", "[No-work]", 3, "not fit for an anchor", "small letters"),
    ("fail_wrong.py", "fail.py", 3, "does not end in _wrong.py", "one that fails"),
    ("process/join.py", "process/fail_wrong.py", 3, "ends in _wrong.py", "doesn't fail"),
    ("join.md#join", "join.md", 3, "malformed link", "process/join.md#join"),
    ('"^TypeError: "', '"^(TypeError"', 3, "no regular expression", "correct it"),
    ('"^TypeError: "', '"(^T)(y)"', 3, "several groups", "(?:...)"),
    ('"^TypeError: "', '["^T"]', 3, "match is not one text", 'match = "..."'),
    ('en-fix = "Write one & see."', "en-fix = 3", 3, "en-fix is not text", "write"),
    ('en-fix = "Write one & see."', 'en-fix = " "', 3, "en-fix is not text", "write"),
    ('["_bootstrap"]', "[1]", 3, "frames is not text", "write frames"),
    ("frames =", "follows =", 3, "follows is not true or false", "follows = true"),
    ('["_bootstrap"]', '[]\nread = [{text="x"}]', 3, "read has other keys", "where="),
    (
        '["_bootstrap"]',
        '[]\nread = [{text="x", where="y", url="z"}]',
        3,
        "'z' is no address",
        "https://",
    ),
    ('kind = "process"', "kind = process", 4, "not valid TOML", "correct the line"),
    # found with the snippets at hand
    ("fail_wrong.py", "fall_wrong.py", 3, "no snippet process/fall_wrong.py", "fail_wr"),
    ("/join.py", "/jion.py", 3, "no snippet process/jion.py", "did you mean process/join"),
    ('"^TypeError: "', '"^ValueError"', 3, "no line of the transcripts", "correct match"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "says", "remedy"), DEFECTS)
def test_bad_entries_name_file_line_and_remedy(
    pages: Pages, old: str, new: str, line: int, says: str, remedy: str
) -> None:
    text = ENTRY.replace(old, new, 1).replace('also = "^when "\n', "")
    if "also" in old:
        text = ENTRY.replace(old, new, 1)
    assert text != ENTRY
    file = write(pages, text)
    with pytest.raises(BadInput) as caught:
        index = error_index.load_index(file)
        for one in index.entries:
            error_index.quotes(index, one, pages.snippets, [])
    assert caught.value.file == file and caught.value.line == line
    assert says in caught.value.problem and remedy in caught.value.remedy


def test_a_title_twice_is_an_error(pages: Pages) -> None:
    file = write(pages, ENTRY + SECOND.replace("Still no", "No"))
    with pytest.raises(BadInput, match="stands twice") as caught:
        error_index.load_index(file)
    assert caught.value.line == 17


def test_a_right_snippet_with_the_text_is_an_error(pages: Pages) -> None:
    pages.write("process/join.py", **{"fork": "when working\n", "out": ""})
    file = write(pages, ENTRY)
    index = error_index.load_index(file)
    with pytest.raises(BadInput, match="holds the text 'when working'") as caught:
        error_index.quotes(index, index.entries[0], pages.snippets, [])
    assert (caught.value.file, caught.value.line) == (file, 3)


def test_every_wrong_snippet_has_to_show_it(pages: Pages) -> None:
    pages.write("process/other_wrong.py", out="nothing of it\n")
    both = '["process/fail_wrong.py", "process/other_wrong.py"]'
    index = error_index.load_index(
        write(pages, ENTRY.replace('"process/fail_wrong.py"', both))
    )
    with pytest.raises(BadInput, match="transcripts of process/other_wrong.py"):
        error_index.quotes(index, index.entries[0], pages.snippets, [])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_link_without_its_section_is_an_error(pages: Pages, language: str) -> None:
    for own in ("zh", "en"):
        page = pages.folder / "docs" / own / "process" / "join.md"
        page.parent.mkdir(parents=True)
        page.write_text(
            f"# A {{ #{'jion' if own == language else 'join'} }}\n", "utf-8"
        )
    index = error_index.load_index(write(pages, ENTRY))
    with pytest.raises(BadInput, match=f"is not in docs/{language}") as caught:
        error_index.check_links(index, pages.folder / "docs")
    assert caught.value.line == 3 and "process/join.md#jion" in caught.value.remedy


@pytest.mark.parametrize(
    ("line", "says", "remedy"),
    [
        ("::: errors", "malformed line", "::: errors KIND"),
        ("::: errors proces", "no kind 'proces'", "did you mean process"),
        ("::: errors process x=1", "no option 'x'", "remove it"),
        ("- a\n\n    ::: errors process", "can't be indented", "begin the line"),
    ],
)
def test_bad_lines_stop_the_build(pages: Pages, line, says, remedy) -> None:
    write(pages, ENTRY)
    with pytest.raises(PageError) as caught:
        pages.html(line)
    assert says in caught.value.problem and remedy in caught.value.remedy


# The site's own


@pytest.fixture(scope="module")
def index() -> error_index.Index:
    return error_index.load_index(DOCS / "errors.toml")


def test_links_lead_to_sections(index: error_index.Index) -> None:
    error_index.check_links(index, DOCS)


def test_there_are_enough_entries(index: error_index.Index) -> None:
    assert len(index.entries) >= LEAST


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_section_is_placed_once(index: error_index.Index, language: str) -> None:
    page = (DOCS / language / error_index.PAGE).read_text(encoding="utf-8")
    placed = re.findall(r"(?m)^::: errors (\S+)$", page)
    assert len(placed) == len(set(placed))
    assert set(placed) == {entry.kind for entry in index.entries}
    assert re.findall(r"(?m)^::: error-search$", page)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_entries_stand_on_the_page_in_this_order(index, language: str) -> None:
    shown = [one["id"] for one in entries(language)]
    assert sorted(shown) == sorted(entry.ident for entry in index.entries)
    page = BeautifulSoup(rendered(language), "html.parser")
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_no_two_entries_quote_the_same_texts() -> None:
    """Such a text would find the one or the other by chance."""
    seen: dict[tuple, str] = {}
    for one in entries("en"):
        key = (tuple(one["lines"]), tuple(one["frames"]))
        assert key not in seen, f"{one['id']} quotes what {seen[key]} quotes"
        seen[key] = one["id"]


def test_sentences_are_in_their_language_and_end(index: error_index.Index) -> None:
    han = re.compile(r"[\u4e00-\u9fff]")
    for one in index.entries:
        for text in (one.cause, one.fix):
            assert han.search(text["zh"]) and text["zh"].endswith("。"), one.ident
            assert not han.search(text["en"]) and text["en"].endswith("."), one.ident
        assert han.search(one.name["zh"]) and not han.search(one.name["en"]), one.ident
        assert not one.name["zh"].endswith("。"), one.ident
        assert not one.name["en"].endswith("."), one.ident
        for text in (one.name, one.cause, one.fix):
            plain = re.sub(r"`[^`]*`", "`x`", text["zh"])
            assert not re.search(r"[\u4e00-\u9fff][,;:!?()]", plain), one.ident
            stuck = r"[\u4e00-\u9fff][A-Za-z0-9`]|[A-Za-z0-9`][\u4e00-\u9fff]"
            assert not re.search(stuck, plain), (one.ident, plain)


def test_both_languages_have_the_words() -> None:
    assert WORDS["zh"].keys() == WORDS["en"].keys()
