"""Where on the site things stand: sections, and the snippets that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .directive import INCLUSION

_FENCE = re.compile(r"[ \t>]*(?P<mark>`{3,}|~{3,})")
_HEADING = re.compile(
    r"#{1,6}[ \t]+(?P<text>.*?)[ \t]*(?:\{[^{}]*#(?P<id>[\w-]+)[^{}]*\})"
)


@dataclass(frozen=True)
class Place:
    """A section of a page.

    ``page`` is the page's file below the language's folder, "process/join.md", with
    forward slashes; ``section`` the id of the heading, empty above the first one.
    """

    page: str
    section: str
    heading: str

    @property
    def url(self) -> str:
        """From the root of the language, as MkDocs publishes it."""
        path = re.sub(r"(?:(^|/)index)?\.md$", r"\1", self.page)
        path = path if not path or path.endswith("/") else path + "/"
        return f"{path}#{self.section}" if self.section else path or "./"


def places(pages: Path) -> dict[str, Place]:
    """Each snippet's name -> the section that shows it, the best one of several.

    Args:
        pages: the folder of one language's pages.
    """
    files = sorted(pages.rglob("*.md"))
    stamps = tuple((file, file.stat().st_mtime_ns) for file in files)
    return _places(pages, stamps)


@lru_cache(maxsize=4)
def _places(pages: Path, stamps: tuple[tuple[Path, int], ...]) -> dict[str, Place]:
    found: dict[str, tuple[int, Place]] = {}
    for file, _ in stamps:
        page = file.relative_to(pages).as_posix()
        for line, place in _sections(file, page):
            if not (placed := INCLUSION.match(line)):
                continue
            # best the whole of it in its own chapter, then in another, then a part
            name = placed["path"]
            chapter = name.partition("/")[0] == page.partition("/")[0]
            rank = 2 * ("section=" not in line) + chapter
            if name not in found or rank > found[name][0]:
                found[name] = rank, place
    return {name: place for name, (_, place) in found.items()}


def headings(pages: Path) -> dict[str, str]:
    """Each "page.md#id" of one language's pages -> the text of that heading."""
    files = sorted(pages.rglob("*.md"))
    stamps = tuple((file, file.stat().st_mtime_ns) for file in files)
    return _headings(pages, stamps)


@lru_cache(maxsize=4)
def _headings(pages: Path, stamps: tuple[tuple[Path, int], ...]) -> dict[str, str]:
    return {
        f"{place.page}#{place.section}": place.heading
        for file, _ in stamps
        for _, place in _sections(file, file.relative_to(pages).as_posix())
        if place.section
    }


def _sections(file: Path, page: str) -> Iterator[tuple[str, Place]]:
    """Each line of a page outside of fences, with the section that it is in."""
    place, fence = Place(page, "", ""), ""
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        mark = _FENCE.match(line)
        if fence or mark:
            if not fence:
                fence = mark["mark"]
            elif mark and mark["mark"].startswith(fence):
                fence = ""
            continue
        if title := _HEADING.match(line):
            place = Place(page, title["id"], title["text"])
        yield line, place
