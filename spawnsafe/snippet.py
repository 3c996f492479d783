"""A snippet: one runnable file, what it requires, and its transcripts.

What a snippet requires stands in the file itself, as inline script metadata
(PEP 723, https://peps.python.org/pep-0723/), and only where it requires anything.
"""

from __future__ import annotations

import ast
import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from .errors import BadInput
from .transcript import Transcript, Variant, choose, parse, parse_variant

PLATFORMS = {"linux": "linux", "macos": "darwin", "windows": "win32"}  # -> sys.platform
METHODS = ("fork", "spawn", "forkserver")
KEYS = {
    "platforms",
    "start-methods",
    "sets-start-method",
    "reason",
    "reason-zh",
    "timeout",
}

_BLOCK = re.compile(r"^# /// script\n(?P<toml>(?:#(?: .*)?\n)*?)# ///(?:\n|\Z)", re.M)
_OPENING = re.compile(r"^# /// ", re.M)
_MARKER = re.compile(r"^[ \t]*# --8<-- \[(?P<edge>start|end):(?P<name>[\w-]+)\][ \t]*$")


@dataclass(frozen=True)
class Requirements:
    """What a snippet declares about where and how it runs.

    ``python`` is None where every supported version will do; ``platforms`` are names
    of PLATFORMS; ``sets_method`` says that the snippet chooses its start method
    itself, so that it is run once, as it is; ``timeout`` is in seconds.
    """

    python: SpecifierSet | None = None
    platforms: tuple[str, ...] = tuple(PLATFORMS)
    methods: tuple[str, ...] = METHODS
    sets_method: bool = False
    reason: dict[str, str] | None = None  # by language, "en" and "zh"
    timeout: float = 60.0

    def why_not(self, platform: str, version: str, method: str) -> str | None:
        """Say why a run does not apply, or None where it does.

        Args:
            platform: a value of ``sys.platform``.
            version: a full Python version, "3.14.2".
            method: a start method.
        """
        reason = self.reason["en"] if self.reason else ""
        if self.python and not self.python.contains(version, prereleases=True):
            return reason
        if platform not in [PLATFORMS[name] for name in self.platforms]:
            return reason
        if not self.sets_method and method not in self.methods:
            return reason
        return None


@dataclass(frozen=True)
class Snippet:
    """One snippet file with all that belongs to it.

    ``name`` is its path below the snippets folder with forward slashes,
    "process/wait_for_a_child.py".
    """

    path: Path
    name: str
    source: str
    requires: Requirements
    variants: dict[Variant, Path]

    @cached_property
    def display(self) -> str:
        """The source as a page shows it: no metadata block, no section markers."""
        lines = _BLOCK.sub("", self.source, count=1).split("\n")
        return "\n".join(li for li in lines if not _MARKER.match(li)).strip("\n") + "\n"

    @cached_property
    def sections(self) -> dict[str, str]:
        """The named sections, dedented, without the markers of sections within."""
        return {name: text for name, (text, _) in _sections(self).items()}

    @cached_property
    def prints(self) -> bool:
        """Whether ``#>`` comments in the file state what it prints."""
        return re.search(r"^[ \t]*#> ?", self.source, re.M) is not None

    @cached_property
    def printed(self) -> str:
        """What the ``#>`` comments say is printed."""
        return "".join(
            match[1] + "\n"
            for match in re.finditer(r"(?m)^[ \t]*#> ?(.*)$", self.source)
        )

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits that change with the snippet or with any of its transcripts."""
        digest = hashlib.sha256()
        for path in [self.path, *sorted(self.variants.values())]:
            text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
            digest.update(f"{path.name}\0{len(text)}\0{text}".encode())
        return digest.hexdigest()[:16]

    def transcript(self, platform: str, version: str, method: str) -> Transcript:
        """The transcript that a run must fit: the variant with most tags that hold.

        Raises:
            BadInput: there is none, or it is malformed.
        """
        path = choose(self.variants, platform, version, method)
        if path is None:
            raise BadInput(
                f"no transcript for {platform}, Python {version}, {method}",
                file=self.path,
                remedy=f"record one: python -m spawnsafe record {self.path.as_posix()}",
            )
        return read_transcript(path)


def load(path: Path, root: Path) -> Snippet:
    """Read one snippet.

    Args:
        path: its file.
        root: the snippets folder.

    Raises:
        BadInput: no such file, not UTF-8, a syntax error, bad metadata, a section
            that is not closed, a transcript with an unknown tag in its name.
    """
    if not path.is_file():
        raise BadInput("no such snippet", file=path, remedy="check the path's spelling")
    try:
        source = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"not UTF-8: {error}", file=path, remedy="save it as UTF-8"
        ) from None
    try:
        ast.parse(source, filename=str(path))
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        problem = f"not valid Python: {getattr(error, 'msg', error)}"
        raise BadInput(
            problem, file=path, line=line, remedy="correct the line"
        ) from None
    # With several suffixes (x.spawn.out) Path.stem takes only the last one away.
    files = sorted(path.parent.glob(f"{path.stem}*.out"))
    found = {
        parse_variant(file, path.stem): file
        for file in files
        if file.name.split(".", 1)[0] == path.stem
    }
    name = path.resolve().relative_to(root.resolve()).as_posix()
    snippet = Snippet(path, name, source, _requirements(path, source), found)
    _sections(snippet)  # a marker without its partner shows now, not on the page
    return snippet


def load_all(root: Path) -> list[Snippet]:
    """Every snippet below a folder, in the order of their names."""
    return [load(path, root) for path in sorted(root.rglob("*.py"))]


def read_transcript(path: Path) -> Transcript:
    """Parse one transcript file; BadInput where it is malformed."""
    return parse(path.read_text(encoding="utf-8"), path)


def _sections(snippet: Snippet) -> dict[str, tuple[str, int]]:
    """Name -> (dedented text, line of its start marker)."""
    found: dict[str, tuple[str, int]] = {}
    open_: dict[str, tuple[int, list[str]]] = {}
    for number, line in enumerate(snippet.source.split("\n"), 1):
        marker = _MARKER.match(line)
        if marker is None:
            for _, lines in open_.values():
                lines.append(line)
        elif marker["edge"] == "start":
            if marker["name"] in found or marker["name"] in open_:
                problem = f"section {marker['name']!r} starts twice"
                raise BadInput(
                    problem, file=snippet.path, line=number, remedy="rename one of them"
                )
            open_[marker["name"]] = (number, [])
        elif marker["name"] not in open_:
            raise BadInput(
                f"section {marker['name']!r} ends but never started",
                file=snippet.path,
                line=number,
                remedy=f"add '# --8<-- [start:{marker['name']}]' above it",
            )
        else:
            start, lines = open_.pop(marker["name"])
            found[marker["name"]] = (_dedent(lines), start)
    for name, (start, _) in open_.items():
        raise BadInput(
            f"section {name!r} is not closed",
            file=snippet.path,
            line=start,
            remedy=f"add '# --8<-- [end:{name}]' where it ends",
        )
    return found


def _dedent(lines: list[str]) -> str:
    margin = min((len(li) - len(li.lstrip()) for li in lines if li.strip()), default=0)
    return "\n".join(li[margin:] for li in lines).strip("\n") + "\n"


def _requirements(path: Path, source: str) -> Requirements:
    def bad(problem: str, key: str | None, remedy: str) -> BadInput:
        line = start
        for offset, text in enumerate(block["toml"].split("\n") if block else [], 1):
            if key and re.match(rf"# *{re.escape(key)}\b", text):
                line = start + offset
        return BadInput(problem, file=path, line=line, remedy=remedy)

    block = _BLOCK.search(source)
    if block is None:
        opening = _OPENING.search(source)
        if opening is None:
            return Requirements()
        start = source.count("\n", 0, opening.start()) + 1
        raise bad(
            "the metadata block is malformed",
            None,
            "write '# /// script', lines that begin with '# ', then '# ///' (PEP 723)",
        )
    start = source.count("\n", 0, block.start()) + 1
    toml = "".join(line[2:] + "\n" for line in block["toml"].split("\n"))
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = start + int(at[1]) if at else start
        raise BadInput(
            f"the metadata block is not valid TOML: {error}",
            file=path,
            line=line,
            remedy="correct the line (TOML, see PEP 723)",
        ) from None
    own = data.get("tool", {}).get("spawnsafe", {})
    for key in own.keys() - KEYS:
        raise bad(f"unknown key {key!r}", key, f"use one of {', '.join(sorted(KEYS))}")

    def names(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        value = own.get(key, list(known))
        if not isinstance(value, list) or not value:
            raise bad(f"{key} must be a list", key, f"list some of {', '.join(known)}")
        for name in value:
            if name not in known:
                raise bad(
                    f"unknown name {name!r}", key, f"use some of {', '.join(known)}"
                )
        return tuple(value)

    platforms, methods = (
        names("platforms", tuple(PLATFORMS)),
        names("start-methods", METHODS),
    )
    try:
        python = (
            SpecifierSet(data["requires-python"]) if "requires-python" in data else None
        )
    except (InvalidSpecifier, TypeError):
        problem = f"requires-python {data['requires-python']!r} is no version specifier"
        raise bad(problem, "requires-python", 'write it like ">=3.14"') from None
    sets_method, timeout = own.get("sets-start-method", False), own.get("timeout", 60)
    if not isinstance(sets_method, bool):
        raise bad(
            "sets-start-method must be true or false", "sets-start-method", "write true"
        )
    if (
        isinstance(timeout, bool)
        or not isinstance(timeout, int | float)
        or timeout <= 0
    ):
        raise bad("timeout must be a number of seconds above 0", "timeout", "write 20")
    limited = python or len(platforms) < 3 or len(methods) < 3
    reason = {"en": own.get("reason"), "zh": own.get("reason-zh")}
    for language, text in reason.items():
        if limited and not (isinstance(text, str) and text.strip()):
            key = "reason" if language == "en" else "reason-zh"
            raise bad(
                f"a limit needs a {key}", None, f'add {key} = "..." to [tool.spawnsafe]'
            )
    return Requirements(
        python,
        platforms,
        methods,
        sets_method,
        reason if limited else None,
        float(timeout),
    )
