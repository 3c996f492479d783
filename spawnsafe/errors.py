"""The one exception for bad input: what is wrong, where, and what to do."""

from __future__ import annotations

from pathlib import Path


class BadInput(Exception):
    """Something that a person wrote can't be used.

    Args:
        problem: what is wrong, in one sentence.
        file: the file that holds it.
        line: the line in that file, counted from 1.
        remedy: what to do about it, in one sentence.
    """

    def __init__(
        self,
        problem: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        remedy: str,
    ) -> None:
        self.problem, self.file, self.line, self.remedy = problem, file, line, remedy
        where = "" if file is None else f"{file}:{line}: " if line else f"{file}: "
        super().__init__(f"{where}{problem}\n  remedy: {remedy}")
