"""The lines of the reference pages: each places what a data file or a run tells.

::: api multiprocessing.pool
::: glossary
::: versions                    the table; ::: affected is the form above it
::: matrix state                a table whose cells come from runs
::: errors pickle               a section of the index; ::: error-search its search
::: rules                       of the checker
::: findings process/pass_a_lambda_wrong.py format=github
::: try                         the checker in the browser
::: corrections queues          of the source notes; also lessons, topics, pictures
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import (
    api,
    api_page,
    checker_page,
    error_index,
    error_page,
    glossary,
    inventory,
    inventory_page,
    matrix,
    places,
    rules,
    versions,
    versions_page,
)
from .directive import Directive
from .snippet import Snippet
from .verified import Outcome


@dataclass
class Page:
    """The page that a line is on.

    ``data`` is the folder of the data files, ``snippets`` that of the snippets,
    ``cache`` that of Pyodide, ``pages`` that of this language's pages (None for a text
    that is no file). ``download_base`` is where the site publishes the snippets.
    ``find`` gives a snippet by name, ``runs`` all runs there were, ``relative`` makes a
    link from a URL of the site, ``snippet`` gives the HTML of a line that places a
    snippet, and ``store`` hides HTML from Markdown.
    """

    language: str
    data: Path
    snippets: Path
    cache: Path
    download_base: str
    pages: Path | None
    find: Callable[[str], Snippet]
    runs: Callable[[], list[Outcome]]
    relative: Callable[[str], str]
    snippet: Callable[[str, str], str]
    store: Callable[[str], str]

    @cached_property
    def headings(self) -> dict[str, str]:
        """ "page.md#id" -> the heading, for all pages of the language."""
        return places.headings(self.pages) if self.pages else {}

    @cached_property
    def places(self) -> dict[str, places.Place]:
        """Each snippet's place on the pages."""
        return places.places(self.pages) if self.pages else {}

    @cached_property
    def folded(self) -> dict[str, places.Place]:
        """The snippets that only the error index shows -> the entry that does."""
        file = self.data / "errors.toml"
        index_page = self.pages and self.pages / error_index.PAGE
        if not file.is_file() or (index_page and not index_page.is_file()):
            return {}
        index = error_index.load_index(file)
        return error_page.folded(index, self.places, self.language)


def place(page: Page, line: Directive) -> str:
    """The HTML for a line, or Markdown with HTML in it.

    Raises:
        BadInput: what it names does not exist, or its data file can't be used.
    """
    return KINDS[line.kind](page, line)


def _api(page: Page, line: Directive) -> str:
    table = api.load(page.data / "api.toml")
    examples = api_page.examples(table, page.snippets, page.folded | page.places)
    return api_page.module(table, line.path, page.language, examples, page.relative)


def _glossary(page: Page, line: Directive) -> str:
    terms = glossary.load(page.data / "glossary.toml")
    names = api_page.anchors(api.load(page.data / "api.toml"))
    return glossary.render(terms, page.language, page.headings | names, page.relative)


def _versions(page: Page, line: Directive) -> str:
    changes = versions.load(page.data / "versions.toml", page.snippets)
    shown = page.folded | page.places
    return versions_page.table(changes, page.language, shown, page.relative)


def _affected(page: Page, line: Directive) -> str:
    changes = versions.load(page.data / "versions.toml", page.snippets)
    script = page.relative("assets/js/versions.js")
    return versions_page.form(changes, page.language, script)


def _matrix(page: Page, line: Directive) -> str:
    data = page.data / "matrices.toml"
    cells = matrix.load(data, line.path, page.snippets, page.runs())
    shown = page.headings if page.pages else None
    return matrix.render(cells, page.language, shown, page.relative)


def _errors(page: Page, line: Directive) -> str:
    site = error_page.Site(
        page.snippets,
        page.runs(),
        page.headings,
        page.places,
        page.folded,
        page.relative,
        lambda name: page.snippet(f"::: snippet {name}", error_page.slug(name)),
        page.store,
    )
    index = error_index.load_index(page.data / "errors.toml")
    return error_page.section(index, line.path, page.language, site)


def _error_search(page: Page, line: Directive) -> str:
    return error_page.search(page.language, page.relative("assets/js/errors.js"))


def _rules(page: Page, line: Directive) -> str:
    table = rules.load(page.data / "rules.toml")
    examples = checker_page.Examples(
        page.find, page.places, page.headings, page.relative
    )
    return checker_page.rules(table, page.language, examples)


def _findings(page: Page, line: Directive) -> str:
    form = line.options.get("format", "text")
    return checker_page.findings(page.find(line.path), page.language, form)


def _try(page: Page, line: Directive) -> str:
    example = page.find(checker_page.EXAMPLE)
    root = page.download_base.removesuffix("snippets/")
    return checker_page.tool(page.cache, example, page.language, root, page.relative)


def _inventory(page: Page, line: Directive) -> str:
    rows = inventory.load(page.data / "inventory.toml")
    links = inventory_page.Links(
        page.language, page.headings, page.places, page.relative
    )
    render = inventory_page.RENDER[line.kind]
    return render(rows, line.path, page.language, links)


KINDS: dict[str, Callable[[Page, Directive], str]] = {
    "api": _api,
    "glossary": _glossary,
    "versions": _versions,
    "affected": _affected,
    "matrix": _matrix,
    "errors": _errors,
    "error-search": _error_search,
    "rules": _rules,
    "findings": _findings,
    "try": _try,
    **dict.fromkeys(inventory_page.RENDER, _inventory),
}
