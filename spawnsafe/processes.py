"""The processes of one run: find them all, and end them all."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil

MARKER = "SPAWNSAFE_RUN"
"""Environment variable that every process of a run inherits, also under Wine."""

KILL_SECONDS = 10

# Wine starts these once for all its programs; whichever run came first started them,
# and the others need them. Windows has a conhost.exe for each console.
WINDOWS_SERVICES = {
    "conhost.exe",
    "explorer.exe",
    "plugplay.exe",
    "rpcss.exe",
    "services.exe",
    "svchost.exe",
    "tabtip.exe",
    "wineboot.exe",
    "winedevice.exe",
    "winemenubuilder.exe",
    "wineserver",
    "wineserver64",
}
# Linux keeps the first 15 characters of a process's name.
_SERVICE_NAMES = WINDOWS_SERVICES | {name[:15] for name in WINDOWS_SERVICES}


def is_service_name(name: str) -> bool:
    """Whether a process of this name is one that Windows or Wine starts for itself."""
    return name.lower() in _SERVICE_NAMES


@dataclass(frozen=True)
class Seen:
    """A process of the run, at the time it was first seen."""

    pid: int
    ppid: int
    command: str


class Family:
    """Every process of one run.

    A process belongs to the run if it is in the session of the first process (POSIX),
    was started by a process that belongs to it, or carries the run's marker in its
    environment. What escapes: a process that leaves the session, loses its parent and
    has its environment cleared, all of that between two looks.

    Two threads share the work. `count()` and what builds on it never read a process's
    memory: environment and command line of a process that is forking can be read only
    when it gets the processor again, which in a fork bomb can take minutes. `scan()`
    reads them, for a thread that may wait.
    """

    _leaders: set[int] = set()
    """The first processes of all runs going on: their sessions need no examination."""

    def __init__(self, first: Seen, mark: str, before: set[int], *, wine: bool) -> None:
        """`before` are the PIDs that existed before the first process was started."""
        self.leader = leader = first.pid
        self.mark, self.wine = mark, wine
        self.pids: tuple[int, ...] = (leader,)  # the members
        self.seen = {first.pid: first}
        self._members: set[int] = {leader}
        self._strangers = before - {leader}
        self._unknown: set[int] = set()
        self._fresh: set[int] = set()
        self._wine_main: int | None = None
        self._lock = threading.Lock()
        Family._leaders.add(leader)

    def close(self) -> None:
        """The run is over."""
        Family._leaders.discard(self.leader)

    def count(self) -> int:
        """Take note of who came and who went; count the members."""
        with self._lock:
            now = set(psutil.pids())
            self._members &= now
            self._strangers &= now
            self._unknown = now - self._members - self._strangers
            for pid in sorted(self._unknown):  # parents come before their children
                if self._related(pid):
                    self._members.add(pid)
            self._unknown -= self._members
            self.pids = tuple(sorted(self._members))
            return len(self._members)

    def scan(self) -> None:
        """Also find members by their marker, and see what each member is."""
        self.count()
        with self._lock:
            unknown = sorted(self._unknown)
        for pid in unknown:
            elsewhere = _session(pid) in self._leaders - {self.leader}
            marked = not elsewhere and self._marked(pid)
            with self._lock:
                if marked:
                    self._members.add(pid)
                elif marked is not None:
                    self._strangers.add(pid)
        self.count()
        # twice, since at first it may still show its parent's command
        fresh = set(self.pids) - self.seen.keys()
        for pid in sorted(fresh | (self._fresh & set(self.pids))):
            self._see(pid)
        self._fresh = fresh

    def living(self) -> list[int]:
        """The members that still run, zombies and Wine's services not counted."""
        self.count()
        return [pid for pid in self.pids if self._lives(pid)]

    def program(self) -> list[int]:
        """The living members that are the program's own: no wrapper of Wine's."""
        living = self.living()
        if not self.wine:
            return living
        return [pid for pid in living if _name(pid).endswith(".exe")]

    def wine_main_ended(self) -> bool:
        """Whether the Windows program has ended, though its wrapper has not.

        The wrapper ends only when nobody holds its output pipe any more.
        """
        if self._wine_main is None:
            for pid in self.pids:
                name = _name(pid) if _parent(pid) == self.leader else ""
                if name.endswith(".exe") and not is_service_name(name):
                    self._wine_main = pid
        return self._wine_main is not None and not self._lives(self._wine_main)

    def wrapper_is_drained(self) -> bool:
        """Whether the Wine wrapper has passed on all output there will be.

        Wine's services, when this run started them, keep its `cat` from ending.
        """
        for pid in self.pids:
            if _name(pid) == "cat" and self._lives(pid):
                try:
                    if _unread(f"/proc/{pid}/fd/0"):
                        return False
                    if psutil.Process(pid).status() == psutil.STATUS_RUNNING:
                        return False
                except (OSError, psutil.Error):
                    continue
        return True

    def describe(self, pid: int) -> str:
        """One line for people."""
        seen = self.seen.get(pid)
        return f"{pid}: {seen.command[:200]}" if seen else f"{pid}"

    def freeze(self) -> None:
        """Stop the session, so that it can be examined before it is killed."""
        if hasattr(signal, "SIGSTOP"):
            self._signal_group(signal.SIGSTOP)

    def kill_session(self) -> None:
        """End the first process's group at once, which leaves a fork bomb no gap."""
        if hasattr(signal, "SIGKILL"):
            self._signal_group(signal.SIGKILL)

    def _signal_group(self, number: int) -> None:
        # Not under Wine: its services may be just about to start in that group.
        # Not if nobody is left in it: the number may be another process's by now.
        self.count()
        if not self.wine and any(_session(pid) == self.leader for pid in self.pids):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.leader, number)

    def kill(self, find: Callable[[], list[int]]) -> list[int]:
        """End whom `find` finds, until it finds nobody twice in a row.

        Returns those that would not die.
        """
        deadline = time.monotonic() + KILL_SECONDS
        clean = 0
        while clean < 2:
            self.scan()
            living = find()
            if not living:
                clean += 1
                continue
            if time.monotonic() > deadline:
                return living
            clean = 0
            for pid in living:
                with contextlib.suppress(psutil.Error):
                    psutil.Process(pid).kill()
            time.sleep(0.005)
        return []

    def _related(self, pid: int) -> bool:
        """Whether a process is in the session, or a child of a member."""
        if _session(pid) == self.leader:
            return True
        return _parent(pid) in self._members and not self._is_service(pid)

    def _marked(self, pid: int) -> bool | None:
        """Whether a process carries the run's marker; None: it can't be said yet."""
        try:
            environment = psutil.Process(pid).environ()
        except psutil.NoSuchProcess:
            return None
        except (psutil.AccessDenied, OSError):
            return False
        if environment.get(MARKER) == self.mark:
            return None if self._starts(pid) else not self._is_service(pid)
        # no environment: a thread of the kernel, or a process that is just starting
        return False if environment or _parent(pid) == 2 else None

    def _see(self, pid: int) -> None:
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(pid)
            known = self.seen.get(pid)
            parent = known.ppid if known else process.ppid()
            command = " ".join(process.cmdline()).strip()
            if command or not known:
                self.seen[pid] = Seen(pid, parent, command)

    def _lives(self, pid: int) -> bool:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return False
        except psutil.NoSuchProcess:
            return False
        except psutil.Error:
            return True
        # asked again each time: it may have become one since it was first seen
        return not (self._is_service(pid))

    def _is_service(self, pid: int) -> bool:
        windows = self.wine or os.name == "nt"
        return windows and (is_service_name(_name(pid)) or self._starts(pid))

    def _starts(self, pid: int) -> bool:
        """Whether a process is about to become a Windows program, or a service."""
        if not self.wine or _session(pid) == self.leader:
            return False
        name = _name(pid)
        return name.startswith("wine") and not is_service_name(name)


def _unread(pipe: str) -> int:
    """The bytes that wait in a pipe."""
    import fcntl
    import termios

    descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        answer = fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4))
        return int.from_bytes(answer, sys.byteorder)
    finally:
        os.close(descriptor)


def _session(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except (AttributeError, OSError):  # Windows has no sessions
        return None


def _parent(pid: int) -> int | None:
    try:
        return psutil.Process(pid).ppid()
    except psutil.Error:
        return None


def _name(pid: int) -> str:
    try:
        return psutil.Process(pid).name().lower()
    except psutil.Error:
        return ""
