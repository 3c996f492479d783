"""The version table as HTML: a table by branch, and a form that asks for a version."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from packaging.version import Version

from .api_page import DOCS, prose
from .places import Place
from .render import UNSEARCHED
from .snippet import PLATFORMS as SYSTEMS
from .versions import Change, branch
from .words import PLATFORMS, WORDS


def table(
    changes: list[Change],
    language: str,
    shown: dict[str, Place],
    relative: Callable[[str], str],
) -> str:
    """All changes, the newest branch first, and what isn't mended above them.

    Args:
        changes: what `versions.load` gave.
        language: "en" or "zh".
        shown: each snippet's name -> the section that shows it.
        relative: makes a link from a place's url.
    """
    words = WORDS[language]
    groups = grouped(changes)
    links = "".join(
        f'<li><a href="#{_anchor(name)}">{_title(name, words)}</a></li>'
        for name in groups
    )
    bodies = "".join(
        f'<tbody><tr class="versions-branch"><th colspan="2" scope="rowgroup" '
        f'id="{_anchor(name)}">{_title(name, words)}</th></tr>'
        + "".join(_row(change, language, shown, relative) for change in rows)
        + "</tbody>"
        for name, rows in groups.items()
    )
    # one line and no empty ones: for Python-Markdown these are two blocks of HTML
    return (
        f'<ul class="api-index" aria-label="{words["branches"]}" {UNSEARCHED}>{links}'
        f'</ul><table class="versions"><thead><tr><th scope="col">'
        f'{words["release"]}</th><th scope="col">{words["change"]}</th></tr></thead>'
        f"{bodies}</table>"
    )


def grouped(changes: list[Change]) -> dict[str | None, list[Change]]:
    """The changes by branch: None for open bugs, then the newest branch and on.

    Within a branch they go by release; those that older branches got as well come
    after the others.
    """
    names = sorted(
        {change.branch for change in changes},
        key=lambda name: Version(name or "4"),
        reverse=True,
    )
    return {
        name: sorted(
            (change for change in changes if change.branch == name),
            key=lambda change: (
                Version(change.versions[-1]) if change.versions else Version("0"),
                len(change.versions) > 1,
            ),
        )
        for name in names
    }


def form(changes: list[Change], language: str, script: str) -> str:
    """The form: hidden until the script is there to serve it."""
    words = WORDS[language]
    releases = sorted(
        {version for change in changes for version in change.versions}, key=Version
    )
    said = {key: words[key] for key in SAID}
    options = "".join(
        f'<option value="{release}"></option>' for release in reversed(releases)
    )
    return (
        f'<div class="affected"><p class="affected-without">{words["no script"]}</p>'
        f'<form hidden data-words="{escape(json.dumps(said))}" '
        f'data-first="{branch(releases[0])}" data-last="{branch(releases[-1])}">'
        f'<label for="affected-version">{words["your version"]}</label>'
        '<input id="affected-version" list="affected-releases" autocomplete="off" '
        'autocapitalize="off" spellcheck="false" maxlength="40" placeholder="3.13.11" '
        'aria-describedby="affected-hint affected-said">'
        f'<datalist id="affected-releases">{options}</datalist>'
        f'<button type="submit" class="md-button">{words["look up"]}</button>'
        f'<p id="affected-hint">{words["version hint"]}</p></form>'
        '<p id="affected-said" role="status" aria-live="polite"></p>'
        '<div class="affected-found"></div></div>'
        f'<script src="{escape(script)}" defer></script>'
    )


# the words that the script uses
SAID = (
    "no version",
    "version too old",
    "version too new",
    "version without patch",
    "version pre-release",
    "version summary",
    "mended in",
    "not fixed",
    "bugs it has",
    "changes it has",
    "changes it lacks",
)


def _anchor(name: str | None) -> str:
    return f"python-{name.replace('.', '-')}" if name else "not-fixed"


def _title(name: str | None, words: dict) -> str:
    return f"Python {name}" if name else words["not fixed"]


def _row(
    change: Change,
    language: str,
    shown: dict[str, Place],
    relative: Callable[[str], str],
) -> str:
    words = WORDS[language]
    releases = words["list"].join(reversed(change.versions)) or "–"
    tags = [words["kind " + change.kind]]
    if change.systems:
        names = [PLATFORMS[SYSTEMS[system]] for system in change.systems]
        tags.append(words["list"].join(names))
    marks = "".join(f"<span>{escape(tag)}</span>" for tag in tags)
    ranges = ""
    if change.affected:
        listed = words["or"].join(
            f"<code>{escape(one.replace(',', ', '))}</code>" for one in change.affected
        )
        ranges = f'<p class="versions-range">{words["affected"]}{listed}</p>'
    return (
        f'<tr id="{change.ident}" data-kind="{change.kind}" '
        f'data-versions="{" ".join(change.versions)}" '
        f'data-affected="{escape("|".join(change.affected))}">'
        f'<td>{releases}</td><td><p class="versions-text">'
        f"{prose(change.text[language])}"
        f'<span class="api-tags" {UNSEARCHED}>{marks}</span></p>{ranges}'
        f'<p class="api-links" {UNSEARCHED}>'
        f"{_links(change, language, shown, relative)}</p></td></tr>"
    )


def _links(
    change: Change,
    language: str,
    shown: dict[str, Place],
    relative: Callable[[str], str],
) -> str:
    words = WORDS[language]
    url = change.url.replace(DOCS["en"], DOCS[language])
    number = url.rstrip("/").rpartition("/")[2].removeprefix("issue")
    if "docs.python.org" in url:
        name = words["official docs"]
    elif "bugs.python.org" in url:
        name = f"bpo-{number}"
    elif "peps.python.org" in url:
        name = number.upper().replace("PEP-", "PEP ")
    else:
        name = f"gh-{number}"
    source = f'<a href="{escape(url)}">{name}</a>'
    if change.snippet is None:
        return f"{source} · {words['only read']}"
    place = shown.get(change.snippet)
    file = f"<code>{escape(change.snippet.rpartition('/')[2])}</code>"
    if place is not None:
        title = escape(place.heading)
        link = escape(relative(place.url))
        file = f'<a href="{link}" title="{title}">{file}</a>'
    return f"{source} · {words['shown in']}{words['colon']}{file}"
