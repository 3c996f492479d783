"""The API table as HTML: one entry a name, with links to the docs and to examples."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from pathlib import Path

from .api import Api, Name, all_names, load
from .directive import choice
from .errors import BadInput
from .places import Place
from .render import UNSEARCHED
from .snippet import PLATFORMS as SYSTEMS
from .uses import uses
from .words import PLATFORMS, WORDS

PAGE = "reference/api.md"  # where the site shows the table
DOCS = {"en": "https://docs.python.org/3/", "zh": "https://docs.python.org/zh-cn/3/"}
SHOWN = 3  # examples in sight; the others unfold


def module(
    api: Api,
    name: str,
    language: str,
    examples: dict[str, list[tuple[str, Place]]],
    relative: Callable[[str], str],
) -> str:
    """The list of one module's names.

    Args:
        api: the table.
        name: a module of it.
        language: "en" or "zh".
        examples: name of a row -> the snippets that use it and where they are shown.
        relative: makes a link from a place's url.

    Raises:
        BadInput: the table has no such module.
    """
    if name not in api.modules:
        remedy = choice(name, list(api.modules), "use a module of the API table")
        raise BadInput(f"no module {name!r} in {api.file.name}", remedy=remedy)
    rows = api.of_module(name)
    entries = "".join(
        _entry(api, row, language, examples.get(row.name, []), relative) for row in rows
    )
    label = escape(WORDS[language]["names of"].format(module=name))
    tops = [row for row in rows if not _is_member(api, row)]
    links = "".join(
        f'<li><a href="#{row.name}"><code>{escape(row.short)}</code></a></li>'
        for row in tops
    )
    # one line and no empty ones: for Python-Markdown this is a single block of HTML
    return (
        f'<ul class="api-index" aria-label="{label}" {UNSEARCHED}>{links}</ul>'
        f'<dl class="api">{entries}</dl>'
    )


def anchors(api: Api) -> dict[str, str]:
    """ "page.md#anchor" of each name -> the name, as Markdown."""
    return {f"{PAGE}#{name}": f"`{name}`" for name in api.known}


def examples(
    api: Api, snippets: Path, places: dict[str, Place]
) -> dict[str, list[tuple[str, Place]]]:
    """For each row, the snippets that use it: those that are about it first.

    Args:
        api: the table.
        snippets: the folder of the snippets.
        places: where each is shown; one that is shown nowhere can't be linked.
    """
    found: dict[str, list[tuple[tuple, str, Place]]] = {}
    for name, place in places.items():
        file = snippets / name
        if not file.is_file():
            continue  # the page that places it says so
        used = _uses(
            file, file.stat().st_mtime_ns, api.file, api.file.stat().st_mtime_ns
        )
        for row in used:
            word = row.rpartition(".")[2].lower().strip("_")
            about = word in f"{file.stem} {place.section}".lower()
            rank = (file.stem.endswith("_wrong"), not about, len(used), name)
            found.setdefault(row, []).append((rank, name, place))
    return {
        row: [(name, place) for _, name, place in sorted(group, key=lambda one: one[0])]
        for row, group in found.items()
    }


@lru_cache(maxsize=4096)
def _uses(file: Path, _mtime: int, table: Path, _table_mtime: int) -> tuple[str, ...]:
    try:
        source = file.read_text(encoding="utf-8")
        return tuple(uses(source, load(table)))
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise BadInput(
            f"not valid Python: {error}",
            file=file,
            line=line,
            remedy="correct the line",
        ) from None


def _is_member(api: Api, row: Name) -> bool:
    return row.owner in api.rows


def _entry(
    api: Api,
    row: Name,
    language: str,
    used: list[tuple[str, Place]],
    relative: Callable[[str], str],
) -> str:
    words = WORDS[language]
    ids = [
        f'<code id="{name}">{escape(name.removeprefix(row.module + "."))}</code>'
        for name in all_names(row)
    ]
    link = escape(words["link to"].format(name=row.short))
    anchor = (
        f'<a class="headerlink" href="#{row.name}" title="{link}" '
        f'aria-label="{link}" {UNSEARCHED}>¶</a>'
    )
    tags = "".join(f"<span>{escape(tag)}</span>" for tag in _tags(row, words))
    if tags:
        tags = f'<span class="api-tags" {UNSEARCHED}>{tags}</span>'
    kind = "api-entry api-member" if _is_member(api, row) else "api-entry"
    return (
        f'<div class="{kind}"><dt>{", ".join(ids)}{anchor}{tags}</dt>'
        f'<dd><p class="api-text">{prose(row.text[language])}</p>'
        f"{_links(row, language, used, relative)}</dd></div>"
    )


def _tags(row: Name, words: dict) -> list[str]:
    """Versions and platforms, in words."""
    tags = []
    if row.since:
        tags.append(words["since"].format(row.since))
    if row.changed:
        tags.append(words["changed"].format(words["list"].join(row.changed)))
    if row.soft_deprecated:
        tags.append(words["soft-deprecated"].format(row.soft_deprecated))
    if row.platforms:
        names = [PLATFORMS[SYSTEMS[platform]] for platform in row.platforms]
        tags.append(words["only"].format(words["list"].join(names)))
    return tags


def _links(
    row: Name,
    language: str,
    used: list[tuple[str, Place]],
    relative: Callable[[str], str],
) -> str:
    words = WORDS[language]
    docs = words["no docs"]
    if row.docs:
        label = escape(words["docs of"].format(name=row.short))
        docs = (
            f'<a href="{DOCS[language]}{escape(row.docs)}" aria-label="{label}">'
            f"{words['official docs']}</a>"
        )
    links = [
        f'<a href="{escape(relative(place.url))}" title="{escape(place.heading)}">'
        f"{escape(name.rpartition('/')[2])}</a>"
        for name, place in used
    ]
    line = docs
    if links:
        line += (
            f" · {words['examples']}{words['colon']}{words['list'].join(links[:SHOWN])}"
        )
    html = f'<p class="api-links" {UNSEARCHED}>{line}</p>'
    if rest := links[SHOWN:]:
        more = words["more"].format(n=len(rest))
        html += (
            f'<details class="api-more" {UNSEARCHED}><summary>{more}</summary>'
            f"<p>{words['list'].join(rest)}</p></details>"
        )
    return html


def prose(text: str) -> str:
    """A sentence of the data: `code` in backticks, all else as it is."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text, quote=False))
