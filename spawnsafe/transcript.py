"""The grammar of transcripts: what a snippet prints, as far as it is promised.

A transcript (``name.out`` beside ``name.py``) is literal text but for these:

``{child}``, ``{worker 2}``
    The PID of a process, by its role: one name one PID, two names two PIDs.
    ``{parent}`` is the process that runs the snippet, ``{shell}`` what started it.
``{1.0 s}``, ``{1.0 s +5}``
    A duration in seconds: not below, and at most SLACK (or 5) seconds above.
``a| text``
    A line of lane a. Consecutive lane lines interleave freely and keep their order
    within a lane. ``a~| text``: a lane that may be cut short at any line.
``{... reason}``
    Alone on a line, any number of lines; within a line, any text.
``{{``, ``}}``, and ``\\`` at the start of a line
    A literal brace; a line that is otherwise taken literally.
``--- standard error ---``, ``--- exit code 1 ---``, ``--- still running after 3 s ---``
    Without them, standard error is empty and the exit code 0.
``--- recorded: Python 3.14.2, Linux, spawn; parent=31, child=32 ---``
    Written by the recorder: where the PIDs that a page shows were seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from .errors import BadInput

SLACK = 2.0  # seconds that a duration may be longer when nothing else is said


@dataclass(frozen=True)
class Text:
    """Literal text."""

    text: str


@dataclass(frozen=True)
class Role:
    """The PID of the process with this role."""

    name: str


@dataclass(frozen=True)
class Duration:
    """A printed duration, in seconds; ``text`` is its number as the transcript has it."""

    text: str
    slack: float

    @property
    def seconds(self) -> float:
        return float(self.text)

    @property
    def decimals(self) -> int:
        return len(self.text.partition(".")[2])


@dataclass(frozen=True)
class Gap:
    """Text that is not promised, and why."""

    reason: str


Part = Text | Role | Duration | Gap


@dataclass(frozen=True)
class Line:
    """One line of a transcript; ``number`` is its line in the file, from 1."""

    parts: tuple[Part, ...]
    number: int
    lane: str | None = None
    cut: bool = False  # the lane may be cut short

    @property
    def is_gap(self) -> bool:
        """Whether it stands for any number of lines."""
        one = len(self.parts) == 1 and isinstance(self.parts[0], Gap)
        return one and self.lane is None

    @property
    def source(self) -> str:
        """The line as it is written in a transcript, without its lane."""
        text = []
        for part in self.parts:
            match part:
                case Text(literal):
                    text.append(literal.replace("{", "{{").replace("}", "}}"))
                case Role(name):
                    text.append(f"{{{name}}}")
                case Duration(number, slack):
                    more = "" if slack == SLACK else f" +{slack:g}"
                    text.append(f"{{{number} s{more}}}")
                case Gap(reason):
                    text.append(f"{{... {reason}}}")
        return "".join(text)


@dataclass(frozen=True)
class Recorded:
    """Where a transcript was recorded, and the PIDs seen there."""

    where: str
    pids: dict[str, int]


@dataclass(frozen=True)
class Transcript:
    """A parsed transcript; ``running`` is the time in seconds after which the program
    must still be running, or None where it must end by itself."""

    path: Path
    out: tuple[Line, ...]
    err: tuple[Line, ...]
    exit_code: int = 0
    running: float | None = None
    recorded: Recorded | None = None


_PART = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]")
_ROLE = re.compile(r"[a-z]+(?: [a-z]+)*(?: \d+)?")
_DURATION = re.compile(r"(?P<text>\d+(?:\.\d+)?) s(?: \+(?P<slack>\d+(?:\.\d+)?))?")
_LANE = re.compile(r"(?P<lane>[a-z][a-z0-9 ]*)(?P<cut>~?)\|(?: (?P<text>.*))?$")
_MARKER = re.compile(r"--- (?P<text>.*) ---")
_EXIT = re.compile(r"exit code (?P<code>-?\d+)")
_RUNNING = re.compile(r"still running after (?P<seconds>\d+(?:\.\d+)?) s")
_RECORDED = re.compile(r"recorded: (?P<where>[^;]*)(?:; (?P<pids>.*))?")


def parse(text: str, path: Path) -> Transcript:
    """Parse a transcript.

    Args:
        text: the file's text.
        path: the file, for messages.

    Raises:
        BadInput: something in it is not of the grammar; names the line.
    """
    sections: dict[str, list[Line]] = {"out": [], "err": []}
    here, ended = "out", False
    facts: dict[str, object] = {}
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    for number, line in enumerate(lines, 1):

        def bad(problem: str, remedy: str, number: int = number) -> BadInput:
            return BadInput(problem, file=path, line=number, remedy=remedy)

        marker = _MARKER.fullmatch(line)
        if marker is None:
            if ended:
                raise bad(
                    "text after the end",
                    "put output above the line that states exit code or recording",
                )
            sections[here].append(_line(line, number, bad))
        elif marker["text"] == "standard error":
            if here == "err" or ended:
                raise bad(
                    "standard error begins twice or too late", "keep one, above the end"
                )
            here = "err"
        elif match := _EXIT.fullmatch(marker["text"]):
            if "exit_code" in facts or "running" in facts or "recorded" in facts:
                raise bad(
                    "a second or late end",
                    "state the exit code once, last but recording",
                )
            facts["exit_code"], ended = int(match["code"]), True
        elif match := _RUNNING.fullmatch(marker["text"]):
            if "exit_code" in facts or "running" in facts or "recorded" in facts:
                raise bad(
                    "a second or late end", "state the end once, last but recording"
                )
            facts["running"], ended = float(match["seconds"]), True
        elif match := _RECORDED.fullmatch(marker["text"]):
            if "recorded" in facts:
                raise bad("recorded twice", "remove one of the lines")
            facts["recorded"], ended = _recorded(match, bad), True
        else:
            raise bad(
                f"unknown marker {line!r}",
                "use '--- standard error ---', '--- exit code N ---' or "
                "'--- still running after N s ---', or put \\ before literal text",
            )
    return Transcript(path, tuple(sections["out"]), tuple(sections["err"]), **facts)


def _line(text: str, number: int, bad) -> Line:
    if text.startswith("\\"):
        return Line(_parts(text[1:], bad), number)
    lane = _LANE.match(text)
    if lane is None:
        return Line(_parts(text, bad), number)
    return Line(
        _parts(lane["text"] or "", bad), number, lane["lane"], bool(lane["cut"])
    )


def _parts(text: str, bad) -> tuple[Part, ...]:
    parts: list[Part] = []
    literal, end = "", 0
    for token in _PART.finditer(text):
        literal += text[end : token.start()]
        end = token.end()
        if token[0] in ("{{", "}}"):
            literal += token[0][0]
            continue
        if literal:
            parts.append(Text(literal))
            literal = ""
        parts.append(_part(token[0], bad))
    literal += text[end:]
    if literal:
        parts.append(Text(literal))
    return tuple(parts)


def _part(token: str, bad) -> Part:
    inner = token[1:-1]
    if token in ("{", "}"):
        raise bad(f"a single {token!r}", f"write {token * 2} for a literal brace")
    if inner.startswith("..."):
        reason = inner[3:].strip()
        if not reason:
            raise bad(
                "a gap without a reason", "write {... why this text is not promised}"
            )
        return Gap(reason)
    if match := _DURATION.fullmatch(inner):
        return Duration(match["text"], float(match["slack"] or SLACK))
    if _ROLE.fullmatch(inner):
        return Role(inner)
    raise bad(
        f"{token} is neither a role, a duration nor a gap",
        "write {child}, {worker 1}, {1.0 s}, {... reason}, or {{ }} for literal braces",
    )


def _recorded(match: re.Match[str], bad) -> Recorded:
    pids = {}
    for item in (match["pids"] or "").split(", ") if match["pids"] else []:
        name, _, number = item.partition("=")
        if not _ROLE.fullmatch(name) or not number.isdigit():
            raise bad(
                f"{item!r} is not of the form role=PID", "record the transcript again"
            )
        pids[name] = int(number)
    return Recorded(match["where"], pids)


@dataclass(frozen=True)
class Variant:
    """The runs that a transcript is for, by the tags in its file name.

    ``version`` is the lowest Python version, ``newer`` whether newer ones count too.
    """

    method: str | None = None
    platform: str | None = None  # a value of sys.platform
    version: tuple[int, ...] | None = None
    newer: bool = False
    tags: tuple[str, ...] = field(default=(), compare=False)

    def holds(self, platform: str, version: str, method: str) -> bool:
        """Whether it is for this run."""
        if self.method not in (None, method) or self.platform not in (None, platform):
            return False
        if self.version is None:
            return True
        # a pre-release such as 3.15.0rc1 counts as the release it leads to
        have = tuple(int(n) for n in re.findall(r"\d+", version)[:3])
        return have >= self.version if self.newer else have[:2] == self.version

    @property
    def rank(self) -> tuple:
        """What makes it the more specific one: more tags, an exact version, a newer one."""
        exact = self.version is not None and not self.newer
        return (len(self.tags), exact, self.version or ())


_TAGS = {"linux": "linux", "macos": "darwin", "windows": "win32"}
_VERSION = re.compile(r"py(3)(\d+)(?:_(\d+))?(\+?)")


def parse_variant(file: Path, stem: str) -> Variant:
    """Read the tags in a transcript's name: ``x.out``, ``x.spawn.py314+.out``.

    Raises:
        BadInput: a tag is unknown or stands twice.
    """
    method = platform = version = None
    newer = False
    tags = file.name.removeprefix(stem).removesuffix(".out").strip(".").split(".")
    tags = [tag for tag in tags if tag]
    for tag in tags:
        match = _VERSION.fullmatch(tag)
        if tag in ("fork", "spawn", "forkserver") and method is None:
            method = tag
        elif tag in _TAGS and platform is None:
            platform = _TAGS[tag]
        elif match and version is None and (match[4] or not match[3]):
            version = tuple(int(n) for n in match.groups()[:3] if n)
            newer = bool(match[4])
        else:
            raise BadInput(
                f"tag {tag!r} in the transcript's name is unknown or one too many",
                file=file,
                remedy="use one of fork, spawn, forkserver; one of linux, macos, windows; "
                "one like py313, py314+ or py313_8+",
            )
    return Variant(method, platform, version, newer, tuple(tags))


def choose(
    variants: dict[Variant, Path], platform: str, version: str, method: str
) -> Path | None:
    """The most specific transcript that is for this run, or None.

    Raises:
        BadInput: two are equally specific.
    """
    fit = [v for v in variants if v.holds(platform, version, method)]
    fit.sort(key=lambda v: v.rank, reverse=True)
    if len(fit) > 1 and fit[0].rank == fit[1].rank:
        raise BadInput(
            f"{variants[fit[1]].name} is as specific as this for "
            f"{platform}, Python {version}, {method}",
            file=variants[fit[0]],
            remedy="add a tag to the name of one of them",
        )
    return variants[fit[0]] if fit else None
