"""Twins: the same page in both languages, and whether they still say the same.

Each page records, in its front matter, the fingerprint that its twin's text had when
both were last brought in line (`twin: 0123456789ab`). Text is compared, not dates: a
new clone has none, and a corrected comma would pass for a translation.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from .errors import BadInput

LANGUAGES = ("zh", "en")
_FRONT = re.compile(r"\A---\n(?P<front>.*?)^---[ \t]*(?:\n|\Z)", re.M | re.S)
_TWIN = re.compile(r"^twin:[ \t]*(?P<value>.*?)[ \t]*$", re.M)


def pages(docs: Path) -> list[Path]:
    """Every page of both languages."""
    return [page for own in LANGUAGES for page in sorted((docs / own).rglob("*.md"))]


def twin_of(page: Path, docs: Path) -> Path:
    """Where the same page in the other language is, or would be.

    Raises:
        BadInput: the page is in neither language's folder.
    """
    for own, other in (LANGUAGES, LANGUAGES[::-1]):
        folder = (docs / own).resolve()
        if page.resolve().is_relative_to(folder):
            return docs / other / page.resolve().relative_to(folder)
    raise BadInput(
        "not a page of the site",
        file=page,
        remedy=f"name a file in {' or '.join(f'{docs.name}/{o}/' for o in LANGUAGES)}",
    )


def fingerprint(page: Path) -> str:
    """12 hex digits of a page's text: without front matter, as the same on any system."""
    text = _FRONT.sub("", _read(page), count=1).strip() + "\n"
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def check(docs: Path) -> list[str]:
    """The pages that aren't known to be in line with their twins: where, and what to do.

    A page without a twin is not told here: that is another problem.
    """
    problems = []
    for page in pages(docs):
        twin = twin_of(page, docs)
        if not twin.is_file():
            continue
        recorded, line = _recorded(page)
        if recorded == fingerprint(twin):
            continue
        problem = (
            f"{_name(twin)} has changed since both were last brought in line"
            if recorded
            else "never recorded as in line with its twin"
        )
        remedy = (
            f"bring {_name(page)} and {_name(twin)} in line, "
            f"then run `python -m spawnsafe twins {_name(page)}`"
        )
        problems.append(
            str(BadInput(problem, file=_name(page), line=line, remedy=remedy))
        )
    return problems


def update(docs: Path, named: list[Path] | None = None) -> list[Path]:
    """Record that pages and their twins are in line.

    Args:
        docs: the folder with zh/ and en/.
        named: the pages; either of two twins stands for both. None or empty: all.

    Returns:
        the pages that were changed.

    Raises:
        BadInput: there is no such page, or it has no twin.
    """
    chosen = {}  # in order, and each page once
    for page in named or [p for p in pages(docs) if twin_of(p, docs).is_file()]:
        twin = twin_of(page, docs)
        for one in (page, twin):
            if not one.is_file():
                remedy = "check the path" if one == page else "write the page's twin"
                raise BadInput("no such page", file=_name(one), remedy=remedy)
        page = twin_of(twin, docs)
        chosen |= {page: twin, twin: page}
    changed = []
    for page, twin in chosen.items():
        if _recorded(page)[0] != (new := fingerprint(twin)):
            text = _with_twin(_read(page), new)
            page.write_text(text, encoding="utf-8", newline="\n")
            changed.append(page)
    return changed


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def _recorded(page: Path) -> tuple[str, int]:
    """The fingerprint in a page's front matter, "" where there is none, and its line."""
    text = _read(page)
    front = _FRONT.match(text)
    found = (
        _TWIN.search(text, front.start("front"), front.end("front")) if front else None
    )
    return (
        (found["value"], text.count("\n", 0, found.start()) + 1) if found else ("", 1)
    )


def _with_twin(text: str, value: str) -> str:
    front = _FRONT.match(text)
    if front is None:
        return f"---\ntwin: {value}\n---\n\n{text}"
    inner, line = front["front"], f"twin: {value}"
    inner = (
        _TWIN.sub(line, inner, count=1) if _TWIN.search(inner) else f"{inner}{line}\n"
    )
    return f"---\n{inner}---\n{text[front.end() :]}"


def _name(path: Path) -> str:
    """The path as one would type it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
