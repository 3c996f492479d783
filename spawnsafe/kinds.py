"""What a value in a script evidently is, for those who look for uses of the API.

UNKNOWN is everything that isn't evident; NOTHING is no statement at all, such as an
empty list's items or None: joined with anything it gives way.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Mark:
    """UNKNOWN and NOTHING."""

    name: str


UNKNOWN = Mark("unknown")
NOTHING = Mark("nothing")


@dataclass(frozen=True)
class Module:
    """A module or a package on the way to one; a context is like multiprocessing."""

    name: str


@dataclass(frozen=True)
class Named:
    """What a name of the API stands for itself: a function, a class, a bound method."""

    name: str


@dataclass(frozen=True)
class Object:
    """An object of a class of the API."""

    name: str


@dataclass(frozen=True)
class Builtin:
    """A builtin function of this name."""

    name: str


@dataclass(frozen=True)
class Function:
    """A function of the script, or a method of a class or of an object."""

    node: ast.FunctionDef | ast.AsyncFunctionDef
    bound: bool = False  # self is already given


@dataclass(frozen=True)
class OwnClass:
    """A class of the script; ``base`` is its first base that is known."""

    node: ast.ClassDef
    base: OwnClass | Named | None


@dataclass(frozen=True)
class OwnObject:
    """An object of a class of the script."""

    cls: OwnClass


@dataclass(frozen=True)
class Group:
    """A tuple, item by item."""

    items: tuple[Kind, ...]


@dataclass
class Many:
    """A list, set or iterator: all its items are of one kind. Lists grow."""

    item: Kind = NOTHING


@dataclass
class Table:
    """A dictionary."""

    key: Kind = NOTHING
    value: Kind = field(default=NOTHING)


Kind = (
    Mark
    | Module
    | Named
    | Object
    | Builtin
    | Function
    | OwnClass
    | OwnObject
    | Group
    | Many
    | Table
)


def join(one: Kind, other: Kind) -> Kind:
    """What a value is that is either of the two: the same, or it isn't evident."""
    if one is NOTHING or one == other:
        return other
    if other is NOTHING:
        return one
    if isinstance(one, Many) and isinstance(other, Many):
        return Many(join(one.item, other.item))
    if isinstance(one, Table) and isinstance(other, Table):
        return Table(join(one.key, other.key), join(one.value, other.value))
    if isinstance(one, Group) and isinstance(other, Group):
        if len(one.items) == len(other.items):
            return Group(tuple(map(join, one.items, other.items)))
    return UNKNOWN


def join_all(kinds: list[Kind] | tuple[Kind, ...]) -> Kind:
    whole: Kind = NOTHING
    for kind in kinds:
        whole = join(whole, kind)
    return whole


def element(kind: Kind) -> Kind:
    """What iterating over the value gives."""
    if isinstance(kind, Many):
        return kind.item
    if isinstance(kind, Table):
        return kind.key
    if isinstance(kind, Group):
        return join_all(kind.items)
    return NOTHING if kind is NOTHING else UNKNOWN
