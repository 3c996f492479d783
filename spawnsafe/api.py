"""The API table: what docs/api.toml says of each public name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from . import tables
from .errors import BadInput
from .snippet import PLATFORMS
from .tables import Tables

KEYS = {
    "zh",
    "en",
    "since",
    "changed",
    "soft-deprecated",
    "platforms",
    "docs",
    "also",
    "inherits",
    "members-of",
    "returns",
    "not-found",
    "may-lack",
}


@dataclass(frozen=True)
class Name:
    """One row.

    ``text`` is a sentence of Markdown by language; ``docs`` a page and anchor of the
    official docs, empty where they are silent; ``also`` the full names that share the
    row. The other fields are as docs/api.toml explains them.
    """

    name: str
    module: str
    text: dict[str, str]
    since: str | None = None
    changed: tuple[str, ...] = ()
    soft_deprecated: str | None = None
    platforms: tuple[str, ...] = ()
    docs: str = ""
    also: tuple[str, ...] = ()
    inherits: str | None = None
    members_of: str | None = None
    returns: str | None = None
    not_found: str | None = None
    may_lack: str | None = None
    line: int | None = None

    @property
    def short(self) -> str:
        """The name as a page shows it, below the heading of its module."""
        return self.name.removeprefix(self.module + ".")

    @property
    def owner(self) -> str:
        """What it is a member of: a class or a module."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True)
class Api:
    """The whole table. ``modules`` maps each module to its page of the docs."""

    file: Path
    modules: dict[str, str]
    rows: dict[str, Name]

    @cached_property
    def known(self) -> dict[str, Name]:
        """Every name there is -> its row; names that share a row have the same."""
        return {name: row for row in self.rows.values() for name in all_names(row)}

    @cached_property
    def owners(self) -> set[str]:
        """The classes and modules that have members here."""
        return {row.owner for row in self.rows.values()}

    def of_module(self, module: str) -> list[Name]:
        return [row for row in self.rows.values() if row.module == module]

    def members(self, name: str) -> list[Name]:
        """The rows of a class's members, without those that it inherits."""
        return [row for row in self.rows.values() if row.owner == name]

    def is_class(self, name: str) -> bool:
        """Whether objects of this name have members that are known."""
        row = self.rows.get(name)
        return row is not None and (bool(row.inherits) or name in self.owners)

    def member(self, name: str, attribute: str) -> Name | None:
        """The row of an object's attribute, its own or inherited."""
        at: str | None = name
        while at is not None and at in self.rows:
            if found := self.rows.get(f"{at}.{attribute}"):
                return found
            at = self.rows[at].inherits
        return None


def all_names(row: Name) -> tuple[str, ...]:
    """The names that a row is for."""
    return (row.name, *row.also)


def load(file: Path) -> Api:
    """Read the table.

    Raises:
        BadInput: no such file, bad TOML, an unknown key or platform, a sentence
            missing, a name twice, a class or module that isn't in the table.
    """
    return _load(file)


@tables.cached
def _load(read: Tables) -> Api:
    modules = read.data.get("modules", {})
    rows = {
        name: _row(name, given, modules, read)
        for name, given in read.data.items()
        if name != "modules"
    }
    api = Api(read.file, modules, rows)
    _check(api)
    return api


def _row(name: str, given: dict, modules: dict[str, str], read: Tables) -> Name:
    bad = partial(read.bad, name)
    if unknown := sorted(given.keys() - KEYS):
        raise bad(
            f"unknown key {unknown[0]!r}", f"use one of {', '.join(sorted(KEYS))}"
        )
    for key in ("zh", "en"):
        if not isinstance(given.get(key), str) or not given[key].strip():
            raise bad(f"no sentence in {key}", f'add {key} = "..."')
    for key in ("changed", "platforms", "also"):
        if not isinstance(given.get(key, []), list):
            raise bad(f"{key} must be a list", f'write {key} = ["..."]')
    for platform in given.get("platforms", ()):
        if platform not in PLATFORMS:
            raise bad(f"unknown platform {platform!r}", f"use {', '.join(PLATFORMS)}")
    versions = [given.get("since"), given.get("soft-deprecated")]
    for version in [*versions, *given.get("changed", ())]:
        if version is not None and not re.fullmatch(r"3\.\d+", str(version)):
            raise bad(f"{version!r} is no version", 'write it like "3.14"')
    homes = [own for own in modules if name.startswith(own + ".")]
    if not homes:
        raise bad("its module is not listed", "add the module to [modules]")
    module = max(homes, key=len)
    return Name(
        name=name,
        module=module,
        text={"zh": given["zh"], "en": given["en"]},
        since=given.get("since"),
        changed=tuple(given.get("changed", ())),
        soft_deprecated=given.get("soft-deprecated"),
        platforms=tuple(given.get("platforms", ())),
        docs=given.get("docs", f"{modules[module]}#{name}"),
        also=tuple(given.get("also", ())),
        inherits=given.get("inherits"),
        members_of=given.get("members-of"),
        returns=given.get("returns"),
        not_found=given.get("not-found"),
        may_lack=given.get("may-lack"),
        line=read.lines.get(name),
    )


def _check(api: Api) -> None:
    """What one row says of others."""
    seen: dict[str, Name] = {}
    for row in api.rows.values():
        for name in all_names(row):
            if name in seen:
                raise BadInput(
                    f"{name} stands in two rows",
                    file=api.file,
                    line=row.line,
                    remedy=f"remove it here or in line {seen[name].line}",
                )
            seen[name] = row
        named = re.findall(r"[\w.]+", row.returns or "")
        named = [n for n in named if n not in ("list", "tuple", "argument")]
        for name in [*named, *([row.inherits] if row.inherits else [])]:
            if name not in api.rows and name not in api.modules:
                raise BadInput(
                    f"{row.name}: {name} is not in the table",
                    file=api.file,
                    line=row.line,
                    remedy="correct the name, or add a row for it",
                )
