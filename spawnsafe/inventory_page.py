"""The inventory of the source notes as HTML: corrections, and where each topic went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from .api_page import prose
from .directive import choice
from .errors import BadInput
from .inventory import Inventory, Row, Target
from .places import Place
from .words import WORDS


class Links:
    """Makes the links from a row to its sections and snippets.

    Args:
        language: "en" or "zh".
        headings: "page.md#id" -> the text of that heading, to call links by.
        shown: each snippet's name -> the section that shows it.
        relative: makes a link from a place's url.
    """

    def __init__(
        self,
        language: str,
        headings: dict[str, str],
        shown: dict[str, Place],
        relative: Callable[[str], str],
    ) -> None:
        self.words = WORDS[language]
        self.headings, self.shown, self.relative = headings, shown, relative

    def section(self, section: str) -> str:
        page, _, ident = section.partition("#")
        # a section that isn't there fails tests/test_inventory.py, not the build
        title = self.headings.get(section, section)
        return self._link(Place(page, ident, title), prose(title))

    def snippet(self, name: str, section: str) -> str:
        page, _, ident = section.partition("#")
        place = self.shown.get(name)
        if place is None or place.page != page:  # it is shown again where it is needed
            place = Place(page, ident, "")
        return self._link(place, f"<code>{escape(name.rpartition('/')[2])}</code>")

    def sections(self, places: Iterable[Target]) -> str:
        """Each section once."""
        once = dict.fromkeys(place.section for place in places)
        return escape(self.words["list"]).join(map(self.section, once))

    def snippets(self, places: Iterable[Target]) -> str:
        """Each snippet once."""
        once: dict[str, str] = {}
        for place in places:
            if place.snippet:
                once.setdefault(place.snippet, place.section)
        links = [self.snippet(name, section) for name, section in once.items()]
        return escape(self.words["list"]).join(links)

    def _link(self, place: Place, text: str) -> str:
        return f'<a href="{escape(self.relative(place.url))}">{text}</a>'


def corrections(table: Inventory, subject: str, language: str, links: Links) -> str:
    """The claims of a subject that aren't right, with what is true and what shows it.

    Raises:
        BadInput: no claim of that subject needs a correction.
    """
    rows = _some(table.corrections, lambda row: row.subject, subject, "subject")
    return _cards(_correction(row, language, links) for row in rows)


def _correction(row: Row, language: str, links: Links) -> str:
    words = links.words
    verdict = f'<span class="verdict verdict-{row.verdict}">{words[row.verdict]}</span>'
    seen = words["see"].format(sections=links.sections(row.places))
    if snippets := links.snippets(row.places):
        seen += words["shown by"].format(snippets=snippets)
    # the colon is for those who don't see the label's frame
    return (
        f'<div class="correction"><dt>{verdict}<span class="verdict-colon">'
        f"{words['colon']}</span>{prose(row.text[language])}</dt>"
        f"<dd><p>{prose(row.truth[language])}</p>"
        f'<p class="correction-links">{seen}{words["stop"]}</p></dd></div>'
    )


def lessons(table: Inventory, note: str, language: str, links: Links) -> str:
    """What a note's examples are about, and where that is taught.

    Raises:
        BadInput: no such note.
    """
    rows = table.of("example")
    _some(rows, lambda row: row.notes[0], note, "note")
    entries = []
    for lesson in table.of("lesson"):
        examples = [row for row in rows if row.lesson == lesson.ident]
        places = [
            place for row in examples if note in row.notes for place in row.places
        ]
        if places:
            entries.append(_entry(lesson.text[language], places, links))
    return _list(entries)


def topics(table: Inventory, subject: str, language: str, links: Links) -> str:
    """The topics of a subject that the notes only name, and where they are shown.

    Raises:
        BadInput: no such subject.
    """
    rows = _some(table.of("topic"), lambda row: row.subject, subject, "subject")
    return _list(_entry(row.text[language], row.places, links) for row in rows)


def pictures(table: Inventory, note: str, language: str, links: Links) -> str:
    """The pictures of a note, and what stands in their place.

    Raises:
        BadInput: no such note, or it has no pictures.
    """
    rows = _some(table.of("picture"), lambda row: row.notes[0], note, "note")
    return _list(
        _entry(row.text[language], row.places, links)
        if row.places
        else f"<li>{prose(row.text[language])}</li>"
        for row in rows
    )


RENDER = {
    "corrections": corrections,
    "lessons": lessons,
    "topics": topics,
    "pictures": pictures,
}


def _some(
    rows: list[Row], key: Callable[[Row], str], wanted: str, what: str
) -> list[Row]:
    found = [row for row in rows if key(row) == wanted]
    if not found:
        known = list(dict.fromkeys(map(key, rows)))
        remedy = choice(wanted, known, f"use {', '.join(known)}")
        raise BadInput(f"inventory.toml has no {what} {wanted!r} here", remedy=remedy)
    return found


def _entry(text: str, places: Iterable[Target], links: Links) -> str:
    return f"<li>{prose(text)}{links.words['colon']}{links.sections(places)}</li>"


def _list(entries: Iterable[str] | Iterator[str]) -> str:
    return f'<ul class="inventory">{"".join(entries)}</ul>'


def _cards(entries: Iterable[str]) -> str:
    # one line and no empty ones: for Python-Markdown this is a single block of HTML
    return f'<dl class="corrections">{"".join(entries)}</dl>'
