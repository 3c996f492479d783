"""Where the threads of a hung program are: asked of every Python process it has.

The hook (inject/sitecustomize.py) lets faulthandler write to a file of each process's
own. Where there are signals, it does so on a signal: a timer would be a second thread,
and since Python 3.12 a fork of a program with two threads draws a warning. Windows has
neither signals nor fork, and so a timer.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from spawnsafe.interpreter import Interpreter

PREFIX = "stack-"
TIMER_SECONDS = 1.0  # how long before the time limit the timer goes off
ANSWER_SECONDS = 2.0

# one that programs leave alone; macOS has no real-time signals, but one to ask with
if sys.platform == "linux":
    NUMBER = int(signal.SIGRTMAX) - 1
else:
    NUMBER = int(getattr(signal, "SIGINFO", 0))

THREAD = re.compile(r"(?:Current thread|Thread) 0x[0-9a-f]+.*:$")
FRAME = re.compile(r'\s*File "(?P<file>.+)", line (?P<line>\d+) in (?P<name>.+)$')

# up to the folder of the standard library
LIBRARY = re.compile(r"^(?:/|[A-Za-z]:).*[\\/](?:lib[\\/]python3\.\d+t?|Lib)[\\/]")


@dataclass(frozen=True)
class Stack:
    """One thread of one process.

    Attributes:
        pid, ppid: as the program sees them.
        role: "main", "child", or the helper that it is: "resource tracker" or
            "fork server".
        frames: file, line and function, the innermost last. A file in the script's
            folder has the path that it has there; one of the standard library begins
            with "…/".
    """

    pid: int
    ppid: int | None
    role: str
    frames: tuple[tuple[str, int, str], ...]


def setting(interpreter: Interpreter, seconds: float) -> str:
    """What the hook is told: to write on a signal, or at a time."""
    if interpreter.platform == "win32":
        return f"at {time.time() + max(seconds - TIMER_SECONDS, seconds / 2)}"
    return f"signal {NUMBER}"


def ask(report: Path, living: Callable[[], Iterable[int]]) -> None:
    """Signal every process that waits for it, and give them time to write."""
    if not NUMBER:
        return
    files = []
    for pid in living():
        file = report / f"{PREFIX}{pid}"
        if file.exists():  # another process would die of it
            with contextlib.suppress(OSError):
                os.kill(pid, NUMBER)
                files.append(file)
    deadline = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < deadline:
        time.sleep(0.05)
        if all(file.stat().st_size for file in files):
            time.sleep(0.05)  # the rest of what they are writing
            return


def read(
    report: Path, parents: Mapping[int, int], clean: Callable[[str], str]
) -> tuple[Stack, ...]:
    """The stacks that were written, the first process first.

    Args:
        report: the directory of the hook's reports.
        parents: of each process, its parent, in the order in which they began.
        clean: removes the run's directory from a text.
    """
    stacks = []
    for place, (pid, ppid) in enumerate(parents.items()):
        try:
            text = (report / f"{PREFIX}{pid}").read_text("utf-8", "backslashreplace")
        except OSError:
            continue
        for frames in _threads(clean(text)):
            stacks.append(Stack(pid, ppid, _role(frames, place == 0), frames))
    return tuple(stacks)


def _threads(text: str) -> list[tuple[tuple[str, int, str], ...]]:
    threads: list[list[tuple[str, int, str]]] = []
    for line in text.splitlines():
        if THREAD.match(line):
            threads.append([])
        elif (frame := FRAME.match(line)) and threads:
            file = LIBRARY.sub("…/", frame["file"]).replace("\\", "/")
            threads[-1].insert(0, (file, int(frame["line"]), frame["name"]))
    return [tuple(frames) for frames in threads if frames]


def _role(frames: tuple[tuple[str, int, str], ...], first: bool) -> str:
    if first:
        return "main"
    # outermost first: "<string>" of -c, then the helper's main()
    files = [file.split("/")[-1] for file, _, _ in frames]
    if "resource_tracker.py" in files[:2]:
        return "resource tracker"
    if "forkserver.py" in files[:2] and files[2:3] in ([], ["selectors.py"]):
        return "fork server"  # its children too began there, and went on
    return "child"
