"""The error index as HTML: entries by section, the programs they name, the search."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .api_page import prose
from .error_index import (
    PAGE,
    Context,
    Entry,
    Index,
    Quote,
    methods_of,
    quotes,
)
from .places import Place
from .render import UNSEARCHED
from .snippet import METHODS
from .strip import version_ranges
from .verified import SYSTEMS, Outcome
from .words import WORDS


@dataclass(frozen=True)
class Site:
    """What the entries of one page are made from.

    ``headings``: "page.md#id" -> the text there; ``shown``: snippet -> the section that
    shows it; ``folded``: the others -> the entry that does; ``relative`` makes a link
    from a place's url; ``figure`` makes the HTML of a snippet; ``stash`` keeps HTML
    from being read as Markdown.
    """

    snippets: Path
    outcomes: list[Outcome]
    headings: dict[str, str]
    shown: dict[str, Place]
    folded: dict[str, Place]
    relative: Callable[[str], str]
    figure: Callable[[str], str]
    stash: Callable[[str], str]


def folded(index: Index, shown: dict[str, Place], language: str) -> dict[str, Place]:
    """The snippets of the index that no page shows -> the first entry that names them.

    That entry shows them.
    """
    found: dict[str, Place] = {}
    for entry in index.entries:
        for name in (*entry.wrong, *entry.right):
            if name not in shown:
                found.setdefault(name, Place(PAGE, entry.ident, entry.name[language]))
    return found


def slug(name: str) -> str:
    """An id for a snippet that the index shows: "program-errors-open_a_file"."""
    return "program-" + re.sub(r"[^\w-]", "-", name.removesuffix(".py"))


def section(index: Index, kind: str, language: str, site: Site) -> str:
    """The entries of one section, with links to each above them.

    Raises:
        BadInput: no such section; see `error_index.quotes`.
    """
    words = WORDS[language]
    entries = index.of(kind)
    links = "".join(
        f'<li><a href="#{entry.ident}">{prose(entry.name[language])}</a></li>'
        for entry in entries
    )
    shown = "".join(_entry(index, entry, language, site) for entry in entries)
    # one line and no empty ones: for Python-Markdown this is a single block of HTML
    return (
        f'<ul class="error-list" aria-label="{words["errors of"]}" {UNSEARCHED}>{links}'
        f'</ul><div class="errors">{shown}</div>'
    )


def _entry(index: Index, entry: Entry, language: str, site: Site) -> str:
    words = WORDS[language]
    name = entry.name[language]
    label = escape(words["link to"].format(name=name.replace("`", "")))
    texts = "".join(
        _quote(quote, words)
        for quote in quotes(index, entry, site.snippets, site.outcomes)
    )
    for read in entry.read:
        source = f'<a href="{escape(read.url)}">{escape(read.where)}</a>'
        texts += _text((read.text,), frozenset(), words)
        texts += _where(words["read in"].format(source=source))
    notes = []
    if entry.frames:
        frames = [f"<code>{escape(frame)}</code>" for frame in entry.frames]
        notes.append(words["frames"].format(frames=words["list"].join(frames)))
    if entry.follows:
        notes.append(words["follows"])
    note = f'<p class="error-note">{" ".join(notes)}</p>' if notes else ""
    rows = [
        (words["cause"], f"<p>{prose(entry.cause[language])}</p>"),
        (words["fix"], f"<p>{prose(entry.fix[language])}</p>"),
        (words["fails"], _programs(entry, entry.wrong, site)),
        (words["works"], _programs(entry, entry.right, site)),
        (words["explained"], _explained(entry, site)),
    ]
    facts = "".join(f"<dt>{term}</dt><dd>{html}</dd>" for term, html in rows)
    data = " data-follows" if entry.follows else ""
    if entry.frames:
        data += f' data-frames="{escape(" ".join(entry.frames))}"'
    return (
        f'<section class="error"{data}><h3 id="{entry.ident}">{prose(name)}'
        f'<a class="headerlink" href="#{entry.ident}" title="{label}" '
        f'aria-label="{label}" {UNSEARCHED}>¶</a></h3>'
        f'{site.stash(texts)}{note}<dl class="error-facts">{facts}</dl></section>'
    )


def _quote(quote: Quote, words: dict) -> str:
    where = seen_on(quote.contexts, words)
    if not quote.seen:
        where = words["not seen"].format(where=where)
    return _text(quote.lines, quote.own, words) + _where(where)


def _text(lines: tuple[str, ...], own: frozenset[str], words: dict) -> str:
    # only where a name stands: elsewhere it is a word like others
    any_name = "|".join(map(re.escape, sorted(own))) or "(?!)"
    names = re.compile(
        rf"(?<=')(?:{any_name})\b|\b(?:{any_name})(?=\(|\.<locals>|\.__)"
        rf"|(?:(?<=<function )|(?<=<locals>\.)|(?<=_main__\.))(?:{any_name})\b"
    )
    title = escape(words["own name"])

    def line(text: str) -> str:
        html, end = "", 0
        for match in names.finditer(text):
            html += escape(text[end : match.start()], quote=False)
            html += f'<var title="{title}">{escape(match[0])}</var>'
            end = match.end()
        html += escape(text[end:], quote=False)
        return f'<span class="line">{html}\n</span>'

    return f'<pre class="error-text">{"".join(map(line, lines))}</pre>'


def _where(html: str) -> str:
    return f'<p class="error-where" {UNSEARCHED}>{html}</p>'


def seen_on(contexts: frozenset[Context], words: dict) -> str:
    """Systems, versions and start methods in words, as few as will do."""
    by_system: dict[str, dict[tuple[int, int], set[str]]] = {}
    for system, version, method in contexts:
        by_system.setdefault(system, {}).setdefault(version, set()).add(method)
    parts = []
    for system in sorted(by_system, key=SYSTEMS.index):
        alike: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for version, methods in by_system[system].items():
            said = () if methods & {""} else tuple(sorted(methods, key=METHODS.index))
            if len(said) == len(methods_of(system)):
                said = ()  # under all it has
            alike.setdefault(said, []).append(version)
        for methods, versions in sorted(alike.items(), key=lambda one: min(one[1])):
            text = words["seen on"].format(
                system=system, versions=version_ranges(versions)
            )
            if methods:
                text += words["methods"].format(methods=words["list"].join(methods))
            parts.append(text)
    return words["semicolon"].join(parts)


def _programs(entry: Entry, names: tuple[str, ...], site: Site) -> str:
    """Links to programs, or, for those that only the index shows, the programs."""
    parts = []
    for name in names:
        file = escape(name.rpartition("/")[2])
        if place := site.shown.get(name):
            href = escape(site.relative(place.url))
            parts.append(f'<p><a href="{href}"><code>{file}</code></a></p>')
        elif site.folded[name].section == entry.ident:
            figure = site.stash(site.figure(name))
            parts.append(
                f'<details class="error-program" id="{slug(name)}" {UNSEARCHED}>'
                f"<summary><code>{file}</code></summary>{figure}</details>"
            )
        else:
            parts.append(f'<p><a href="#{slug(name)}"><code>{file}</code></a></p>')
    return "".join(parts)


def _explained(entry: Entry, site: Site) -> str:
    page, _, ident = entry.link.partition("#")
    # a section that isn't there fails a test (`error_index.check_links`), not the build
    title = prose(site.headings.get(entry.link, entry.link))
    href = escape(site.relative(Place(page, ident, "").url))
    return f'<p><a href="{href}">{title}</a></p>'


def search(language: str, script: str) -> str:
    """The field to paste an error into: hidden until the script is there to serve it.

    What the script says in the page's language comes with the field.
    """
    words = WORDS[language]
    said = {key: words[key] for key in ("found one", "found", "found none")}
    return (
        f'<div class="error-search" hidden data-words="{escape(json.dumps(said))}">'
        f'<label for="error-paste">{words["paste"]}</label>'
        '<textarea id="error-paste" rows="5" spellcheck="false" autocapitalize="off" '
        'autocomplete="off" aria-describedby="error-hint" maxlength="200000" '
        'placeholder="Traceback (most recent call last): …"></textarea>'
        f'<p id="error-hint">{words["paste hint"]}</p>'
        '<p class="error-said"><span role="status" aria-live="polite"></span> '
        f'<button type="button" class="md-button" hidden>{words["show all"]}</button></p>'
        '<div class="error-results"></div></div>'
        f'<script src="{escape(script)}" defer></script>'
    )
