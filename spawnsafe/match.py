"""Match what a program printed against a transcript's lines.

Lanes interleave freely and roles bind to PIDs as they come, so that a line can fit in
more than one way: the search goes through the ways, deepest first, and where none
leads to the end, tells of the one that came furthest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .transcript import Duration, Gap, Line, Role, Text

BUDGET = 50_000  # states looked at before the search gives up

Pids = frozenset[tuple[str, int]]


@dataclass(frozen=True)
class Mismatch:
    """Why output does not fit.

    Attributes:
        line: the first line of the output that fits in no way, from 1; one past the
            last line where output ended too early.
        came: that line, or None.
        expected: (line in the transcript or None for the end, what it wants, why the
            line that came does not fit it).
    """

    line: int
    came: str | None
    expected: tuple[tuple[int | None, str, str], ...]

    def describe(self, stream: str, file: str) -> str:
        """The message for people, some lines long."""
        came = "the end of the output" if self.came is None else repr(self.came)
        text = [f"{stream}, line {self.line}: came {came}"]
        for number, wanted, why in self.expected:
            where = "the end" if number is None else f"{file}:{number}"
            text.append(f"  expected {wanted} ({where}){': ' + why if why else ''}")
        return "\n".join(text)


def match(
    lines: tuple[Line, ...], output: str, pids: Pids = frozenset()
) -> tuple[Pids | None, Mismatch | None]:
    """Match output against the lines of one stream.

    Args:
        lines: what the transcript has for this stream.
        output: what came; lines end with a line feed.
        pids: roles whose PIDs are known already.

    Returns:
        the PIDs by role and None, or None and the mismatch that came furthest.
    """
    actual = output.split("\n")
    if actual[-1] == "":
        actual.pop()
    return _Search(_blocks(lines), actual).run(pids)


# A block is one line, or the lanes that stand together: tuple of (lines, may be cut).
_Block = Line | tuple[tuple[tuple[Line, ...], bool], ...]


def _blocks(lines: tuple[Line, ...]) -> list[_Block]:
    blocks: list[_Block] = []
    lanes: dict[str, list[Line]] = {}

    def close() -> None:
        if lanes:
            blocks.append(
                tuple((tuple(own), any(li.cut for li in own)) for own in lanes.values())
            )
            lanes.clear()

    for line in lines:
        if line.lane is None:
            close()
            blocks.append(line)
        else:
            lanes.setdefault(line.lane, []).append(line)
    close()
    return blocks


class _Search:
    def __init__(self, blocks: list[_Block], actual: list[str]) -> None:
        self.blocks, self.actual = blocks, actual
        self.furthest = -1
        self.wanted: dict[tuple[int | None, str, str], None] = {}

    def run(self, pids: Pids) -> tuple[Pids | None, Mismatch | None]:
        # a state: block, position in each of its lanes, line of the output, PIDs
        start = (0, self._start(0), 0, pids)
        stack, seen = [start], {start}
        while stack:
            state = stack.pop()
            if state[0] == len(self.blocks) and state[2] == len(self.actual):
                return state[3], None
            for following in reversed(self._following(*state)):
                if following not in seen:
                    seen.add(following)
                    stack.append(following)
            if len(seen) > BUDGET:
                self._want(
                    None, "fewer ways to match", "too many lanes print alike lines"
                )
                break
        at = max(self.furthest, 0)
        came = self.actual[at] if at < len(self.actual) else None
        return None, Mismatch(at + 1, came, tuple(self.wanted))

    def _start(self, block: int) -> tuple[int, ...]:
        if block < len(self.blocks) and isinstance(self.blocks[block], tuple):
            return (0,) * len(self.blocks[block])
        return ()

    def _following(
        self, at: int, position: tuple[int, ...], line: int, pids: Pids
    ) -> list:
        if at == len(self.blocks):
            self._note(line, None, "the end of the output", "one line too many")
            return []
        block = self.blocks[at]
        onward = (at + 1, self._start(at + 1), line, pids)
        if isinstance(block, Line):
            if block.is_gap:  # as few lines as possible
                more = (
                    [(at, position, line + 1, pids)] if line < len(self.actual) else []
                )
                return [onward, *more]
            bound = self._try(block, line, pids)
            if bound is None:
                return []
            return [(at + 1, self._start(at + 1), line + 1, bound)]
        found = []
        for lane, (lines, _) in enumerate(block):
            if position[lane] == len(lines):
                continue
            bound = self._try(lines[position[lane]], line, pids)
            if bound is not None:
                moved = position[:lane] + (position[lane] + 1,) + position[lane + 1 :]
                found.append((at, moved, line + 1, bound))
        if all(
            cut or n == len(lines)
            for n, (lines, cut) in zip(position, block, strict=True)
        ):
            found.append(onward)
        return found

    def _try(self, line: Line, at: int, pids: Pids) -> Pids | None:
        if at == len(self.actual):
            self._note(at, line.number, repr(line.source), "")
            return None
        bound = fit(line, self.actual[at], pids)
        if isinstance(bound, str):
            self._note(at, line.number, repr(line.source), bound)
            return None
        return bound

    def _note(self, at: int, number: int | None, wanted: str, why: str) -> None:
        if at > self.furthest:
            self.furthest = at
            self.wanted.clear()
        if at == self.furthest:
            self._want(number, wanted, why)

    def _want(self, number: int | None, wanted: str, why: str) -> None:
        if len(self.wanted) < 4:
            self.wanted[(number, wanted, why)] = None


def fit(line: Line, text: str, pids: Pids) -> Pids | str:
    """Match one line of output; the PIDs then known, or why it does not fit."""
    found = re.fullmatch(pattern(line), text)
    if found is None:
        return ""
    known = dict(pids)
    for part, group in zip(_placeholders(line), found.groups(), strict=True):
        if isinstance(part, Role):
            pid = int(group)
            if known.get(part.name, pid) != pid:
                return f"{{{part.name}}} is {known[part.name]}, not {pid}"
            for other, number in known.items():
                if number == pid and other != part.name:
                    return f"{pid} is {{{other}}}, not {{{part.name}}}"
            known[part.name] = pid
        elif isinstance(part, Duration):
            least = part.seconds - 0.5 * 10**-part.decimals
            most = part.seconds + part.slack
            if not least <= float(group) <= most:
                return f"{group} s is not within {part.text} to {most:g} s"
    return frozenset(known.items())


def pattern(line: Line) -> str:
    """The regular expression of one line, with a group for each placeholder."""
    text = []
    for part in line.parts:
        match part:
            case Text(literal):
                text.append(re.escape(literal))
            case Role():
                text.append(r"(?<!\d)([1-9]\d*)(?!\d)")
            case Duration():
                fraction = rf"\.\d{{{part.decimals}}}" if part.decimals else ""
                text.append(rf"(?<![\d.])(\d+{fraction}) s\b")
            case Gap():
                text.append(r"(.+?)")
    return "".join(text)


def _placeholders(line: Line) -> list[Role | Duration | Gap]:
    return [part for part in line.parts if not isinstance(part, Text)]
