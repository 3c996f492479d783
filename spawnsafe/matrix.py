"""Tables whose cells come from runs: what reaches a child, and what can be sent.

docs/matrices.toml lists the rows; each names a snippet and the label of a line that the
snippet prints, "label: value". A cell is the value in the transcript that applies to a
system, Python version and start method, and only if the snippet's present content has
passed there. No value is ever written into the table by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from .api_page import prose
from .directive import choice
from .errors import BadInput
from .places import Place
from .snippet import METHODS, Snippet, read_transcript
from .snippet import load as load_snippet
from .strip import minor, newest, version_ranges
from .tables import Tables, read
from .transcript import Line, Text, Transcript
from .verified import NOT_APPLICABLE, PASS, SYSTEMS, Outcome, version_key
from .words import VALUES, WORDS

LANGUAGES = ("zh", "en")
NOT_RUN, ELSEWHERE = "not run", "not there"  # cells that no transcript states
KEPT = {"as in the parent", "shared", "yes"}
PLATFORM = {
    "Linux": "linux",
    "macOS": "darwin",
    "Windows": "win32",
    "Windows (Wine)": "win32",
}


@dataclass(frozen=True)
class Kind:
    """One of the tables.

    ``parts`` is how many values a line states, apart by " / "; ``texts`` are the keys
    of a row's remarks; ``by_method`` says that each start method has its columns.
    """

    parts: int
    texts: tuple[str, ...]
    by_method: bool


KINDS = {
    "state": Kind(1, ("do",), True),
    "sending": Kind(2, ("why", "do"), False),
}


@dataclass(frozen=True)
class Row:
    """One row; ``title`` and each of ``texts`` are by language."""

    ident: str
    kind: str
    snippet: Snippet
    label: str
    title: dict[str, str]
    texts: dict[str, dict[str, str]]
    link: str


Cell = tuple[str, ...]
Context = tuple[str, tuple[int, int], str]  # system, Python x.y, start method


@dataclass(frozen=True)
class Matrix:
    """The rows of one table, and how their snippets' runs ended."""

    tables: Tables
    kind: Kind
    rows: tuple[Row, ...]
    outcomes: tuple[Outcome, ...]

    @cached_property
    def runs(self) -> dict[str, dict[Context, Outcome]]:
        """The newest run of each snippet's present content in each context."""
        found: dict[str, dict[Context, Outcome]] = {}
        for row in self.rows:
            one = row.snippet
            runs = newest(
                run
                for run in self.outcomes
                if run.snippet == one.name and run.fingerprint == one.fingerprint
            )
            found[one.name] = {
                (run.system, minor(run.version), run.method): run for run in runs
            }
        return found

    @cached_property
    def contexts(self) -> list[Context]:
        """Wherever at least one of the snippets was run."""
        everywhere = {context for runs in self.runs.values() for context in runs}
        return sorted(
            everywhere,
            key=lambda c: (METHODS.index(c[2]), SYSTEMS.index(c[0]), c[1]),
        )

    def cell(self, row: Row, context: Context) -> Cell:
        """What the transcript says of a context, if the snippet has passed there."""
        return self.cells[row.ident, context]

    @cached_property
    def cells(self) -> dict[tuple[str, Context], Cell]:
        return {
            (row.ident, context): self._cell(row, context)
            for row in self.rows
            for context in self.contexts
        }

    def _cell(self, row: Row, context: Context) -> Cell:
        run = self.runs[row.snippet.name].get(context)
        if run is not None and run.kind == NOT_APPLICABLE:
            return (ELSEWHERE,)
        if run is None or run.kind != PASS:
            return (NOT_RUN,)
        system, _, method = context
        shown = row.snippet.transcript(PLATFORM[system], run.version, method)
        return _values(self.tables, row, shown)

    @cached_property
    def columns(self) -> list[tuple[Context, ...]]:
        """The contexts that are the same in all rows, as one column each.

        Where each start method has its columns, only neighbouring versions of one
        system and method are put together.
        """
        found: list[tuple[tuple, list[Context]]] = []
        for context in self.contexts:
            key: tuple = tuple(self.cell(row, context) for row in self.rows)
            if self.kind.by_method:
                key = (context[2], context[0], key)
                if found and found[-1][0] == key:
                    found[-1][1].append(context)
                    continue
            else:
                same = [column for other, column in found if other == key]
                if same:
                    same[0].append(context)
                    continue
            found.append((key, [context]))
        columns = [tuple(column) for _, column in found]
        if not self.kind.by_method:
            columns.sort(key=lambda column: min(version for _, version, _ in column))
        return columns

    def unverified(self) -> Iterator[BadInput]:
        """Cells without a run behind them, wherever anything of the site was run."""
        everywhere = {(o.system, minor(o.version), o.method) for o in self.outcomes}
        for row in self.rows:
            where = sorted(c for c in everywhere if self._cell(row, c) == (NOT_RUN,))
            if where or not everywhere:
                named = ", ".join(f"{s} {a}.{b} {m}" for s, (a, b), m in where)
                yield self.tables.bad(
                    row.ident,
                    f"{row.snippet.name} has not passed on {named or 'any Python'}",
                    "run its test there: python -m pytest tests/test_snippets.py "
                    f"-k {row.snippet.path.stem} --interpreters=FILE",
                )


def load(file: Path, kind: str, root: Path, outcomes: Iterable[Outcome]) -> Matrix:
    """Read the rows of one table.

    Args:
        file: matrices.toml.
        kind: a key of KINDS.
        root: the snippets folder.
        outcomes: how runs ended, of any snippets.

    Raises:
        BadInput: what `read` says; an unknown key or table, a text missing, a row
            twice, no such snippet, a transcript without the row's line, a value that
            has no translation.
    """
    if kind not in KINDS:
        known = list(KINDS)
        raise BadInput(f"no table {kind!r}", remedy=choice(kind, known, f"use {known}"))
    tables = read(file)
    snippets: dict[str, Snippet] = {}
    rows: list[Row] = []
    for ident, given in tables.data.items():
        row = _row(tables, ident, given, root, snippets)
        for other in rows:
            same = [
                text
                for text in LANGUAGES
                if other.kind == row.kind and other.title[text] == row.title[text]
            ]
            line = (other.snippet.name, other.label) == (row.snippet.name, row.label)
            if same or line:
                what = f"title {row.title[same[0]]!r}" if same else "line"
                raise tables.bad(
                    ident,
                    f"the same {what} as {other.ident}",
                    f"remove it here or in line {tables.lines.get(other.ident)}",
                )
        rows.append(row)
    own = tuple(row for row in rows if row.kind == kind)
    return Matrix(tables, KINDS[kind], own, tuple(outcomes))


def _row(
    tables: Tables, ident: str, given: Mapping, root: Path, snippets: dict[str, Snippet]
) -> Row:
    kind, dot, name = ident.partition(".")
    if kind not in KINDS or not dot or not name:
        ways = " or ".join(f'["{kind}.name"]' for kind in KINDS)
        raise tables.bad(ident, "belongs to no table", f"write {ways}")
    texts = [
        f"{language}-{text}" for text in KINDS[kind].texts for language in LANGUAGES
    ]
    keys = ["snippet", "label", *LANGUAGES, *texts, "link"]
    for key in keys:
        if not isinstance(given.get(key), str) or not given[key].strip():
            raise tables.bad(ident, f"no {key}", f'add {key} = "..."')
    if unknown := sorted(given.keys() - set(keys)):
        raise tables.bad(
            ident, f"unknown key {unknown[0]!r}", choice(unknown[0], keys, "remove it")
        )
    path = given["snippet"]
    if path not in snippets:
        if not (root / path).is_file():
            names = sorted(p.relative_to(root).as_posix() for p in root.rglob("*.py"))
            remedy = choice(path, names, "check the path's spelling")
            raise tables.bad(ident, f"no snippet {path!r}", remedy)
        snippets[path] = load_snippet(root / path, root)
    row = Row(
        ident,
        kind,
        snippets[path],
        given["label"],
        {language: given[language] for language in LANGUAGES},
        {
            text: {language: given[f"{language}-{text}"] for language in LANGUAGES}
            for text in KINDS[kind].texts
        },
        given["link"],
    )
    if not row.snippet.variants:
        raise tables.bad(ident, f"{path} has no transcript", "record one")
    for out in row.snippet.variants.values():
        _values(tables, row, read_transcript(out))
    return row


def _values(tables: Tables, row: Row, transcript: Transcript) -> Cell:
    """The values in the line of this label.

    Raises:
        BadInput: no such line, or several; too many values, or one that VALUES lacks.
    """
    lines = {line: _text(line) for line in transcript.out}
    own = [line for line, text in lines.items() if text.startswith(row.label + ": ")]
    if len(own) != 1:
        labels = [text.partition(": ")[0] for text in lines.values() if ": " in text]
        problem = f"{len(own) or 'no'} lines {row.label + ': ...'!r}"
        raise tables.bad(
            row.ident,
            f"{problem} in {transcript.path.name}",
            choice(row.label, labels, "let the snippet print it"),
        )
    values = tuple(lines[own[0]].removeprefix(row.label + ": ").split(" / "))
    wrong = [value for value in values if value not in VALUES]
    if wrong or len(values) != KINDS[row.kind].parts:
        problem = (
            f"the value {wrong[0]!r} has no translation"
            if wrong
            else f"{len(values)} values, not {KINDS[row.kind].parts}"
        )
        raise BadInput(
            f"{problem} ({row.ident} in {tables.file.name})",
            file=transcript.path,
            line=own[0].number,
            remedy="print one of the values in VALUES, spawnsafe/words.py, or add it",
        )
    return values


def _text(line: Line) -> str:
    return "".join(part.text for part in line.parts if isinstance(part, Text))


def render(
    matrix: Matrix,
    language: str,
    headings: Mapping[str, str] | None,
    relative: Callable[[str], str],
) -> str:
    """The table as HTML, and below it where it was run.

    Args:
        matrix: what `load` gave.
        language: "en" or "zh".
        headings: "page.md#id" of the sections there are; None: links aren't checked.
        relative: makes a link from a place's url.

    Raises:
        BadInput: a row's section isn't there.
    """
    words = WORDS[language]
    if not matrix.contexts:
        return f'<p class="matrix-none">{words["not run"]}</p>'
    body = "".join(
        _html_row(matrix, row, language, headings, relative) for row in matrix.rows
    )
    caption = words["state" if matrix.kind.by_method else "sending"]
    # one line and no empty ones: for Python-Markdown this is a single block of HTML
    return (
        f'<div class="matrix-scroll" role="region" tabindex="0" aria-label="{caption}">'
        f'<table class="matrix"><caption class="snippet-hidden">{caption}</caption>'
        f"<thead>{_head(matrix, words)}</thead><tbody>{body}</tbody></table></div>"
        f'<p class="matrix-note" data-search-exclude>{_note(matrix, words)}</p>'
    )


def _head(matrix: Matrix, words: dict) -> str:
    """Two rows: start methods above systems, or versions above ways to send."""

    def cell(text: str, scope: str, span: str = "") -> str:
        shown = escape(text)
        if scope == "colgroup":  # stays in sight while its columns are
            shown = f"<span>{shown}</span>"
        return f'<th scope="{scope}"{span}>{shown}</th>'

    both = ' rowspan="2"'
    last = "".join(cell(words[text], "col", both) for text in matrix.kind.texts)
    first = cell(words["state" if matrix.kind.by_method else "object"], "col", both)
    above, below = "", ""
    if matrix.kind.by_method:
        for method in METHODS:
            own = [column for column in matrix.columns if column[0][2] == method]
            if own:
                above += cell(method, "colgroup", f' colspan="{len(own)}"')
            below += "".join(cell(_where(column), "col") for column in own)
    else:
        for column in matrix.columns:
            mine = {version for _, version, _ in column}
            whole = {c for c in matrix.contexts if c[1] in mine} == set(column)
            text = version_ranges(mine) if whole else _where(column, methods=True)
            above += cell(f"Python {text}", "colgroup", ' colspan="2"')
            below += cell(words["pickled"], "col") + cell(words["sent"], "col")
    return f"<tr>{first}{above}{last}</tr><tr>{below}</tr>"


def _where(column: Iterable[Context], methods: bool = False) -> str:
    """ "Linux 3.11–3.13" for a column's contexts."""
    column = list(column)
    texts = []
    for system in SYSTEMS:
        if versions := {version for own, version, _ in column if own == system}:
            texts.append(f"{system} {version_ranges(versions)}")
    used = [method for method in METHODS if any(c[2] == method for c in column)]
    return ", ".join(texts + used * methods)


def _html_row(
    matrix: Matrix,
    row: Row,
    language: str,
    headings: Mapping[str, str] | None,
    relative: Callable[[str], str],
) -> str:
    if headings is not None and row.link not in headings:
        raise matrix.tables.bad(
            row.ident,
            f"no section {language}/{row.link}",
            choice(row.link, list(headings), 'write it like "process/join.md#join"'),
        )
    page, _, section = row.link.partition("#")
    link = escape(relative(Place(page, section, "").url))
    cells = ""
    for column in matrix.columns:
        values = matrix.cell(row, column[0])
        if len(values) < matrix.kind.parts:  # nothing was run: it holds for all parts
            values *= matrix.kind.parts
        cells += "".join(_html_cell(value, language) for value in values)
    for text in row.texts.values():
        cells += f'<td class="matrix-text">{prose(text[language])}</td>'
    title = prose(row.title[language])
    return f'<tr><th scope="row"><a href="{link}">{title}</a></th>{cells}</tr>'


def _html_cell(value: str, language: str) -> str:
    look = "kept" if value in KEPT else "none" if value in EMPTY else "other"
    text = WORDS[language].get(value) if value in EMPTY else None
    shown = text or (VALUES[value] if language == "zh" else value)
    # narrow columns: long names may be broken where a reader would
    shown = escape(shown).replace("Error", "<wbr>Error").replace("mp_", "mp_<wbr>")
    return f'<td class="matrix-{look}">{shown}</td>'


EMPTY = (NOT_RUN, ELSEWHERE)


def _note(matrix: Matrix, words: dict) -> str:
    """On which Pythons, under which start methods and when the cells were run."""
    runs = [run for of in matrix.runs.values() for run in of.values()]
    systems = []
    for system in SYSTEMS:
        own = {run.version for run in runs if run.system == system}
        if own:
            versions = ", ".join(sorted(own, key=version_key))
            systems.append(f"{system} {versions}")
    days = sorted({run.date for run in runs})
    when = days[0] if len(days) == 1 else words["to"].format(days[0], days[-1])
    methods = [m for m in METHODS if any(run.method == m for run in runs)]
    where = " · ".join([*systems, words["list"].join(methods)])
    return escape(words["verified"].format(date=when) + where)
