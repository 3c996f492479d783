"""The version table: what docs/versions.toml says changed, and which bugs are where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

from . import tables
from .directive import choice
from .errors import BadInput
from .snippet import PLATFORMS

KINDS = ("new", "changed", "default", "fixed", "deprecated", "removed", "open")
BUGS = ("fixed", "open")  # the kinds that say which versions are affected
KEYS = {
    "version",
    "kind",
    "systems",
    "affected",
    "zh",
    "en",
    "url",
    "snippet",
    "read-only",
}
# Where a source may stand: what doesn't move and is not somebody's retelling.
_URL = re.compile(
    r"https://(?:docs\.python\.org/3/\S+\.html(?:#\S+)?"
    r"|github\.com/python/cpython/issues/\d+"
    r"|bugs\.python\.org/issue\d+"
    r"|peps\.python\.org/pep-\d{4}/)"
)
_RELEASE = re.compile(r"3\.\d+(?:\.\d+)?")
# What the form's script understands as well; nothing else is needed.
_CLAUSE = re.compile(r"(?:>=|<=|==|!=|>|<)3\.\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Change:
    """One row: a change, or a bug that was or wasn't mended.

    ``versions`` are the releases that brought it, oldest first, one a branch;
    ``affected`` the specifiers of the versions that have the bug, each for itself.
    """

    ident: str
    kind: str
    versions: tuple[str, ...]
    text: dict[str, str]
    url: str
    systems: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()
    snippet: str | None = None

    @property
    def branch(self) -> str | None:
        """The newest branch that got it as a release: "3.14"; None for an open bug."""
        return branch(self.versions[-1]) if self.versions else None


def branch(version: str) -> str:
    """The feature version: "3.14" of "3.14.1"."""
    release = Version(version).release
    return f"{release[0]}.{release[1]}"


def has(change: Change, version: str) -> bool:
    """Whether a version has the change: its branch got it by then, or is newer."""
    if not change.versions:
        return False
    for given in change.versions:
        if branch(given) == branch(version):
            return Version(version) >= Version(given)
    return Version(version) >= Version(change.versions[-1])


def affects(change: Change, version: str) -> bool:
    """Whether a version has the bug."""
    return any(
        SpecifierSet(ranges).contains(version, prereleases=True)
        for ranges in change.affected
    )


def load(file: Path, snippets: Path) -> list[Change]:
    """Read the table, in the order of the file.

    Args:
        file: versions.toml.
        snippets: the folder of the snippets that it names.

    Raises:
        BadInput: see `tables.read`; an unknown or missing key, kind, system or
            language, versions or specifiers that are malformed or contradict each
            other, a source that is no official one, a snippet that isn't there, a
            text that two rows have.
    """
    stamp = file.stat() if file.is_file() else None
    key = (stamp.st_mtime_ns, stamp.st_size) if stamp else None
    table, changes = _load(file, key)
    for change in changes:
        if change.snippet and not (snippets / change.snippet).is_file():
            known = [p.relative_to(snippets).as_posix() for p in snippets.rglob("*.py")]
            remedy = choice(change.snippet, known, "name a file in the folder snippets")
            raise table.bad(change.ident, f"no snippet {change.snippet!r}", remedy)
    return changes


@lru_cache(maxsize=2)
def _load(file: Path, _key: object) -> tuple[tables.Tables, list[Change]]:
    # MkDocs makes a new Markdown object for each page: read the file once for all
    table = tables.read(file)
    changes = [_change(table, name, given) for name, given in table.data.items()]
    _check_twice(table, changes)
    return table, changes


def _check_twice(table: tables.Tables, changes: list[Change]) -> None:
    seen: dict[str, str] = {}
    for change in changes:
        for text in change.text.values():
            if text in seen:
                other = table.lines.get(seen[text])
                remedy = f"merge it with {seen[text]} in line {other}"
                raise table.bad(change.ident, "the same text as another row", remedy)
            seen[text] = change.ident


def _change(table: tables.Tables, name: str, given: dict) -> Change:
    def bad(problem: str, remedy: str) -> BadInput:
        return table.bad(name, problem, remedy)

    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise bad("not fit for an anchor", "use small letters, digits and hyphens")
    if unknown := sorted(given.keys() - KEYS):
        raise bad(
            f"unknown key {unknown[0]!r}", choice(unknown[0], sorted(KEYS), "remove it")
        )
    for key in ("zh", "en"):
        if not isinstance(given.get(key), str) or not given[key].strip():
            raise bad(f"no text in {key}", f'add {key} = "..."')
    kind = given.get("kind")
    if kind not in KINDS:
        raise bad(f"unknown kind {kind!r}", f"use one of {', '.join(KINDS)}")
    url = given.get("url")
    if not isinstance(url, str) or not _URL.fullmatch(url):
        remedy = (
            "give a page of docs.python.org/3/, an issue of CPython "
            "(https://github.com/python/cpython/issues/84559) or a PEP"
        )
        raise bad(f"no official source: {url!r}", remedy)
    systems = given.get("systems", [])
    if not isinstance(systems, list) or not set(systems) <= set(PLATFORMS):
        raise bad("bad systems", f"give a list of {', '.join(PLATFORMS)}")
    if ("snippet" in given) == ("read-only" in given):
        raise bad(
            "neither shown nor said to be unshown, or both",
            "name the snippet that shows it, or write read-only = true",
        )
    if given.get("read-only", True) is not True:
        raise bad("read-only must be true", "write read-only = true, or a snippet")
    versions = _versions(given.get("version"), kind, bad)
    affected = _affected(given.get("affected"), kind, versions, bad)
    return Change(
        name,
        kind,
        versions,
        {"zh": given["zh"].strip(), "en": given["en"].strip()},
        url,
        tuple(systems),
        affected,
        given.get("snippet"),
    )


def _versions(given: object, kind: str, bad) -> tuple[str, ...]:
    """The releases, checked: in order, one a branch, no branch left out between."""
    if kind == "open":
        if given is not None:
            raise bad("an open bug with a version", "remove it, or make it fixed")
        return ()
    versions = [given] if isinstance(given, str) else given
    if not isinstance(versions, list) or not versions:
        raise bad("no version", 'write version = "3.14", or a list of them')
    for version in versions:
        if not isinstance(version, str) or not _RELEASE.fullmatch(version):
            raise bad(f"{version!r} is no release", 'write it like "3.14" or "3.14.1"')
    minors = [Version(version).minor for version in versions]
    if minors != list(range(minors[0], minors[0] + len(minors))):
        raise bad(
            f"the branches of {', '.join(versions)} aren't one after the other",
            "give one release for each branch, oldest first, and leave none out",
        )
    return tuple(versions)


def _affected(
    given: object, kind: str, versions: Iterable[str], bad
) -> tuple[str, ...]:
    """The specifiers, checked: sound, and not holding for what is mended."""
    if kind not in BUGS:
        if given is not None:
            raise bad(f"affected, but {kind}", "make the kind fixed or open")
        return ()
    if not isinstance(given, list) or not given:
        remedy = 'write affected = [">=3.11,<3.13.15", ">=3.14,<3.14.7"]'
        raise bad("a bug without its versions", remedy)
    for ranges in given:
        try:
            specifiers = SpecifierSet(ranges)
        except (InvalidSpecifier, AttributeError, TypeError):
            specifiers = None
        clauses = ranges.split(",") if isinstance(ranges, str) else []
        if not specifiers or not all(_CLAUSE.fullmatch(one.strip()) for one in clauses):
            remedy = 'use >=, <=, >, <, == and != with releases: ">=3.11,<3.13.15"'
            raise bad(f"bad specifier {ranges!r}", remedy)
        for version in versions:
            if specifiers.contains(version):
                raise bad(
                    f"{version} has it mended and is affected by {ranges!r}",
                    "correct one of them",
                )
    return tuple(given)
