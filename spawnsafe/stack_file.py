"""Where each process of a hung snippet waits: a file beside it, written by a run only.

`python -m spawnsafe record --stacks SNIPPET` writes NAME.stacks: for each process by
its role and each of its threads the calls, the innermost first, as `py-spy dump` has
them. The tests capture them again on the same version and start method.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.version import Version

from .errors import BadInput
from .interpreter import Interpreter
from .run import Limits, run
from .snippet import METHODS, Snippet
from .stacks import Stack

HEAD = "# Where it waits, the innermost call first; written by a run only.\n"
CAPTURES = (2.0, 4.0)  # seconds; two that agree: it is at rest
# What a child is, by a function that only such a one runs
KINDS = {
    ("multiprocessing/managers.py", "_run_server"): "manager",
    ("multiprocessing/pool.py", "worker"): "pool worker",
    ("concurrent/futures/process.py", "_process_worker"): "executor worker",
}
ROLES = ("main", "child", *KINDS.values(), "fork server", "resource tracker")
MAIN = "main"  # the main thread; others are called by the function that they run

_RECORDED = re.compile(r"recorded: Python ([\w.+]+), (Linux|macOS|Windows), (\w+)")
_SOURCE = re.compile(r"snippet: ([0-9a-f]{16})")
_THREAD = re.compile(r"  thread (\S+)")
_FRAME = re.compile(r"    (?P<name>\S+) \((?P<file>.+):(?P<line>\d+)\)")
_MACHINE = re.compile(r"^(?:/|[A-Za-z]:|\\)")


@dataclass(frozen=True)
class Frame:
    """One call: a file of the standard library is given from its folder on."""

    name: str
    file: str
    line: int


@dataclass(frozen=True)
class Thread:
    """A thread of a process; ``frames`` begin with the innermost."""

    name: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True)
class Process:
    """A process of the run; ``role`` is one of ROLES."""

    role: str
    threads: tuple[Thread, ...]


@dataclass(frozen=True)
class Recording:
    """What one file holds.

    Attributes:
        source: the fingerprint of the snippet's text when it was recorded.
    """

    version: str
    system: str
    method: str
    source: str
    processes: tuple[Process, ...]

    @property
    def where(self) -> str:
        return f"Python {self.version}, {self.system}, {self.method}"


def path_of(snippet: Snippet) -> Path:
    return snippet.path.with_suffix(".stacks")


def fingerprint(snippet: Snippet) -> str:
    """Changes with the snippet's text, which the line numbers refer to."""
    return hashlib.sha256(snippet.source.encode()).hexdigest()[:16]


def remedy(snippet: Snippet) -> str:
    return f"run: python -m spawnsafe record --stacks {snippet.path.as_posix()}"


# Capturing


def context(
    snippet: Snippet, pythons: Iterable[Interpreter], methods: list[str] | None = None
) -> tuple[Interpreter, str]:
    """Where stacks are recorded: the newest Linux, its first method that applies.

    Raises:
        BadInput: the snippet runs on none of these.
    """
    ours = [python for python in pythons if python.platform == "linux"]
    for python in sorted(ours, key=lambda one: Version(one.version), reverse=True):
        for method in python.methods:
            if methods is not None and method not in methods:
                continue
            if not snippet.requires.why_not(python.platform, python.version, method):
                return python, method
    raise BadInput(
        "no Python on Linux to record the stacks with",
        file=snippet.path,
        remedy="name one in the listing of interpreters",
    )


def capture(
    snippet: Snippet, python: Interpreter, method: str, seconds: float
) -> Recording:
    """Run a snippet until it hangs, and ask where its processes are.

    Raises:
        BadInput: it doesn't hang, or not in the start method asked for.
    """
    result = run(
        snippet.path,
        python,
        method,
        limits=Limits(seconds=seconds),
        sets_method=snippet.requires.sets_method,
        stacks=True,
    )
    problem = None
    if result.stopped is None:
        problem = f"does not hang: it ended with exit code {result.exit_code}"
    elif not result.stopped.startswith("time limit"):
        problem = f"does not wait, it was stopped by the {result.stopped}"
    elif result.method_problem:
        problem = result.method_problem
    elif not result.stacks:
        problem = "no process told where it is"
    if problem:
        raise BadInput(
            problem,
            file=snippet.path,
            remedy="record stacks of snippets that wait for ever only",
        )
    made = Recording(
        python.version,
        python.system,
        method,
        fingerprint(snippet),
        _processes(result.stacks),
    )
    refuse_paths(made, snippet.path)
    return made


def record(
    snippet: Snippet, pythons: Iterable[Interpreter], methods: list[str] | None = None
) -> str:
    """Write the file of a snippet; what was done, for people.

    Raises:
        BadInput: the snippet doesn't hang, or is not at rest when it does.
    """
    row = context(snippet, pythons, methods)
    first, second = (capture(snippet, *row, seconds) for seconds in CAPTURES)
    if problems := compare(first, second, snippet):
        raise BadInput(
            f"is not at rest: {problems[0]}",
            file=snippet.path,
            remedy="let every process and thread wait for something",
        )
    file = path_of(snippet)
    if file.exists():
        old = file.read_text(encoding="utf-8")
        if old == dump(second):
            return f"{file}: unchanged"
    file.write_text(dump(second), encoding="utf-8", newline="\n")
    return f"{file}: written ({second.where})"


def _processes(stacks: Iterable[Stack]) -> tuple[Process, ...]:
    threads: dict[int, list[Stack]] = {}
    for one in stacks:
        threads.setdefault(one.pid, []).append(one)
    made = [_process(ones) for ones in threads.values()]
    # the order in which they began is not that of the program
    made.sort(key=lambda one: (ROLES.index(one.role), repr(one.threads)))
    return tuple(made)


def _process(stacks: list[Stack]) -> Process:
    threads = []
    role = stacks[0].role
    for stack in stacks:
        if stack.role in ("fork server", "resource tracker"):
            role = stack.role
        frames = tuple(
            Frame(name, file.removeprefix("…/"), line)
            for file, line, name in reversed(stack.frames)
        )
        threads.append(Thread(_thread(frames), frames))
        for frame in frames:
            if role == "child":
                role = KINDS.get((frame.file, frame.name), role)
    threads.sort(key=lambda one: (one.name != MAIN, one.name, repr(one.frames)))
    return Process(role, tuple(threads))


def _thread(frames: tuple[Frame, ...]) -> str:
    """What a thread is called: by the first function that is its own."""
    if frames[-1].file != "threading.py" or "_bootstrap" not in frames[-1].name:
        return MAIN
    inner = [f for f in frames if f.file != "threading.py"]
    return inner[-1].name if inner else frames[0].name


def refuse_paths(recording: Recording, file: Path) -> None:
    for process in recording.processes:
        for thread in process.threads:
            for frame in thread.frames:
                if _MACHINE.match(frame.file):
                    raise BadInput(
                        f"a path of one machine: {frame.file}",
                        file=file,
                        remedy="record it with a Python whose library can be told by "
                        "its path (.../lib/pythonX.Y/)",
                    )


# Comparing


def compare(recorded: Recording, captured: Recording, snippet: Snippet) -> list[str]:
    """What differs: processes, threads, functions, files; of the snippet's own also
    the lines. Those of the library change with every patch release."""
    one = _shapes(recorded, snippet)
    other = _shapes(captured, snippet)
    problems = [f"recorded, but not seen: {_told(shape)}" for shape in one - other]
    problems += [f"seen, but not recorded: {_told(shape)}" for shape in other - one]
    return problems


def _shapes(recording: Recording, snippet: Snippet) -> Counter:
    own = snippet.path.name
    return Counter(
        (
            process.role,
            tuple(
                (
                    thread.name,
                    tuple(
                        (frame.name, frame.file, frame.line * (frame.file == own))
                        for frame in thread.frames
                    ),
                )
                for thread in process.threads
            ),
        )
        for process in recording.processes
        # the tracker is started by what needs it first, and always does the same
        if process.role != "resource tracker"
    )


def _told(shape: tuple) -> str:
    role, threads = shape
    told = []
    for name, frames in threads:
        calls = [f"{f} ({file}:{line})" if line else f for f, file, line in frames]
        told.append(f"thread {name} in {' < '.join(calls)}")
    return f"{role}, {'; '.join(told)}"


# The file


def dump(recording: Recording) -> str:
    lines = [f"recorded: {recording.where}", f"snippet: {recording.source}"]
    for process in recording.processes:
        lines += ["", process.role]
        for thread in process.threads:
            lines.append(f"  thread {thread.name}")
            lines += [f"    {f.name} ({f.file}:{f.line})" for f in thread.frames]
    return HEAD + "\n".join(lines) + "\n"


def load(snippet: Snippet) -> Recording:
    """Read the file of a snippet.

    Raises:
        BadInput: there is none, it is malformed, names a path of one machine, or was
            recorded of another text than the snippet has now.
    """
    file = path_of(snippet)
    if not file.is_file():
        raise BadInput(
            f"{snippet.name} has no stacks", file=file, remedy=remedy(snippet)
        )
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadInput("is not UTF-8", file=file, remedy=remedy(snippet)) from None
    recording = _parse(text, file, remedy(snippet))
    if recording.source != fingerprint(snippet):
        raise BadInput(
            f"the stacks are of another text than {snippet.name} has now",
            file=file,
            remedy=remedy(snippet),
        )
    return recording


def _parse(text: str, file: Path, remedy: str) -> Recording:
    def bad(problem: str, line: int) -> BadInput:
        return BadInput(problem, file=file, line=line, remedy=remedy)

    lines = text.split("\n")
    if len(lines) < 4 or lines[0] + "\n" != HEAD:
        raise bad("does not begin as a file of stacks", 1)
    where, source = _RECORDED.fullmatch(lines[1]), _SOURCE.fullmatch(lines[2])
    if not where or where[3] not in METHODS:
        raise bad("does not say where it was recorded", 2)
    if not source:
        raise bad("does not say of which text", 3)
    processes: list[tuple[str, list[tuple[str, list[Frame]]]]] = []
    for number, line in enumerate(lines[3:], 4):
        if not line:
            continue
        if line in ROLES:
            processes.append((line, []))
        elif (thread := _THREAD.fullmatch(line)) and processes:
            processes[-1][1].append((thread[1], []))
        elif (frame := _FRAME.fullmatch(line)) and processes and processes[-1][1]:
            if _MACHINE.match(frame["file"]):
                raise bad(f"a path of one machine: {frame['file']}", number)
            made = Frame(frame["name"], frame["file"], int(frame["line"]))
            processes[-1][1][-1][1].append(made)
        else:
            raise bad(f"neither process, thread nor call: {line.strip()!r}", number)
    if not processes or processes[0][0] != "main":
        raise bad("has no main process", len(lines))
    if not all(ts and all(fs for _, fs in ts) for _, ts in processes):
        raise bad("has a process without threads, or a thread without calls", 1)
    return Recording(
        where[1],
        where[2],
        where[3],
        source[1],
        tuple(
            Process(role, tuple(Thread(name, tuple(fs)) for name, fs in threads))
            for role, threads in processes
        ),
    )
