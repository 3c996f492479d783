"""The Python-Markdown extension that places snippets on a page.

A line of its own, which may be indented in a list or a tab:

    ::: snippet process/join_before_use.py
    ::: snippet process/join_before_use.py section=worker
    ::: output process/join_before_use.py
    ::: stacks hangs/join_before_get_wrong.py

The lines of the reference pages, which are not indented, are in reference.py.

Anything else that begins with ``:::`` is an error, and so is a snippet that can't be
shown: the build stops and names page, line and remedy. Fenced code is left alone.
"""

from __future__ import annotations

import posixpath
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import quote

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from . import reference, render, stack_file, stack_page, verified
from .directive import INCLUSION, choice, is_directive, line_of, parse
from .errors import BadInput
from .snippet import Snippet, load
from .strip import strip
from .words import WORDS

try:  # MkDocs shows its own errors as one message, others as a traceback
    from mkdocs.exceptions import BuildError
except ImportError:
    BuildError = Exception

__all__ = ["INCLUSION", "PageError", "SnippetExtension", "makeExtension"]


class PageError(BadInput, BuildError):
    """A page that can't be built."""


class SnippetExtension(Extension):
    """Shows snippets with transcript, limits and verified strip."""

    def __init__(self, **settings: object) -> None:
        self.config = {
            "snippets": ["snippets", "the folder of the snippets"],
            "results": ["results", "the folder of the result files of local test runs"],
            "language": ["en", "the language of the pages, en or zh"],
            "download_base": [
                "snippets/",
                "where the site publishes the snippets, from the root of the language",
            ],
            "source_base": ["", "the URL of the snippets folder in the repository"],
            "reference": [
                "",
                "the folder of the data files (api.toml, errors.toml, ...); empty: docs, "
                "beside snippets",
            ],
            "cache": ["", "the folder of Pyodide; empty: .cache, beside snippets"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        if self.getConfig("language") not in WORDS:
            raise PageError(
                f"unknown language {self.getConfig('language')!r}",
                remedy=f"set language to one of {', '.join(WORDS)}",
            )
        page = Original(md)
        md.preprocessors.register(page, "snippet_original", 1000)
        # SuperFences has 25, Python-Markdown's own fences too: what is in a fence is
        # out of sight by then. Raw HTML (20) has not been looked for yet.
        placer = SnippetPreprocessor(md, self.getConfigs(), page)
        md.preprocessors.register(placer, "snippet", 24)


class Original(Preprocessor):
    """Keeps the page as it came, to find the line that an error is in."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.lines: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        self.lines = list(lines)
        return lines


class SnippetPreprocessor(Preprocessor):
    """Replaces each directive by the HTML of its snippet."""

    def __init__(self, md: Markdown, settings: dict, original: Original) -> None:
        super().__init__(md)
        self.original = original
        self.root = Path(settings["snippets"])
        self.results = Path(settings["results"])
        self.language = settings["language"]
        self.download_base = settings["download_base"]
        self.source_base = settings["source_base"]
        self.reference = Path(settings["reference"] or self.root.parent / "docs")
        self.cache = Path(settings["cache"] or self.root.parent / ".cache")

    def run(self, lines: list[str]) -> list[str]:
        relpath = "relpath" in self.md.treeprocessors
        file = self.md.treeprocessors["relpath"].file if relpath else None
        self.page_url = getattr(file, "url", None)
        source = getattr(file, "abs_src_path", None)
        result, number = [], 0
        for line in lines:
            if not is_directive(line):
                result.append(line)
                continue
            try:
                if parse(line).kind in reference.KINDS:
                    # As raw HTML, not in the stash: MkDocs learns from it which
                    # anchors there are.
                    result += ["", self.place_reference(line, file), ""]
                    continue
                html = self.place(line, f"_snippet_{number + 1}")
            except BadInput as error:
                raise self.page_error(error, file, source, line) from None
            number += 1
            indent = line[: len(line) - len(line.lstrip())]
            result += ["", indent + self.md.htmlStash.store(html), ""]
        return result

    def page_error(
        self, error: BadInput, file: object, source: str | None, line: str
    ) -> PageError:
        """The error, told with the place on the page."""
        page, name = self.original.lines, getattr(file, "src_uri", None)
        if source and Path(source).is_file():  # the file has the front matter, too
            page = Path(source).read_text("utf-8-sig").split("\n")
            name = _short(Path(source))
        at = line_of(page, line)
        if error.file is None:
            return PageError(error.problem, file=name, line=at, remedy=error.remedy)
        place = f"{name or 'the page'}:{at}" if at else name
        return PageError(
            f"{error.problem} (placed by {place})",
            file=_short(Path(error.file)),
            line=error.line,
            remedy=error.remedy,
        )

    def place(self, line: str, ident: str) -> str:
        """The HTML for one directive."""
        kind, name, options = parse(line)
        snippet = self.find(name)
        if kind == "stacks":
            recorded = stack_file.load(snippet)
            return stack_page.figure(snippet, recorded, self.language)
        language, section = self.language, options.get("section")
        whole = section and snippet.sections.get(section) == snippet.display
        target = self.relative(posixpath.join(self.download_base, quote(name)))
        source = (
            posixpath.join(self.source_base, quote(name)) if self.source_base else ""
        )
        parts = [
            render.heading(
                snippet,
                language,
                download=target,
                source=source,
                section=None if whole else section,
                output=kind == "output",
            )
        ]
        if section is not None:
            if section not in snippet.sections:
                known = sorted(snippet.sections)
                raise BadInput(
                    f"{name} has no section {section!r}",
                    remedy=choice(section, known, "mark one with # --8<-- [start:...]"),
                )
            parts.append(render.code(snippet.sections[section]))
        else:
            if kind == "snippet":
                parts.append(render.code(snippet.display))
                parts.append(render.limits(snippet, language))
            if snippet.variants:
                parts.append(render.output(snippet, language, ident, kind == "snippet"))
            elif kind == "output" or not snippet.prints:
                raise BadInput(
                    f"{name} has no transcript",
                    remedy="record it: python -m spawnsafe record "
                    f"{_short(snippet.path)}",
                )
            if kind == "snippet":
                parts.append(strip(snippet, self.runs(), language))
        label = render.escape(name)
        return f'<figure class="snippet" aria-label="{label}">{"".join(parts)}</figure>'

    def place_reference(self, line: str, file: object) -> str:
        """The HTML for a line of the reference pages."""
        if line[0].isspace():
            raise BadInput(
                "a reference can't be indented", remedy="begin the line at :::"
            )
        page = reference.Page(
            self.language,
            self.reference,
            self.root,
            self.cache,
            self.download_base,
            self.pages(file),
            self.find,
            self.runs,
            self.relative,
            self.place,
            self.md.htmlStash.store,
        )
        return reference.place(page, parse(line))

    def pages(self, file: object) -> Path | None:
        """The folder of this language's pages; None for a page that isn't a file."""
        source, name = getattr(file, "abs_src_path", None), getattr(file, "src_uri", "")
        if source is None:
            return None
        return Path(source).parents[len(Path(name).parts) - 1]

    def relative(self, url: str) -> str:
        """The URL, given from the language's root, as seen from the page."""
        if self.page_url is None or "://" in url or url.startswith("/"):
            return url
        # the site's root may lie above that of the language: leave room for ../
        root = "/-/-/-/"
        start = posixpath.dirname(root + self.page_url)
        return posixpath.relpath(root + url, start)

    def find(self, name: str) -> Snippet:
        """The snippet of this name, spelt exactly so on every system."""
        if not self.root.is_dir():
            raise BadInput(
                f"no folder {self.root}", remedy="set the extension's option snippets"
            )
        if name not in self.names:
            raise BadInput(
                f"no snippet {name!r} in {self.root.name}/",
                remedy=choice(name, self.names, "check the path's spelling"),
            )
        return load(self.root / name, self.root)

    @cached_property
    def names(self) -> list[str]:
        """The snippets there are, listed once for a page."""
        found = self.root.rglob("*.py")
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    def runs(self) -> list[verified.Outcome]:
        record = self.root / "verified.json"
        files = [record, *sorted(self.results.glob("*.json"))]
        stamps = tuple(
            (file, file.stat().st_mtime_ns, file.stat().st_size)
            for file in files
            if file.exists()
        )
        return _runs(record, self.results, stamps)


@lru_cache(maxsize=4)
def _runs(record: Path, results: Path, stamps: tuple) -> list[verified.Outcome]:
    # MkDocs makes a new Markdown object for each page: read the files once for all
    return verified.shown(record, results)


def _short(path: Path) -> str:
    """The path from where the build runs, as editors open it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def makeExtension(**settings: object) -> SnippetExtension:
    return SnippetExtension(**settings)
