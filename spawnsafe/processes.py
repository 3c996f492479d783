"""The processes of one run: find them all, and end them all."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
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


@dataclass(frozen=True)
class Seen:
    """A process of the run, at the time it was first seen."""

    pid: int
    ppid: int
    command: str


class Family:
    """Every process of one run, kept up to date by `scan()`.

    A process belongs to the run if it is in the session of the first process (POSIX),
    carries the run's marker in its environment, or was started by a process that
    belongs to it. Each new process is examined once, so that a scan costs little more
    than listing the PIDs. What escapes: a process that leaves the session, has its
    environment cleared and loses its parent, all of that between two scans.
    """

    def __init__(self, leader: int, mark: str, before: set[int], *, wine: bool) -> None:
        """`before` are the PIDs that existed before the leader was started."""
        self.leader, self.mark, self.wine = leader, mark, wine
        self.members: set[int] = {leader}
        self.pids: tuple[int, ...] = (leader,)  # the members, for other threads
        self.seen: dict[int, Seen] = {}
        self._strangers = before - {leader}
        self._wine_main: int | None = None
        self._fresh: set[int] = set()

    def scan(self, enough: int | None = None) -> int:
        """Look for new members and forget those that are gone; count the members.

        From `enough` new members on, their details are not read: in a fork bomb
        every millisecond counts.
        """
        now = set(psutil.pids())
        self.members &= now
        self._strangers &= now
        new = now - self.members - self._strangers
        mine = {pid for pid in new if self._in_session(pid)}
        self.members |= mine
        self.pids = tuple(self.members)
        if enough is not None and len(self.members) > enough:
            return len(self.members)
        for pid in sorted(new - mine):
            belongs = self._marked(pid)
            if belongs:
                self.members.add(pid)
            elif belongs is not None:
                self._strangers.add(pid)
        self.pids = tuple(self.members)
        # twice, since at first it may still show its parent's command
        fresh = self.members - self.seen.keys()
        for pid in sorted(fresh | (self._fresh & self.members)):
            self._see(pid)
        self._fresh = fresh
        return len(self.members)

    def living(self) -> list[int]:
        """The members that still run, zombies and Wine's services not counted."""
        self.scan()
        return [pid for pid in sorted(self.members) if self._lives(pid)]

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
            for pid in self.members:
                seen = self.seen.get(pid)
                if (
                    (seen is not None and seen.ppid == self.leader)
                    and (name := _name(pid)).endswith(".exe")
                    and name not in WINDOWS_SERVICES
                ):
                    self._wine_main = pid
        return self._wine_main is not None and not self._lives(self._wine_main)

    def wrapper_is_drained(self) -> bool:
        """Whether the Wine wrapper has passed on all output there will be.

        Wine's services, when this run started them, keep its `cat` from ending.
        """
        for pid in self.members:
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
        with contextlib.suppress(psutil.Error):
            words = psutil.Process(pid).cmdline()
            return f"{pid}: {' '.join(words).strip()[:200]}"
        return f"{pid}: {self.seen[pid].command}" if pid in self.seen else f"{pid}"

    def freeze(self) -> None:
        """Stop the session, so that it can be examined before it is killed."""
        if hasattr(os, "killpg") and not self.wine:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.leader, signal.SIGSTOP)

    def kill(self, whom: Callable[[], list[int]] | None = None) -> list[int]:
        """End every member, or those that `whom` finds; returns who would not die.

        The whole process group goes at once where there is one, which leaves a fork
        bomb no gap; not under Wine, whose services may be just about to start in it.
        Then whoever is still found, until two scans in a row find nobody.
        """
        if whom is None and hasattr(os, "killpg") and not self.wine:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.leader, signal.SIGKILL)
        find = whom or self.living
        deadline = time.monotonic() + KILL_SECONDS
        clean = 0
        while clean < 2:
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

    def _in_session(self, pid: int) -> bool:
        if not hasattr(os, "getsid"):
            return False
        try:
            return os.getsid(pid) == self.leader
        except OSError:
            return False

    def _marked(self, pid: int) -> bool | None:
        """Whether a process outside the session belongs to the run; None: not known."""
        try:
            process = psutil.Process(pid)
            parent = process.ppid()
            if parent in self.members and not (self._is_service(pid)):
                return True
            environment = process.environ()
        except psutil.NoSuchProcess:
            return None
        except (psutil.AccessDenied, OSError):
            return False
        if environment.get(MARKER) == self.mark:
            return not (self._is_service(pid))
        # no environment: a thread of the kernel, or a process that is just starting
        return False if environment or parent == 2 else None

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
        return windows and _name(pid) in WINDOWS_SERVICES


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


def _name(pid: int) -> str:
    try:
        return psutil.Process(pid).name().lower()
    except psutil.Error:
        return ""
