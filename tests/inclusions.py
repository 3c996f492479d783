"""Find the lines of a page that include a snippet, as Sybil's regions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sybil import Document, Region

from spawnsafe.markdown import INCLUSION


def inclusions(evaluate: Callable) -> Callable[[Document], Iterator[Region]]:
    """A Sybil parser: one region for each inclusion, its parsed value the snippet's name."""

    def parse(document: Document) -> Iterator[Region]:
        for match in INCLUSION.finditer(document.text):
            yield Region(match.start(), match.end(), match["path"], evaluate)

    return parse
