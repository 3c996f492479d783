"""Run one script on one Python under one start method, as its reader would.

`run()` ends everything that the script started and removes everything it left behind,
whatever happened, and says what that was. It may be called from several threads at a
time.
"""

from __future__ import annotations

import contextlib
import locale
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from spawnsafe import stacks as stack
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter, clean_environment
from spawnsafe.processes import MARKER, Family, Seen
from spawnsafe.shared_memory import ledger
from spawnsafe.wine import keep_services

INJECT = Path(__file__).parent / "inject"

# listing processes is dear on Windows
POLL_SECONDS = 0.1 if os.name == "nt" else 0.02
# Within it, on the busiest machine, Python has come to the program's first line.
START_SECONDS = 30.0
# Resource tracker and fork server end by themselves soon after the program.
GRACE_SECONDS = 1.0
GRACE_SECONDS_HELPERS = 5.0
HELPERS = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")

# Signals that a runner may have been told to ignore; programs inherit that.
HEARD = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGQUIT", "SIGHUP", "SIGTERM", "SIGCHLD")
    if hasattr(signal, name)
]
HEAR = f"""\
import os, signal, sys
for number in {[int(number) for number in HEARD]}:
    signal.signal(number, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""

# what the modules that a start method imports say about the method that was used
USED = {
    "fork": "fork",
    "spawn_posix": "spawn",
    "spawn_win32": "spawn",
    "forkserver": "forkserver",
}


@dataclass(frozen=True)
class Limits:
    """What a run may use before it is stopped: time, bytes per stream, processes."""

    seconds: float = 60
    output: int = 1_000_000
    processes: int = 100


@dataclass(frozen=True)
class Result:
    """What a run did.

    A program that the runner stopped was interrupted in the middle: what it left
    behind is removed like any other, but not reported.

    Attributes:
        exit_code: as the system has it (-9: killed by signal 9); None if the runner
            stopped it. Under Wine its last eight bits.
        stdout, stderr: the bytes, up to the output limit.
        out, err: as text, with `\\n` line ends and without the run's directory.
        duration: seconds from the start of the command to the end of its process.
        pid, ppid: of the process that runs the script, None where it can't be seen
            (a launcher stands between, as under Wine) and no hook reports it.
        processes: every process of the run that was seen.
        stopped: the limit that it hit, None if it ended by itself.
        left_processes: processes that outlived the program (and were killed).
        left_shared_memory: segments and semaphores that it left; Linux only, since
            macOS can't list them and Windows frees them with the last handle.
        left_files: files in its directory and in its temporary directory. Under Wine
            the latter is not looked at: Wine does not start with TMPDIR set.
        method_problem: why this run does not show the start method asked for.
        stacks: where the threads were when the time limit was hit, if asked for.
    """

    script: Path
    interpreter: Interpreter
    method: str
    exit_code: int | None
    stdout: bytes
    stderr: bytes
    out: str
    err: str
    duration: float
    pid: int | None
    ppid: int | None
    processes: tuple[Seen, ...]
    stopped: str | None
    left_processes: tuple[str, ...] = ()
    left_shared_memory: tuple[str, ...] = ()
    left_files: tuple[str, ...] = ()
    method_problem: str | None = None
    stacks: tuple[stack.Stack, ...] = ()


def run(
    script: Path,
    interpreter: Interpreter,
    method: str | None = None,
    *,
    limits: Limits = Limits(),
    sets_method: bool = False,
    observe: bool = False,
    beside: Sequence[tuple[Path, str]] = (),
    stacks: bool = False,
) -> Result:
    """Run a copy of `script` in a directory of its own with no input.

    Args:
        method: start method; without it the interpreter's own default. Under the
            default the script is run untouched; any other is set by a hook
            (inject/sitecustomize.py), and `method_problem` tells if it was not the
            one in effect.
        sets_method: the script chooses the start method itself: run it as it is.
        observe: let a hook in every Python process report its PID as the program
            sees it, so that `processes` is complete. The environment then shows it;
            for recording only.
        beside: files to copy as well, and where to, relative to the script.
        stacks: let every Python process say where its threads are when the time limit
            is hit; implies `observe`.
    """
    script = Path(script)
    method = method or interpreter.default_method
    if method not in interpreter.methods:
        raise BadInput(
            f"{interpreter.name} has no start method {method!r}",
            file=script,
            remedy=f"ask for one of {', '.join(interpreter.methods)}",
        )
    try:
        text = script.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise BadInput(
            f"can't be read: {error.strerror}",
            file=script,
            remedy="give the path of a Python script",
        ) from None
    injected = method if method != interpreter.default_method else None
    if sets_method:
        injected = None
    if interpreter.wine:
        keep_services(interpreter)
    with _place() as place:
        observe = observe or stacks
        place.take(script, beside, report=bool(injected or observe))
        return _Run(script, text, interpreter, method, limits, place, stacks).result(
            injected, observe
        )


@dataclass
class _Place:
    """A run's directories, with short names: socket paths have a limit of 100."""

    base: Path
    taken: set[Path] = field(default_factory=set)

    @property
    def work(self) -> Path:
        return self.base / "w"

    @property
    def temporary(self) -> Path:
        return self.base / "t"

    @property
    def report(self) -> Path:
        return self.base / "r"

    def take(
        self, script: Path, beside: Sequence[tuple[Path, str]], *, report: bool
    ) -> None:
        self.work.mkdir()
        self.temporary.mkdir()
        if report:
            self.report.mkdir()
        for source, name in (*beside, (script, script.name)):
            target = self.work / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            self.taken.add(target)

    def left_files(self) -> tuple[str, ...]:
        left = []
        for directory, where in ((self.work, ""), (self.temporary, "temporary: ")):
            for path in sorted(directory.rglob("*")):
                relative = path.relative_to(directory)
                if "__pycache__" in relative.parts or path in self.taken:
                    continue
                if path.is_dir() and not path.is_symlink() and any(path.iterdir()):
                    continue  # its contents tell
                left.append(where + relative.as_posix())
        return tuple(left)

    def clean(self, text: str) -> str:
        """Remove the directory from the paths in a text: `File "x.py"`."""
        for work in {str(self.work), os.path.realpath(self.work)}:
            windows = [work.replace("/", "\\")]
            if not work[1:].startswith(":"):
                windows = [f"{drive}:{windows[0]}" for drive in "Zz"]
            escaped = [path.replace("\\", "\\\\") + "\\\\" for path in windows]
            for prefix in (*escaped, *(path + "\\" for path in windows), work + "/"):
                text = text.replace(prefix, "")
        return text


@contextlib.contextmanager
def _place() -> Iterator[_Place]:
    # macOS has a temporary directory with a path too long for sockets
    directory = "/tmp" if sys.platform == "darwin" else None
    base = Path(tempfile.mkdtemp(prefix="ss-", dir=directory))
    try:
        # resolved, since a program sees its directory so: /private/tmp, no RUNNER~1
        yield _Place(Path(os.path.realpath(base)))
    finally:
        for _ in range(20):
            shutil.rmtree(base, ignore_errors=True)
            if not base.exists():
                break
            time.sleep(0.05)  # Windows keeps files open a moment longer


@dataclass
class _Stream:
    """Reads one output pipe to its end and keeps what the limit allows."""

    pipe: object
    limit: int
    wake: threading.Event
    data: bytearray = field(default_factory=bytearray)
    overflow: bool = False

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        descriptor = self.pipe.fileno()
        while chunk := os.read(descriptor, 65536):
            room = self.limit - len(self.data)
            self.data += chunk[: max(room, 0)]
            if len(chunk) > room:
                self.overflow = True
                self.wake.set()
        self.wake.set()

    @property
    def ended(self) -> bool:
        return not self.thread.is_alive()


class _Looker:
    """Looks regularly, in a thread of its own, since a look can take long."""

    def __init__(self, look: Callable[[], None]) -> None:
        self._look = look
        self._asked = self._answered = 0
        self._over = False
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._go, daemon=True)
        self._thread.start()

    def once(self, timeout: float) -> bool:
        """Look now; whether it was done in time."""
        with self._change:
            self._asked += 1
            wanted = self._asked
            self._change.notify_all()
            return self._change.wait_for(lambda: self._answered >= wanted, timeout)

    def stop(self) -> None:
        with self._change:
            self._over = True
            self._change.notify_all()
        self._thread.join()

    def _go(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(
                    lambda: self._over or self._asked > self._answered, POLL_SECONDS
                )
                if self._over:
                    return
                asked = self._asked
            self._look()
            with self._change:
                self._answered = asked
                self._change.notify_all()


class _Run:
    def __init__(
        self,
        script: Path,
        text: str,
        interpreter: Interpreter,
        method: str,
        limits: Limits,
        place: _Place,
        stacks: bool,
    ) -> None:
        self.script, self.text, self.interpreter = script, text, interpreter
        self.method, self.limits, self.place = method, limits, place
        self.stacks = stacks
        self.mark = new_mark()
        self.wake = threading.Event()
        self.ended: float | None = None  # when the program ended
        self.exited = threading.Event()  # its command too: under Wine, a wrapper
        self.alone = False  # all its processes were seen to be gone
        self.family: Family | None = None

    def result(self, injected: str | None, observe: bool) -> Result:
        ledger.begin(
            self.mark,
            self.script.name,
            self.text,
            lambda: self.family.pids if self.family else (),
        )
        stopped: str | None = "not started"
        try:
            self._start(injected, observe)
            try:
                stopped = self._watch()
                left = self._await_rest() if stopped is None else []
                stopped = stopped or self._over()
            finally:
                stubborn = self._kill()
        finally:
            shared = ledger.end(self.mark, killed=stopped is not None)
        left += [f"{self.family.describe(pid)} (not to be killed)" for pid in stubborn]
        stdout, stderr = (bytes(stream.data) for stream in self.streams)
        reports = _read_reports(self.place.report)
        seen, pid, ppid = self._seen(reports)
        problem = None
        if injected:
            problem = _method_problem(injected, reports)
        return Result(
            script=self.script,
            interpreter=self.interpreter,
            method=self.method,
            exit_code=None if stopped else self.process.returncode,
            stdout=stdout,
            stderr=stderr,
            out=self._text(stdout),
            err=self._text(stderr),
            duration=(self.ended or time.monotonic()) - self.began,
            pid=pid,
            ppid=ppid,
            processes=seen,
            stopped=stopped,
            left_processes=() if stopped else tuple(map(self.place.clean, left)),
            left_shared_memory=() if stopped else tuple(shared),
            left_files=() if stopped else self.place.left_files(),
            method_problem=problem,
            stacks=self._stacks(reports) if stopped and self.stacks else (),
        )

    def _start(self, injected: str | None, observe: bool) -> None:
        self.injected = bool(injected)
        command = [*self.interpreter.command, self.script.name]
        shown = " ".join(command)
        if os.name != "nt" and any(
            signal.getsignal(number) is signal.SIG_IGN for number in HEARD
        ):
            # under nohup or in a shell's background; a reader's program is not deaf
            command = [sys.executable, "-I", "-S", "-c", HEAR, *command]
        before = set(psutil.pids())
        self.began = time.monotonic()
        try:
            if shutil.which(self.interpreter.command[0]) is None:
                # not left to Popen: it may start HEAR instead, which exists
                raise FileNotFoundError(f"no program {self.interpreter.command[0]}")
            self.process = subprocess.Popen(
                command,
                cwd=self.place.work,
                env=self._environment(injected, observe),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
                # Windows: a console of its own, for its own Ctrl-C
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise BadInput(
                f"{self.interpreter.name} does not start: {error}",
                remedy="correct its command in the listing of interpreters",
            ) from None
        self.family = Family(
            Seen(self.process.pid, os.getpid(), shown),
            self.mark,
            before,
            wine=self.interpreter.wine,
        )
        self.looker = _Looker(self._look)
        self.streams = [
            _Stream(pipe, self.limits.output, self.wake)
            for pipe in (self.process.stdout, self.process.stderr)
        ]
        threading.Thread(target=self._wait, daemon=True).start()

    def _environment(self, injected: str | None, observe: bool) -> dict[str, str]:
        environment = clean_environment()
        environment[MARKER] = self.mark
        if not self.interpreter.wine:
            for name in ("TMPDIR", "TEMP", "TMP"):
                environment[name] = str(self.place.temporary)
        if injected or observe:
            environment["PYTHONPATH"] = self._as_seen(INJECT)
            environment["SPAWNSAFE_REPORT"] = self._as_seen(self.place.report)
        if injected:
            environment["SPAWNSAFE_METHOD"] = injected
        if observe:
            environment["SPAWNSAFE_OBSERVE"] = "1"
        if self.stacks:
            environment["SPAWNSAFE_STACKS"] = stack.setting(
                self.interpreter, self.limits.seconds
            )
        return environment

    def _as_seen(self, path: Path) -> str:
        """A path in the terms of the interpreter's system."""
        text = os.path.realpath(path)
        return "Z:" + text.replace("/", "\\") if self.interpreter.wine else text

    def _wait(self) -> None:
        # At once, as a shell does: its children may ask whether it is still there.
        self.process.wait()
        self.ended = self.ended or time.monotonic()
        self.exited.set()
        self.wake.set()

    def _look(self) -> None:
        self.family.count()
        ledger.look(self.mark, now=self.ended is not None)
        self.family.scan()  # last, since it may have to wait

    def _watch(self) -> str | None:
        """Until the program ends or hits a limit, which is returned."""
        deadline = self.began + self.limits.seconds
        while True:
            self.wake.wait(max(0, min(POLL_SECONDS, deadline - time.monotonic())))
            self.wake.clear()
            if over := self._over():
                return over
            if self.ended is not None:
                return None
            if self.interpreter.wine and self.family.wine_main_ended():
                self.ended = time.monotonic()
                return None
            if time.monotonic() >= deadline:
                if self._starting():  # a busy machine: its time begins later
                    deadline = time.monotonic() + self.limits.seconds
                    continue
                if self.stacks:
                    stack.ask(self.place.report, self.family.living)
                return f"time limit of {self.limits.seconds:g} s"

    def _starting(self) -> bool:
        """Whether Python is still on its way to the program, as far as a hook tells."""
        return (
            self.injected
            and time.monotonic() < self.began + START_SECONDS
            and not any(report.methods for report in _read_reports(self.place.report))
        )

    def _over(self) -> str | None:
        """The limit of output or processes that was passed."""
        if self._overflow():
            return f"output limit of {self.limits.output} bytes"
        if self.family.count() > self.limits.processes:
            return f"process limit of {self.limits.processes}"
        return None

    def _overflow(self) -> bool:
        return any(stream.overflow for stream in self.streams)

    def _await_rest(self) -> list[str]:
        """Give what is still there a moment to end; what does not is described."""
        began = time.monotonic()
        pause = 0.001
        quiet = 0  # looks in a row that found nobody
        while True:
            looked = self.looker.once(0.1)
            rest = [pid for pid in self.family.program() if pid != self.family.leader]
            quiet = quiet + 1 if looked and not rest else 0
            if quiet >= 2 and self.exited.is_set() and self._all_read():
                self.alone = not self.interpreter.wine
                return []
            found = [self.family.describe(pid) for pid in rest]
            if len(rest) > self.limits.processes or self._overflow():
                return found
            helpers = all(any(name in line for name in HELPERS) for line in found)
            grace = GRACE_SECONDS_HELPERS if helpers else GRACE_SECONDS
            if time.monotonic() - began > grace:
                if not found and not self._all_read():
                    found = ["a process that can't be found: it holds the output"]
                return found
            time.sleep(pause)
            pause = min(pause * 2, POLL_SECONDS)

    def _all_read(self) -> bool:
        if all(stream.ended for stream in self.streams):
            return True
        return self.interpreter.wine and self.family.wrapper_is_drained()

    def _kill(self) -> list[int]:
        family = self.family
        if self.interpreter.wine and self.ended is not None:
            # the wrapper then ends by itself, with the program's exit code
            family.kill(family.program)
            self.exited.wait(GRACE_SECONDS_HELPERS)
        stubborn = []
        if not self.alone:
            # frozen, since the dead can't be asked what shared memory they map
            family.freeze()
            self.looker.once(GRACE_SECONDS)
            family.kill_session()
            self.looker.stop()
            stubborn = family.kill(family.living)
        self.looker.stop()
        family.close()
        self.exited.wait(GRACE_SECONDS_HELPERS)
        for stream in self.streams:
            stream.thread.join(GRACE_SECONDS)
            if stream.ended:
                stream.pipe.close()
        return stubborn

    def _seen(
        self, reports: list[_Report]
    ) -> tuple[tuple[Seen, ...], int | None, int | None]:
        """The processes, and PID and parent's PID of the one that runs the script."""
        reported = {report.seen.pid: report.seen for report in reports}
        # under Wine, the system's own numbers mean nothing to the program
        polled = {} if self.interpreter.wine else self.family.seen
        seen = tuple(
            Seen(s.pid, s.ppid, self.place.clean(s.command))
            for s in (
                reported | {p: polled[p] for p in polled if p not in reported}
            ).values()
        )
        if reported:
            main = next(iter(reported.values()))
            return seen, main.pid, main.ppid
        if self.interpreter.direct:
            return seen, self.process.pid, os.getpid()
        launched = [s for s in polled.values() if s.ppid == self.process.pid]
        if os.name == "nt" and launched:  # by the launcher of a virtual environment
            return seen, launched[0].pid, self.process.pid
        return seen, None, None

    def _stacks(self, reports: list[_Report]) -> tuple[stack.Stack, ...]:
        parents = {report.seen.pid: report.seen.ppid for report in reports}
        return stack.read(self.place.report, parents, self.place.clean)

    def _text(self, data: bytes) -> str:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            encoding = "utf-8"
            if self.interpreter.platform == "win32":
                encoding = "cp1252" if self.interpreter.wine else locale.getencoding()
            text = data.decode(encoding, errors="backslashreplace")
        return self.place.clean(text.replace("\r\n", "\n"))


def new_mark() -> str:
    """What a run's processes are known by."""
    return uuid.uuid4().hex


@dataclass
class _Report:
    """What the hook wrote in one process."""

    began: int
    seen: Seen
    methods: list[str] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)


def _read_reports(directory: Path) -> list[_Report]:
    """The reports of every process that the hook ran in, the first one first."""
    reports = []
    for file in directory.iterdir() if directory.exists() else ():
        text = file.read_text(encoding="utf-8", errors="backslashreplace")
        lines = [line.split(" ") for line in text.splitlines()]
        if not lines or lines[0][0] != "process" or len(lines[0]) < 3:
            continue  # killed while it wrote
        ppid, began, *command = lines[0][1:]
        seen = Seen(int(file.name), int(ppid), " ".join(command))
        report = _Report(int(began), seen)
        report.methods += [line[1] for line in lines if line[0] == "method"]
        report.modules += [line[1] for line in lines if line[0] == "used"]
        reports.append(report)
    return sorted(reports, key=lambda report: report.began)


def _method_problem(asked: str, reports: list[_Report]) -> str | None:
    """Why a run is no evidence for the start method asked for."""
    main = next((report for report in reports if report.methods), None)
    but = f"start method {asked} was asked for, but"
    if main is None:
        return f"{but} the hook that sets it reported nothing"
    if main.methods != [asked]:
        return f"{but} {main.methods[-1]} was set"
    # spawn and forkserver import fork's module as well, after their own
    used = {
        USED.get(module, module)
        for number, module in enumerate(main.modules)
        if module != "fork" or number == 0
    }
    wrong = ", ".join(sorted(used - {asked}))
    if wrong:
        return f"{but} the program started processes with {wrong}"
    return None
