"""Find shared memory that a run leaves behind, also while other runs are going on.

Linux lists segments and semaphores in /dev/shm. macOS cannot list them, and Windows
frees them with the last handle: there, nothing is looked for.

Whose a new entry is:
1. that run's which has a process seen mapping it;
2. else that run's whose script names it;
3. else, if Python made the name up and nobody maps it, one of the runs going on when
   it appeared whose script speaks of shared memory. The last of them to end reports
   it, and names the others. So is a program found that closes its segment within
   milliseconds and never unlinks it.
4. else, if it is a semaphore that Python made and nobody maps, that of a run which
   had to be killed: a process that was killed as soon as it had made its semaphore was
   never seen mapping it.
Runs of another process (a second pytest) are known by their marker, and count as
others. What remains: in case 3, a program that was started without spawnsafe and
leaves a segment at the same moment may be mistaken for the run.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from spawnsafe.processes import MARKER, is_service_name

DIRECTORY = Path("/dev/shm")
# Semaphores are not among them: they stay mapped, so that their owner is seen, unless
# it is killed at once.
PYTHON_MADE = "psm_"
# what sem_open() of glibc calls it first, and then
PYTHON_SEMAPHORE = re.compile(r"sem\.(?:\w{6}|mp-\w+)")
FIRST_PAUSE = 0.015  # seconds
# How long an entry must outlive its presumed run: the resource tracker of a program
# outside spawnsafe may be about to remove it.
PROOF_SECONDS = 2.0


@dataclass
class _Run:
    script: str
    text: str
    pids: Callable[[], Iterable[int]]
    tries: dict[int, tuple[float, float]] = field(default_factory=dict)

    def mentions(self, name: str) -> bool:
        return name.removeprefix("sem.") in self.text

    @property
    def uses_shared_memory(self) -> bool:
        return "shared_memory" in self.text or "SharedMemory" in self.text

    def due(self, inode: int) -> bool:
        """Whether to ask again who maps an entry: less and less often."""
        now = time.monotonic()
        when, pause = self.tries.get(inode, (now, FIRST_PAUSE))
        if now < when:
            return False
        self.tries[inode] = now + pause, pause * 2
        return True


@dataclass
class _Entry:
    name: str
    inode: int
    present: frozenset[str]  # the marks of the runs going on when it was noticed
    candidates: dict[str, str]  # which of them may have made it: mark and script
    named: bool = False  # in the scripts of its candidates
    made: bool = False  # its candidates' scripts may have made it
    noticed: float = field(default_factory=time.time)
    owner: str | None = None

    def presumes(self, mark: str) -> bool:
        return self.owner is None and mark in self.candidates


class Ledger:
    """What is in /dev/shm, and whose it is, for all runs of this process."""

    def __init__(self, directory: Path = DIRECTORY) -> None:
        self.directory = directory
        self._lock = threading.Lock()
        self._runs: dict[str, _Run] = {}
        self._entries: dict[int, _Entry] = {}  # by inode: a name can come back

    def begin(
        self, mark: str, script: str, text: str, pids: Callable[[], Iterable[int]]
    ) -> None:
        """A run begins; what exists by now is not its doing."""
        if sys.platform == "linux" and self.directory.is_dir():
            with self._lock:
                self._list()
                self._runs[mark] = _Run(script, text, pids)

    def look(self, mark: str, *, now: bool = False) -> None:
        """Note what is new, and what of it a process of this run maps.

        No lock is held while processes are asked: one that forks without end would
        hold up all runs.
        """
        with self._lock:
            run = self._runs.get(mark)
            if run is None:
                return
            self._list()
            open_ = {
                inode
                for inode, entry in self._entries.items()
                if entry.owner is None
                and mark in entry.present
                and (run.due(inode) or now)
            }
        if not open_:
            return
        mapped = set().union(*map(_mapped, run.pids()))
        with self._lock:
            for inode in open_ & mapped & self._entries.keys():
                self._entries[inode].owner = mark

    def end(self, mark: str, *, killed: bool = False) -> list[str]:
        """The run's processes have ended: remove what it left, and describe it.

        Args:
            mark: the run's.
            killed: they had to be killed.
        """
        with self._lock:
            if mark not in self._runs:
                return []
            self._list()
            del self._runs[mark]
            owned = [e for e in self._entries.values() if e.owner == mark]
            presumed = [
                entry
                for entry in self._entries.values()
                if entry.presumes(mark)
                # others still going on: theirs perhaps; the last of them answers
                and not any(other in self._runs for other in entry.candidates)
                and (entry.named or entry.made)
            ]
            if killed:
                presumed += [
                    entry
                    for entry in self._entries.values()
                    if entry.owner is None
                    and mark in entry.present
                    and PYTHON_SEMAPHORE.fullmatch(entry.name)
                ]
            if not self._runs:
                self._entries.clear()
        if presumed:
            presumed = self._proven(presumed, mark)
        return sorted(self._remove(entry, mark) for entry in owned + presumed)

    def _list(self) -> None:
        entries = {}
        with os.scandir(self.directory) as listing:
            for item in listing:
                known = self._entries.get(item.inode())
                if known is None or known.name != item.name:
                    known = self._new(item.name, item.inode())
                entries[item.inode()] = known
        self._entries = entries

    def _new(self, name: str, inode: int) -> _Entry:
        naming = {m: r for m, r in self._runs.items() if r.mentions(name)}
        making = {
            m: r
            for m, r in self._runs.items()
            if name.startswith(PYTHON_MADE) and r.uses_shared_memory
        }
        runs = naming or making or self._runs
        candidates = {mark: run.script for mark, run in runs.items()}
        present = frozenset(self._runs)
        return _Entry(name, inode, present, candidates, bool(naming), bool(making))

    def _proven(self, entries: list[_Entry], mark: str) -> list[_Entry]:
        """Those that stay, that nobody maps and that no other runner may answer for."""
        deadline = time.monotonic() + PROOF_SECONDS
        while entries and time.monotonic() < deadline:
            time.sleep(FIRST_PAUSE)
            entries = [entry for entry in entries if self._there(entry)]
        if not entries:
            return []
        pids = psutil.pids()
        return [
            entry
            for entry in entries
            if not any(entry.inode in _mapped(pid) for pid in pids)
            and (entry.named or not any(self._other(p, mark, entry) for p in pids))
        ]

    def _there(self, entry: _Entry) -> bool:
        try:
            return (self.directory / entry.name).stat().st_ino == entry.inode
        except OSError:
            return False

    def _other(self, pid: int, mark: str, entry: _Entry) -> bool:
        """Whether a process belongs to a run of another runner at the same time."""
        try:
            process = psutil.Process(pid)
            theirs = process.environ().get(MARKER, mark)
            return (
                theirs != mark
                and theirs not in self._runs
                and process.create_time() < entry.noticed
                and not is_service_name(process.name())
            )
        except (psutil.Error, OSError):
            return False

    def _remove(self, entry: _Entry, mark: str) -> str:
        with contextlib.suppress(OSError):  # gone by now
            (self.directory / entry.name).unlink()
        if entry.owner is not None or entry.named:
            return entry.name
        others = [s for m, s in entry.candidates.items() if m != mark]
        return f"{entry.name} (or left by {', '.join(others) or 'another program'})"


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
