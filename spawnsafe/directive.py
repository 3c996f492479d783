"""The lines of a page that place something: their grammar, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from .errors import BadInput

# The lines in a page's text that place a snippet, for those who look for them.
INCLUSION = re.compile(
    r"(?m)^[ \t]*:::[ \t]+(?P<kind>snippet|output)[ \t]+(?P<path>\S+)"
)


class Kind(NamedTuple):
    """What may follow a kind: ``name`` of what it places, empty where there is one."""

    name: str
    options: tuple[str, ...] = ()


KINDS = {
    "snippet": Kind("PATH", ("section",)),
    "output": Kind("PATH"),
    "stacks": Kind("PATH"),
    "api": Kind("MODULE"),
    "glossary": Kind(""),
    "versions": Kind(""),
    "affected": Kind(""),
    "matrix": Kind("NAME"),
    "errors": Kind("KIND"),
    "error-search": Kind(""),
    "rules": Kind(""),
    "findings": Kind("PATH", ("format",)),
    "try": Kind(""),
    "corrections": Kind("SUBJECT"),
    "lessons": Kind("NOTE"),
    "topics": Kind("SUBJECT"),
    "pictures": Kind("NOTE"),
}


def _usage() -> str:
    forms = []
    for word, kind in KINDS.items():
        forms.append(f"'::: {word} {kind.name}".rstrip() + "'")
        forms += (f"'::: {word} {kind.name} {o}=NAME'" for o in kind.options)
    return f"write {', '.join(forms[:-1])} or {forms[-1]}"


USAGE = _usage()

_BEGINS = re.compile(r"[ \t]*:::")
_MISPLACED = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]|>)[ \t]+:::")
_FENCE = re.compile(r"[ \t>]*(?P<mark>`{3,}|~{3,})")


class Directive(NamedTuple):
    """One line: ``kind`` is a key of KINDS.

    ``path`` is the snippet's name, or that of the module, subject or note; empty for
    what needs none.
    """

    kind: str
    path: str
    options: dict[str, str]


def is_directive(line: str) -> bool:
    """Whether a line must be a directive, well-formed or not."""
    return bool(_BEGINS.match(line) or _MISPLACED.match(line))


def parse(line: str) -> Directive:
    """Read one line; BadInput, without a place, where it is malformed."""
    if _MISPLACED.match(line):
        raise BadInput(
            "a snippet in the line of a list mark or quote",
            remedy="put it on a line of its own, indented",
        )
    mark, *words = line.split()
    if words and words[0] in KINDS and not KINDS[words[0]].name:
        words.insert(1, "")
    if mark != ":::" or len(words) < 2:
        raise BadInput(f"malformed line {line.strip()!r}", remedy=USAGE)
    kind, path, *rest = words
    if kind not in KINDS:
        raise BadInput(f"unknown kind {kind!r}", remedy=choice(kind, KINDS, USAGE))
    allowed = KINDS[kind].options
    options: dict[str, str] = {}
    for word in rest:
        option, equals, value = word.partition("=")
        if option not in allowed:
            remedy = choice(option, allowed, "remove it")
            raise BadInput(f"{kind} has no option {option!r}", remedy=remedy)
        if not equals or not value or option in options:
            raise BadInput(
                f"option {word!r} has no value or comes twice",
                remedy=f"write {option}=NAME once",
            )
        options[option] = value
    return Directive(kind, path, options)


def line_of(page: Sequence[str], text: str) -> int | None:
    """The line of a page, from 1, on which a directive stands first.

    What is in a fence is an example and is not meant. Of equal lines the first one is:
    what is wrong with one of them is wrong with all.
    """
    fence = ""
    for at, line in enumerate(page, 1):
        mark = _FENCE.match(line)
        if fence:
            closes = mark is not None and mark["mark"].startswith(fence)
            if closes and not line.strip(f"{fence[0]} \t>"):
                fence = ""
        elif mark:
            fence = mark["mark"]
        elif line.strip() == text.strip():
            return at
    return None


def choice(given: str, known: Sequence[str], otherwise: str) -> str:
    """A remedy for a name that isn't known: those that look like it, or a few all."""
    known = list(known)
    close = get_close_matches(given, known, n=3, cutoff=0.5)
    if not close:  # a right file name in a wrong folder
        file = given.rpartition("/")[2]
        close = [name for name in known if name.rpartition("/")[2] == file]
    if close:
        return f"did you mean {', '.join(close)}?"
    return f"use {', '.join(known)}" if 0 < len(known) <= 6 else otherwise
