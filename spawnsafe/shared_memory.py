"""Find shared memory that a run leaves behind, also while other runs are going on.

Linux lists segments and semaphores in /dev/shm. macOS cannot list them, and Windows
frees them with the last handle: there, nothing is looked for.

Whose a new entry is:
1. that run's which has a process seen mapping it;
2. else, if it has a name that Python makes up or that stands in a run's script, and
   nobody maps it: one of the runs going on when it appeared. The last of them to end
   reports it, and names the others. A program that closes its segment within
   milliseconds and never unlinks it is found in this way.
What remains: such a segment is missed if its name is neither, and a program outside
spawnsafe that leaves one by hand at the same moment may be mistaken for the run.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from spawnsafe.processes import MARKER, WINDOWS_SERVICES

DIRECTORY = Path("/dev/shm")
# Semaphores are not among them: they stay mapped, so that their owner is seen.
PYTHON_MADE = "psm_"
LOOK_SECONDS = 0.015
# How long an entry must outlive its presumed run: the resource tracker of a program
# outside spawnsafe may be about to remove it.
PROOF_SECONDS = 2.0


@dataclass
class _Run:
    script: str
    text: str
    pids: Callable[[], Iterable[int]]

    def mentions(self, name: str) -> bool:
        return name.removeprefix("sem.") in self.text


@dataclass
class _Entry:
    name: str
    inode: int
    noticed: float = field(default_factory=time.time)
    owner: str | None = None
    candidates: dict[str, str] = field(default_factory=dict)  # mark -> script
    next_try: float = 0.0
    pause: float = LOOK_SECONDS

    def presumes(self, mark: str) -> bool:
        return self.owner is None and mark in self.candidates


class Ledger:
    """What is in /dev/shm, and whose it is, for all runs of this process."""

    def __init__(self, directory: Path = DIRECTORY) -> None:
        self.directory = directory
        self._lock = threading.Lock()
        self._runs: dict[str, _Run] = {}
        self._entries: dict[int, _Entry] = {}  # by inode: a name can come back
        self._looked = 0.0

    @property
    def usable(self) -> bool:
        return sys.platform == "linux" and self.directory.is_dir()

    def begin(
        self, mark: str, script: str, text: str, pids: Callable[[], Iterable[int]]
    ) -> None:
        """A run begins; what exists by now is not its doing."""
        with self._lock:
            if self.usable:
                self._look()
                self._runs[mark] = _Run(script, text, pids)

    def look(self, *, now: bool = False) -> None:
        """Note new entries and their owners; cheap, so to be called often."""
        with self._lock:
            if self._runs and (now or time.monotonic() - self._looked >= LOOK_SECONDS):
                self._look(now=now)

    def end(self, mark: str) -> list[str]:
        """The run's processes have ended: remove what it left, and describe it."""
        with self._lock:
            if mark not in self._runs:
                return []
            self._look(now=True)
            run = self._runs.pop(mark)
            owned = [e for e in self._entries.values() if e.owner == mark]
            presumed = [e for e in self._entries.values() if e.presumes(mark)]
            presumed = [
                # others still going on: theirs perhaps; the last of them answers
                entry
                for entry in presumed
                if not any(other in self._runs for other in entry.candidates)
                and (entry.name.startswith(PYTHON_MADE) or run.mentions(entry.name))
            ]
            if not self._runs:
                self._entries.clear()
        if presumed:
            presumed = self._proven(presumed, mark)
        return sorted(self._remove(entry, mark) for entry in owned + presumed)

    def _look(self, *, now: bool = False) -> None:
        self._looked = time.monotonic()
        entries = {}
        with os.scandir(self.directory) as listing:
            for item in listing:
                known = self._entries.get(item.inode())
                if known is None or known.name != item.name:
                    known = self._new(item.name, item.inode())
                entries[item.inode()] = known
        self._entries = entries
        self._find_owners(now=now)

    def _new(self, name: str, inode: int) -> _Entry:
        runs = {m: r for m, r in self._runs.items() if r.mentions(name)} or self._runs
        return _Entry(name, inode, candidates={m: r.script for m, r in runs.items()})

    def _find_owners(self, *, now: bool) -> None:
        """Ask the runs' processes for the entries that have no owner yet."""
        open_ = {
            inode: entry
            for inode, entry in self._entries.items()
            if entry.owner is None
            and any(mark in self._runs for mark in entry.candidates)
            and (now or self._looked >= entry.next_try)
        }
        if not open_:
            return
        for mark, run in self._runs.items():
            mapped = set().union(*map(_mapped, run.pids()))
            for inode in mapped & open_.keys():
                if mark in open_[inode].candidates:
                    open_[inode].owner = mark
        for entry in open_.values():
            entry.next_try = self._looked + entry.pause
            entry.pause *= 2

    def _proven(self, entries: list[_Entry], mark: str) -> list[_Entry]:
        """Those that stay, that nobody maps and that no other runner may answer for."""
        deadline = time.monotonic() + PROOF_SECONDS
        while entries and time.monotonic() < deadline:
            time.sleep(LOOK_SECONDS)
            entries = [entry for entry in entries if self._there(entry)]
        return [
            entry
            for entry in entries
            if not any(
                entry.inode in _mapped(pid) or self._other_run(pid, mark, entry)
                for pid in psutil.pids()
            )
        ]

    def _there(self, entry: _Entry) -> bool:
        try:
            return (self.directory / entry.name).stat().st_ino == entry.inode
        except OSError:
            return False

    def _other_run(self, pid: int, mark: str, entry: _Entry) -> bool:
        """Whether a process belongs to a run of another runner at the same time."""
        try:
            process = psutil.Process(pid)
            theirs = process.environ().get(MARKER, mark)
            return (
                theirs != mark
                and theirs not in self._runs
                and process.create_time() < entry.noticed
                and process.name().lower() not in WINDOWS_SERVICES
            )
        except (psutil.Error, OSError):
            return False

    def _remove(self, entry: _Entry, mark: str) -> str:
        with contextlib.suppress(OSError):  # gone by now
            (self.directory / entry.name).unlink()
        others = [s for m, s in entry.candidates.items() if m != mark]
        if entry.owner is None and others:
            return f"{entry.name} (or left by {', '.join(others)}, run meanwhile)"
        return entry.name


def _mapped(pid: int) -> set[int]:
    """The inodes in /dev/shm that a process maps.

    By inode: sem_open() creates a semaphore under another name and renames it.
    """
    try:
        lines = Path(f"/proc/{pid}/maps").read_bytes().split(b"\n")
    except OSError:
        return set()
    return {int(line.split()[4]) for line in lines if b" /dev/shm/" in line}


ledger = Ledger()
