"""The inventory of the source notes: what docs/inventory.toml says of each row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import tables
from .tables import Tables

LANGUAGES = ("zh", "en")
VERDICTS = ("right", "imprecise", "outdated", "wrong")
# First letter of an id -> what the row is, the keys it must have, those it may have.
KINDS = {
    "G": ("lesson", {"zh", "en"}, set()),
    "A": ("example", {"notes", "kind", "lesson", "places"}, {"no-run"}),
    "C": ("claim", {"notes", "verdict", "places"}, {"no-run"}),
    "P": ("picture", {"notes", "zh", "en"}, {"places", "no-run", "left-out"}),
    "N": ("topic", {"subject", "zh", "en", "places"}, {"no-run"}),
}
CORRECTION = {
    "subject",
    "zh",
    "zh-true",
    "en",
    "en-true",
}  # of a claim that isn't right
PLACE = re.compile(
    r"(?P<section>[\w/-]+\.md#[a-z][a-z0-9-]*)(?: (?P<snippet>[\w/-]+\.py))?"
)


@dataclass(frozen=True)
class Target:
    """Where something stands: "process/join.md#join", and the snippet's name or None."""

    section: str
    snippet: str | None


@dataclass(frozen=True)
class Row:
    """One row; fields that its kind doesn't have are empty.

    ``text`` and ``truth`` are by language: what a lesson, picture or topic is called or
    what a claim says, and what is true instead. ``lesson`` is the id of an example's
    lesson; ``subject`` the heading under which a page shows the row.
    """

    ident: str
    what: str
    line: int
    notes: tuple[str, ...]
    places: tuple[Target, ...]
    text: dict[str, str]
    truth: dict[str, str]
    subject: str = ""
    lesson: str = ""
    kind: str = ""
    verdict: str = ""
    no_run: str = ""
    left_out: str = ""


@dataclass(frozen=True)
class Inventory:
    """All rows, by id. ``notes`` maps the id of each source note to its file's name."""

    notes: dict[str, str]
    rows: dict[str, Row]

    def of(self, what: str) -> list[Row]:
        return [row for row in self.rows.values() if row.what == what]

    @property
    def corrections(self) -> list[Row]:
        """The claims that aren't right."""
        return [row for row in self.of("claim") if row.verdict != "right"]


def load(file: Path) -> Inventory:
    """Read the inventory.

    Raises:
        BadInput: no such file, bad TOML, an unknown or missing key, a row that names a
            note or lesson there isn't, a claim whose correction is not complete.
    """
    return _load(file)


@tables.cached
def _load(read: Tables) -> Inventory:
    notes = _notes(read)
    rows = {
        ident: _row(ident, given, read)
        for ident, given in read.data.items()
        if ident != "notes"
    }
    for row in rows.values():
        unknown = [note for note in row.notes if note not in notes]
        if row.lesson and getattr(rows.get(row.lesson), "what", "") != "lesson":
            unknown.append(row.lesson)
        if unknown:
            raise read.bad(
                row.ident,
                f"no {unknown[0]!r}",
                "name a note of [notes] or a lesson of this file",
            )
    return Inventory(notes, rows)


def _notes(read: Tables) -> dict[str, str]:
    if not read.data.get("notes"):
        raise read.bad("notes", "no such table", "add [notes], the file of each id")
    files = {}
    for ident, note in read.data["notes"].items():
        if not isinstance(note, dict) or not isinstance(note.get("file"), str):
            raise read.bad("notes", f"no file of {ident}", 'add file = "..."')
        files[ident] = note["file"]
    return files


def _row(ident: str, given: dict, read: Tables) -> Row:
    bad = partial(read.bad, ident)
    if not re.fullmatch(r"[A-Z]\d{2,3}", ident) or ident[0] not in KINDS:
        raise bad("unknown kind of row", f"begin the id with {', '.join(KINDS)}")
    what, needed, allowed = KINDS[ident[0]]
    if what == "claim":
        if given.get("verdict") not in VERDICTS:
            raise bad("no verdict", f"use {', '.join(VERDICTS)}")
        if given["verdict"] != "right":
            needed = needed | CORRECTION
    for key in sorted(needed):
        if not given.get(key):
            raise bad(f"no {key}", f"add {key} = ...")
    if unknown := sorted(given.keys() - needed - allowed):
        known = ", ".join(sorted(needed | allowed))
        raise bad(f"unknown key {unknown[0]!r}", f"use {known}")
    places = []
    for place in given.get("places", []):
        if not (match := PLACE.fullmatch(place)):
            raise bad(
                f"malformed place {place!r}",
                'write "page.md#section chapter/snippet.py", or the section alone',
            )
        places.append(Target(match["section"], match["snippet"]))
    shown = any(place.snippet for place in places)
    if places and not shown and not given.get("no-run"):
        raise bad("no snippet", "name one, or say why no run can show it: no-run = ...")
    if shown and "no-run" in given:
        raise bad("no-run beside a snippet", "remove one of them")
    if not places and what in ("picture",) and not given.get("left-out"):
        raise bad("no place", "add places, or say why there is none: left-out = ...")
    return Row(
        ident,
        what,
        read.lines.get(ident, 1),
        tuple(given.get("notes", ())),
        tuple(places),
        {language: given.get(language, "") for language in LANGUAGES},
        {language: given.get(f"{language}-true", "") for language in LANGUAGES},
        given.get("subject", ""),
        given.get("lesson", ""),
        given.get("kind", ""),
        given.get("verdict", ""),
        given.get("no-run", ""),
        given.get("left-out", ""),
    )
