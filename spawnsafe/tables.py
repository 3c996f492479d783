"""Read the data files of the reference pages: TOML, one table for each row."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from .errors import BadInput

T = TypeVar("T")

# [name], ["dotted.name"], and name = ... (which is no table) at the start of a line
_START = re.compile(
    r'(?m)^(?:\["(?P<q>[^"\n]+)"\]|\[(?P<t>[^\]\n]+)\]|(?P<k>[\w-]+) *=)'
)


@dataclass(frozen=True)
class Tables:
    """A data file: its tables by name, and the line in which each begins."""

    file: Path
    data: dict[str, dict]
    lines: dict[str, int]

    def bad(self, name: str, problem: str, remedy: str) -> BadInput:
        """The error to raise for something wrong in a table."""
        return BadInput(
            f"{name}: {problem}",
            file=self.file,
            line=self.lines.get(name),
            remedy=remedy,
        )


def read(file: Path) -> Tables:
    """Read a data file.

    Raises:
        BadInput: no such file, no UTF-8, bad TOML, something outside of all tables.
    """
    if not file.is_file():
        raise BadInput(
            "no such file",
            file=file,
            remedy=f"set the extension's option reference to the folder of {file.name}",
        )
    try:
        text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        raise BadInput(
            f"not UTF-8: {error.reason}",
            file=file,
            line=before.count(b"\n") + 1,
            remedy="save the file as UTF-8",
        ) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise BadInput(
            f"not valid TOML: {error}",
            file=file,
            line=int(at[1]) if at else None,
            remedy="correct the line",
        ) from None
    lines: dict[str, int] = {}
    for match in _START.finditer(text):
        name = match["q"] or match["t"] or match["k"]
        lines.setdefault(name, text.count("\n", 0, match.start()) + 1)
    tables = Tables(file, data, lines)
    for name, given in data.items():
        if not isinstance(given, dict):
            raise tables.bad(name, "not a table", "write [name] and its keys below")
    return tables


def cached(parse: Callable[[Tables], T]) -> Callable[[Path], T]:
    """Make of a function of tables one of a file, which reads it when it has changed.

    MkDocs makes a new Markdown object for each page: the file is read once for all.
    The function raises what `read` and ``parse`` raise.
    """

    @lru_cache(maxsize=2)
    def parsed(file: Path, _mtime: int, _size: int) -> T:
        return parse(read(file))

    @wraps(parse)
    def load(file: Path) -> T:
        if not file.is_file():
            return parse(read(file))  # raises
        stamp = file.stat()
        return parsed(file, stamp.st_mtime_ns, stamp.st_size)

    return load
