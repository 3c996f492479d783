"""The error index: texts of errors, quoted from the transcripts that hold them.

An entry names a snippet that fails and what to quote from its transcripts. No text is
typed, and none can go stale: a transcript that is recorded anew changes the page.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .directive import choice
from .errors import BadInput
from .places import headings
from .snippet import PLATFORMS, Snippet, load, read_transcript
from .strip import minor
from .tables import Tables, cached
from .transcript import Line, Text, Transcript, choose
from .verified import PASS, Outcome

PAGE = "errors/index.md"  # where the site shows it
KINDS = (
    "start",
    "pickle",
    "locks",
    "queues",
    "pools",
    "executors",
    "shared-memory",
    "managers",
    "process",
    "os",
)
TEXTS = ("zh", "en", "zh-cause", "en-cause", "zh-fix", "en-fix")
REQUIRED = ("kind", "wrong", "match", "right", "link", *TEXTS)
OPTIONAL = ("also", "frames", "follows", "read")
GAP = "…"  # stands for text that differs from run to run

_LINK = re.compile(r"[\w/-]+\.md#[\w.-]+")
# What a transcript promises where nobody has run it yet: system, its sys.platform
_SYSTEMS = {"Linux": "linux", "macOS": "darwin", "Windows": "win32"}
_PLATFORM = {**_SYSTEMS, "Windows (Wine)": "win32"}
_VERSIONS = [(3, minor) for minor in range(11, 16)]


@dataclass(frozen=True)
class Read:
    """A wording that was read, not run: its text, where, and the address of that."""

    text: str
    where: str
    url: str


@dataclass(frozen=True)
class Entry:
    """One error: what to quote of which transcripts, why it comes, what helps.

    ``match`` selects the lines to quote; where it has a group, only that part of the
    line. ``also`` are further ones. ``frames`` are names in the traceback that tell
    this error from others with the same text. ``follows``: it often only follows
    another error, which then is the one to look up.
    """

    ident: str
    kind: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    match: tuple[re.Pattern[str], ...]  # also included
    link: str
    name: dict[str, str]
    cause: dict[str, str]
    fix: dict[str, str]
    frames: tuple[str, ...] = ()
    follows: bool = False
    read: tuple[Read, ...] = ()
    line: int | None = None


@dataclass(frozen=True)
class Index:
    """The entries in the order of the file, and that file."""

    file: Path
    entries: tuple[Entry, ...]

    def of(self, kind: str) -> list[Entry]:
        """The entries of one section; BadInput where there are none."""
        found = [entry for entry in self.entries if entry.kind == kind]
        if not found:
            known = list(dict.fromkeys(entry.kind for entry in self.entries))
            remedy = choice(kind, known, f"use one of {', '.join(known)}")
            raise BadInput(f"{self.file.name} has no kind {kind!r}", remedy=remedy)
        return found

    def bad(self, entry: Entry, problem: str, remedy: str) -> BadInput:
        text = f"{entry.ident}: {problem}"
        return BadInput(text, file=self.file, line=entry.line, remedy=remedy)

    @property
    def snippets(self) -> list[str]:
        """Every snippet that an entry names, once."""
        names = (n for entry in self.entries for n in (*entry.wrong, *entry.right))
        return list(dict.fromkeys(names))


@cached
def load_index(table: Tables) -> Index:
    """Read errors.toml.

    Raises:
        BadInput: no such file, bad TOML, an unknown or missing key, a malformed value,
            a wrong snippet whose name doesn't end in _wrong, a title that comes twice.
    """
    entries: list[Entry] = []
    for ident, given in table.data.items():
        entry = _entry(table, ident, given)
        for other in entries:
            for language in ("zh", "en"):
                if entry.name[language] == other.name[language]:
                    raise table.bad(
                        ident,
                        f"the title {entry.name[language]!r} stands twice",
                        f"rename it, or merge it with {other.ident}, line {other.line}",
                    )
        entries.append(entry)
    return Index(table.file, tuple(entries))


def _entry(table: Tables, ident: str, given: dict) -> Entry:
    def bad(problem: str, remedy: str) -> BadInput:
        return table.bad(ident, problem, remedy)

    def strings(key: str) -> tuple[str, ...]:
        value = given.get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(
            isinstance(one, str) and one.strip() for one in value
        ):
            raise bad(f"{key} is not text", f'write {key} = "..." or ["...", "..."]')
        return tuple(value)

    if not re.fullmatch(r"[a-z][a-z0-9-]*", ident):
        raise bad("not fit for an anchor", "use small letters, digits and hyphens")
    for key in given:
        if key not in (*REQUIRED, *OPTIONAL):
            known = [*REQUIRED, *OPTIONAL]
            remedy = choice(key, known, f"use {', '.join(known)}")
            raise bad(f"unknown key {key!r}", remedy)
    for key in REQUIRED:
        if not strings(key):
            raise bad(f"no {key}", f'add {key} = "..."')
    for key in ("kind", "match", "link", *TEXTS):
        if not isinstance(given[key], str):
            raise bad(f"{key} is not one text", f'write {key} = "..."')
    if given["kind"] not in KINDS:
        raise bad(f"unknown kind {given['kind']!r}", f"use one of {', '.join(KINDS)}")
    for name in strings("wrong"):
        if not name.endswith("_wrong.py"):
            raise bad(f"wrong: {name} does not end in _wrong.py", "name one that fails")
    for name in strings("right"):
        if name.endswith("_wrong.py"):
            raise bad(f"right: {name} ends in _wrong.py", "name one that doesn't fail")
    if not _LINK.fullmatch(given["link"]):
        raise bad("malformed link", 'write it like "process/join.md#join"')
    if not isinstance(given.get("follows", False), bool):
        raise bad("follows is not true or false", "write follows = true")
    patterns = []
    for pattern in (given["match"], *strings("also")):
        try:
            patterns.append(re.compile(pattern))
        except re.error as error:
            raise bad(
                f"{pattern!r} is no regular expression: {error}", "correct it"
            ) from None
        if patterns[-1].groups > 1:
            raise bad(f"{pattern!r} has several groups", "write (?:...) for the others")
    return Entry(
        ident,
        given["kind"],
        strings("wrong"),
        strings("right"),
        tuple(patterns),
        given["link"],
        *({own: given[f"{own}{key}"] for own in ("zh", "en")} for key in _PARTS),
        strings("frames"),
        given.get("follows", False),
        tuple(_read(one, bad) for one in given.get("read", [])),
        table.lines.get(ident),
    )


_PARTS = ("", "-cause", "-fix")


def _read(given: object, bad: Callable[[str, str], BadInput]) -> Read:
    keys = {"text", "where", "url"}
    form = 'write {text="...", where="...", url="https://..."}'
    if not isinstance(given, dict) or given.keys() != keys:
        raise bad("read has other keys than text, where and url", form)
    if not all(isinstance(value, str) and value.strip() for value in given.values()):
        raise bad("read holds something empty or no text", form)
    if not given["url"].startswith("https://"):
        raise bad(f"read: {given['url']!r} is no address", form)
    return Read(**given)


def check_links(index: Index, docs: Path) -> None:
    """BadInput where a link leads to no section, in either language."""
    for language in ("zh", "en"):
        known = headings(docs / language)
        for entry in index.entries:
            if entry.link not in known:
                remedy = choice(entry.link, list(known), "link to a section there is")
                raise index.bad(
                    entry, f"{entry.link} is not in docs/{language}", remedy
                )


# Quotations

Context = tuple[str, tuple[int, int], str]  # system, Python, method ("": its own)


@dataclass(frozen=True)
class Quote:
    """Lines that were seen together in the same runs.

    ``own`` are the names in them that are the snippet's: a reader's text has others.
    ``seen`` is False where no run is on record yet: then the transcripts promise it.
    """

    lines: tuple[str, ...]
    own: frozenset[str]
    contexts: frozenset[Context]
    seen: bool


def quotes(
    index: Index, entry: Entry, snippets: Path, outcomes: Iterable[Outcome]
) -> list[Quote]:
    """What the transcripts of an entry's wrong snippets say, the oldest wording first.

    Args:
        index: where the entry is from.
        entry: one of it.
        snippets: the folder of the snippets.
        outcomes: the runs on record, of any snippet.

    Raises:
        BadInput: a snippet that doesn't exist; no line to quote in the transcripts of a
            wrong one; a quoted line in those of a right one.
    """
    outcomes = list(outcomes)
    found: dict[str, set[Context]] = {}
    order: dict[str, tuple] = {}
    own: set[str] = set()
    promised: set[str] = set()
    for which, name in enumerate(entry.wrong):
        snippet = _snippet(index, entry, name, snippets)
        own |= names(snippet)
        contexts, run = _contexts(snippet, outcomes)
        some = False
        for path, where in contexts.items():
            quoted = _quoted(entry, read_transcript(path))
            some = some or bool(quoted)
            if not run:
                promised.update(quoted)
            for number, text in enumerate(quoted):
                found.setdefault(text, set()).update(where)
                order.setdefault(text, (which, number))
        if not some:
            raise index.bad(
                entry,
                f"no line of the transcripts of {name} matches",
                f"look at {name.removesuffix('.py')}*.out and correct match",
            )
    for name in entry.right:
        snippet = _snippet(index, entry, name, snippets)
        for path in snippet.variants.values():
            for text in _quoted(entry, read_transcript(path)):
                if text in found:
                    raise index.bad(
                        entry,
                        f"{path.name}, of the right snippet, holds the text {text!r}",
                        "name a snippet that doesn't fail, or narrow match",
                    )
    groups: dict[frozenset[Context], list[str]] = {}
    for text in sorted(found, key=order.__getitem__):
        groups.setdefault(frozenset(found[text]), []).append(text)
    return [
        Quote(tuple(texts), frozenset(own), contexts, not promised & set(texts))
        for contexts, texts in sorted(groups.items(), key=lambda one: _age(one[0]))
    ]


def _age(contexts: frozenset[Context]) -> tuple:
    return min(version for _, version, _ in contexts), -len(contexts)


def _snippet(index: Index, entry: Entry, name: str, root: Path) -> Snippet:
    path = root / name
    if not path.is_file():
        known = [p.relative_to(root).as_posix() for p in root.rglob("*.py")]
        remedy = choice(name, sorted(known), "correct its path")
        raise index.bad(entry, f"no snippet {name}", remedy)
    return load(path, root)


def _contexts(
    snippet: Snippet, outcomes: list[Outcome]
) -> tuple[dict[Path, set[Context]], bool]:
    """Each transcript -> the runs it is for, and whether these have been made."""
    needs = snippet.requires
    wanted = snippet.name, snippet.fingerprint, PASS
    runs = [
        (o.system, o.version, o.method)
        for o in outcomes
        if (o.snippet, o.fingerprint, o.kind) == wanted
    ]
    made = bool(runs)
    if not made:
        runs = [
            (system, f"3.{version[1]}.99", method)
            for system, platform in _SYSTEMS.items()
            for version in _VERSIONS
            for method in methods_of(system)
            if needs.why_not(platform, f"3.{version[1]}.99", method) is None
        ]
    found: dict[Path, set[Context]] = {}
    for system, version, method in runs:
        path = choose(snippet.variants, _PLATFORM[system], version, method)
        if path is not None:
            shown = "" if needs.sets_method else method
            context = system, minor(version), shown
            found.setdefault(path, set()).add(context)
    return found, made


def methods_of(system: str) -> tuple[str, ...]:
    """The start methods that a system has."""
    windows = _PLATFORM[system] == PLATFORMS["windows"]
    return ("spawn",) if windows else ("fork", "spawn", "forkserver")


def _quoted(entry: Entry, transcript: Transcript) -> list[str]:
    """The texts to quote, each once, in the order of the transcript."""
    texts = []
    for line in (*transcript.out, *transcript.err):
        text = _text(line)
        for pattern in entry.match:
            if match := pattern.search(text):
                texts.append((match[1] if pattern.groups else text).strip())
                break
    return [text for text in dict.fromkeys(texts) if text]


def _text(line: Line) -> str:
    """A line as a reader may meet it, but for what differs from run to run."""
    return "".join(p.text if isinstance(p, Text) else GAP for p in line.parts)


def names(snippet: Snippet) -> set[str]:
    """The names that a snippet gives itself, and its file's."""
    found = {snippet.path.stem}
    for node in ast.walk(ast.parse(snippet.source)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
    return {
        name
        for name in found
        if not name.startswith("__") and name not in sys.stdlib_module_names
    }
