"""Every example, claim, picture and topic of the source notes has its place here.

That each check would find what it is for is shown below, on planted defects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from spawnsafe import inventory_page
from spawnsafe.errors import BadInput
from spawnsafe.inventory import LANGUAGES, Inventory, load
from spawnsafe.markdown import INCLUSION
from spawnsafe.places import headings, places

from .pages import Pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FILE = DOCS / "inventory.toml"
# What the notes have: nothing may be left out.
IDS = {
    *(f"G{n:02}" for n in range(1, 45)),
    *(f"A{n:02}" for n in range(1, 94)),
    *(f"C{n:03}" for n in range(1, 231)),
    *(f"P{n:02}" for n in range(1, 11)),
    *(f"N{n:03}" for n in range(1, 109)),
}
VERDICTS = {"right": 112, "imprecise": 74, "wrong": 34, "outdated": 10}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def misplaced(table: Inventory, docs: Path) -> Iterator[str]:
    """Rows that don't lead to a section and its snippet in both languages."""
    for language in LANGUAGES:
        sections = headings(docs / language)
        shown: dict[str, set[str]] = {}
        for row in table.rows.values():
            for place in row.places:
                page = place.section.partition("#")[0]
                file = docs / language / page
                if not file.is_file():
                    yield f"{row.ident} (line {row.line}): no page {language}/{page}"
                    continue
                if place.section not in sections:
                    yield (
                        f"{row.ident} (line {row.line}): "
                        f"no section {language}/{place.section}"
                    )
                if page not in shown:
                    text = file.read_text(encoding="utf-8")
                    shown[page] = {m["path"] for m in INCLUSION.finditer(text)}
                if place.snippet and place.snippet not in shown[page]:
                    yield (
                        f"{row.ident} (line {row.line}): "
                        f"{language}/{page} does not show {place.snippet}"
                    )


def in_the_wrong_language(table: Inventory) -> Iterator[str]:
    for row in table.rows.values():
        for text in (row.text, row.truth):
            # a name like `Value` is the same in both
            prose = {key: re.sub(r"`[^`]*`", "", value) for key, value in text.items()}
            if CHINESE.search(prose["en"]):
                yield f"{row.ident} (line {row.line}): Chinese in the English text"
            if row.what == "claim" and text["zh"] and not CHINESE.search(prose["zh"]):
                yield f"{row.ident} (line {row.line}): no Chinese in the Chinese text"


def not_shown(table: Inventory, docs: Path) -> Iterator[str]:
    """Subjects and notes that no page in notes/ places."""
    wanted = {f"corrections {row.subject}" for row in table.corrections}
    wanted |= {f"lessons {note}" for note in table.notes}
    wanted |= {f"topics {row.subject}" for row in table.of("topic")}
    wanted |= {f"pictures {row.notes[0]}" for row in table.of("picture")}
    for language in LANGUAGES:
        files = (docs / language / "notes").glob("*.md")
        text = "\n".join(file.read_text(encoding="utf-8") for file in files)
        placed = re.findall(r"(?m)^::: (\w+ \S+)$", text)
        yield from (f"{language}: {one}" for one in sorted(wanted - set(placed)))
        yield from (
            f"{language}: {one} twice" for one in placed if placed.count(one) > 1
        )


def test_every_row_leads_to_its_section_and_snippet() -> None:
    wrong = list(misplaced(load(FILE), DOCS))
    assert not wrong, f"{FILE.name}:\n" + "\n".join(wrong)


def test_nothing_is_left_out() -> None:
    rows = load(FILE).rows
    assert rows.keys() == IDS, sorted(rows.keys() ^ IDS)


def test_the_verdicts_are_those_that_were_found() -> None:
    found = [row.verdict for row in load(FILE).of("claim")]
    assert {verdict: found.count(verdict) for verdict in VERDICTS} == VERDICTS


def test_each_language_has_its_own_text() -> None:
    assert not list(in_the_wrong_language(load(FILE)))


def test_the_pages_show_all_of_it() -> None:
    assert not list(not_shown(load(FILE), DOCS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_note_is_credited(language: str) -> None:
    page = (DOCS / language / "notes" / "topics.md").read_text("utf-8")
    assert [f for f in load(FILE).notes.values() if f"`{f}`" not in page] == []


def test_no_page_names_an_id() -> None:
    found = [
        f"{page.relative_to(ROOT)}: {match[0]}"
        for page in DOCS.rglob("*.md")
        for match in re.finditer(
            r"\b[AGP]\d\d\b|\b[CN]\d{3}\b", page.read_text("utf-8")
        )
    ]
    assert not found


# A small inventory with all kinds of rows, its pages, and what can be wrong with it.

GOOD = """\
[notes]
000 = { file = "000_x.txt" }

[G01]
zh = "队列"
en = "Queues"

[A01]
notes = ["000"]
kind = "program"
lesson = "G01"
places = ["messages/queue.md#put messages/put.py"]

[C001]
notes = ["000"]
verdict = "right"
places = ["messages/queue.md#put messages/put.py", "messages/queue.md#get"]

[C002]
notes = ["000"]
verdict = "wrong"
subject = "queues"
zh = "`put()` 的参数是 `blocked`。"
zh-true = "参数名是 `block`。"
en = "A parameter of `put()` is <blocked>."
en-true = "It is `block`."
places = ["messages/queue.md#get"]
no-run = "a name"

[P01]
notes = ["000"]
zh = "图标"
en = "An icon"
left-out = "It had no content."

[P02]
notes = ["000"]
zh = "截图"
en = "A screenshot"
places = ["messages/queue.md#put messages/put.py"]

[N001]
subject = "messages"
zh = "`qsize()`"
en = "`qsize()`"
places = ["messages/queue.md#put messages/put.py"]
"""
PAGE = """\
# Queues { #queue }

## Put & `get` { #put }

::: snippet messages/put.py

## Get { #get }
"""
NOTES = """\
::: corrections queues
::: lessons 000
::: topics messages
::: pictures 000
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    for language in LANGUAGES:
        for name, text in (("messages/queue.md", PAGE), ("notes/all.md", NOTES)):
            page = docs / language / name
            page.parent.mkdir(parents=True)
            page.write_text(text, encoding="utf-8")
    (docs / "inventory.toml").write_text(GOOD, encoding="utf-8")
    return docs


def problems(docs: Path) -> list[str]:
    try:
        table = load(docs / "inventory.toml")
    except BadInput as error:
        assert "inventory.toml:" in str(error) and "\n  remedy: " in str(error)
        return [str(error)]
    return [
        *misplaced(table, docs),
        *in_the_wrong_language(table),
        *not_shown(table, docs),
    ]


def test_a_good_inventory_passes(docs: Path) -> None:
    assert problems(docs) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "program"\n', "", "inventory.toml:8: A01: no kind"),
        ('lesson = "G01"', 'lesson = "G02"', "A01: no 'G02'"),
        ('lesson = "G01"', 'lesson = "C001"', "A01: no 'C001'"),
        ('notes = ["000"]', 'notes = ["005"]', "A01: no '005'"),
        ('"right"', '"correct"', "C001: no verdict"),
        ('"right"', '"outdated"', "C001: no en"),
        ('verdict = "wrong"', 'verdict = "right"', "C002: unknown key 'en'"),
        ('zh-true = "参数名是 `block`。"\n', "", "C002: no zh-true"),
        ('en-true = "It is `block`."', 'en-true = ""', "C002: no en-true"),
        ('subject = "queues"\n', "", "C002: no subject"),
        ('no-run = "a name"\n', "", "C002: no snippet"),
        ("put.py\"]\n\n[C001]", "put.py\"]\nno-run = \"x\"\n\n[C001]", "A01: no-run beside"),
        ('left-out = "It had no content."\n', "", "P01: no place"),
        ("[N001]", "[X001]", "X001: unknown kind"),
        ("[C002]", "[C001]", "not valid TOML"),
        ("queue.md#put messages/put.py", "queue.md messages/put.py", "A01: malformed place"),
        ("messages/queue.md#put", "messages/pipe.md#put", "no page zh/messages/pipe.md"),
        ("queue.md#put", "queue.md#push", "no section en/messages/queue.md#push"),
        ("messages/put.py", "messages/push.py", "zh/messages/queue.md does not show"),
        ("It is `block`.", "它是 `block`。", "C002 (line 19): Chinese in"),
        ("参数名是 `block`。", "It is `block`.", "C002 (line 19): no Chinese"),
        ('subject = "queues"', 'subject = "other"', "zh: corrections other"),
    ],
)  # fmt: skip
def test_a_planted_defect_is_told(docs: Path, old: str, new: str, said: str) -> None:
    assert GOOD.count(old) >= 1
    file = docs / "inventory.toml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    assert any(said in problem for problem in problems(docs)), problems(docs)


def test_a_row_left_out_is_told() -> None:
    rows = dict(load(FILE).rows)
    del rows["C118"]
    assert rows.keys() != IDS


def test_a_section_of_one_language_only_is_told(docs: Path) -> None:
    (docs / "en/messages/queue.md").write_text("# Q { #queue }\n", encoding="utf-8")
    told = list(misplaced(load(docs / "inventory.toml"), docs))
    assert told and all(" en/" in one for one in told)


# The lines of a page


def links(docs: Path, language: str) -> inventory_page.Links:
    pages = docs / language
    return inventory_page.Links(
        language, headings(pages), places(pages), lambda url: "../../" + url
    )


def test_a_correction_links_to_its_section(docs: Path) -> None:
    table = load(docs / "inventory.toml")
    html = inventory_page.corrections(table, "queues", "en", links(docs, "en"))
    assert '<span class="verdict verdict-wrong">Wrong</span>' in html
    assert "A parameter of <code>put()</code> is &lt;blocked&gt;." in html
    assert 'See <a href="../../messages/queue/#get">Get</a>.' in html


def test_a_lesson_names_its_sections(docs: Path) -> None:
    table = load(docs / "inventory.toml")
    html = inventory_page.lessons(table, "000", "zh", links(docs, "zh"))
    assert html == (
        '<ul class="inventory"><li>队列：<a href="../../messages/queue/#put">'
        "Put &amp; <code>get</code></a></li></ul>"
    )


def test_a_topic_and_a_picture(docs: Path) -> None:
    table = load(docs / "inventory.toml")
    topic = inventory_page.topics(table, "messages", "en", links(docs, "en"))
    assert "<li><code>qsize()</code>: <a href=" in topic
    pictures = inventory_page.pictures(table, "000", "en", links(docs, "en"))
    assert "<li>An icon</li>" in pictures and "A screenshot: <a href=" in pictures


def test_a_line_of_a_page(docs: Path) -> None:
    pages = Pages(docs.parent)
    html = pages.html(NOTES.replace("\n", "\n\n"), reference=str(docs))
    assert html.count('class="correction"') == 1 and html.count("<li>") == 4


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("::: corrections queue", "no subject 'queue' here"),
        ("::: lessons 005", "no note '005' here"),
        ("::: pictures", "malformed line"),
        ("    ::: topics messages", "can't be indented"),
    ],
)
def test_a_wrong_line_is_told(docs: Path, line: str, said: str) -> None:
    with pytest.raises(BadInput, match=re.escape(said)):
        Pages(docs.parent).html(line, reference=str(docs))
