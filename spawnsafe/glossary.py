"""The glossary: one file of terms for both languages, and its rendering."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from . import tables
from .api_page import prose
from .errors import BadInput
from .places import Place
from .render import UNSEARCHED
from .tables import Tables
from .words import WORDS

KEYS = ("zh", "en", "zh-text", "en-text", "link")
LINK = re.compile(r"(?P<page>[\w/-]+\.md)#(?P<section>[\w.-]+)")


@dataclass(frozen=True)
class Term:
    """One term: its name and explanation by language, and the section that teaches it.

    ``link`` is a page and a heading's id, "process/join.md#join", or a name of the API
    table, "reference/api.md#os.fork"; the same in both languages.
    """

    ident: str
    name: dict[str, str]
    text: dict[str, str]
    link: str
    line: int | None = None

    @property
    def place(self) -> Place:
        page, _, section = self.link.partition("#")
        return Place(page, section, "")


def load(file: Path) -> list[Term]:
    """Read the terms, in the order of their English names.

    Raises:
        BadInput: no such file, bad TOML, an unknown or missing key, an id or link that
            is malformed, a name that two terms have.
    """
    read = tables.read(file)
    terms: list[Term] = []
    for ident, given in read.data.items():
        term = _term(ident, given, read)
        for other in terms:
            for language in ("zh", "en"):
                if term.name[language] == other.name[language]:
                    raise BadInput(
                        f"two terms are called {term.name[language]!r}",
                        file=file,
                        line=term.line,
                        remedy=f"merge it with the one in line {other.line}",
                    )
        terms.append(term)
    return sorted(terms, key=lambda term: term.name["en"].casefold())


def _term(ident: str, given: dict, read: Tables) -> Term:
    bad = partial(read.bad, ident)
    if not re.fullmatch(r"[a-z][a-z0-9-]*", ident):
        raise bad("not fit for an anchor", "use small letters, digits and hyphens")
    for key in KEYS:
        if not isinstance(given.get(key), str) or not given[key].strip():
            raise bad(f"no {key}", f'add {key} = "..."')
    if unknown := sorted(given.keys() - set(KEYS)):
        raise bad(f"unknown key {unknown[0]!r}", f"use {', '.join(KEYS)}")
    if not LINK.fullmatch(given["link"]):
        raise bad("malformed link", 'write it like "process/join.md#join"')
    return Term(
        ident,
        {"zh": given["zh"], "en": given["en"]},
        {"zh": given["zh-text"], "en": given["en-text"]},
        given["link"],
        read.lines.get(ident),
    )


def render(
    terms: list[Term],
    language: str,
    headings: dict[str, str],
    relative: Callable[[str], str],
) -> str:
    """The glossary as HTML.

    Args:
        terms: what `load` gave.
        language: "en" or "zh"; the other one's name of each term stands beside it.
        headings: "page.md#id" -> the text there, to call links by.
        relative: makes a link from a place's url.
    """
    words = WORDS[language]
    other = "en" if language == "zh" else "zh"
    entries = []
    for term in terms:
        name = words["term"].format(
            own=escape(term.name[language]), other=escape(term.name[other])
        )
        label = escape(words["link to"].format(name=term.name[language]))
        title = headings.get(term.link, words["taught"])
        entries.append(
            f'<div class="term"><dt id="{term.ident}">{name}'
            f'<a class="headerlink" href="#{term.ident}" title="{label}" '
            f'aria-label="{label}" {UNSEARCHED}>¶</a></dt>'
            f"<dd><p>{prose(term.text[language])}</p>"
            f'<p class="term-link" {UNSEARCHED}><a href="{escape(relative(term.place.url))}">'
            f"{prose(title)}</a></p></dd></div>"
        )
    return f'<dl class="glossary">{"".join(entries)}</dl>'
