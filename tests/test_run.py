"""Each defect that a script can have is planted once, and must be found."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import psutil
import pytest

from spawnsafe import run as runner
from spawnsafe import shared_memory
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter, this_python
from spawnsafe.processes import MARKER, is_service_name
from spawnsafe.run import Limits, Result, run

PLANTED = Path(__file__).parent / "planted"

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")
linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


def planted(name: str, python: Interpreter | None = None, **options) -> Result:
    return run(PLANTED / f"{name}.py", python or this_python(), **options)


def marked(wanted: Callable[[str], bool]) -> list[psutil.Process]:
    """The living processes whose mark is wanted."""
    found = []
    for process in psutil.process_iter():
        try:
            mark = process.environ().get(MARKER)
            if (
                mark is not None
                and wanted(mark)
                and process.status() != psutil.STATUS_ZOMBIE
                and not is_service_name(process.name())
            ):
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def segments() -> set[str]:
    listing = shared_memory.DIRECTORY
    return {item.name for item in listing.iterdir()} if listing.is_dir() else set()


def unmapped(names: set[str]) -> set[str]:
    """Those that exist and that nobody on the machine maps."""
    inodes = {}
    for name in names & segments():
        with contextlib.suppress(FileNotFoundError):  # somebody's, gone meanwhile
            inodes[(shared_memory.DIRECTORY / name).stat().st_ino] = name
    for pid in psutil.pids() if inodes else ():
        for inode in shared_memory._mapped(pid) & inodes.keys():
            del inodes[inode]
    return set(inodes.values())


@pytest.fixture(autouse=True)
def clean_machine(monkeypatch):
    """After each test no process of its runs is left, and no shared memory.

    Snippets may be running in other threads of this process meanwhile.
    """
    marks: set[str] = set()
    places: set[Path] = set()
    mine = threading.current_thread()

    def is_mine() -> bool:
        here = threading.current_thread()
        return here is mine or here.name.startswith("test-run")

    new_mark, take = runner.new_mark, runner._Place.take

    def noted_mark() -> str:
        mark = new_mark()
        if is_mine():
            marks.add(mark)
        return mark

    def noted_take(place, *arguments, **options) -> None:
        if is_mine():
            places.add(place.base)
        take(place, *arguments, **options)

    monkeypatch.setattr(runner, "new_mark", noted_mark)
    monkeypatch.setattr(runner._Place, "take", noted_take)
    before = segments()
    yield
    assert marked(marks.__contains__) == []
    assert [place for place in places if place.exists()] == []
    deadline = time.monotonic() + 3  # for programs of others
    while (left := unmapped(segments() - before)) and time.monotonic() < deadline:
        time.sleep(0.1)
    if not marked(lambda mark: mark not in marks):  # theirs perhaps
        assert left == set()


@pytest.fixture
def windows(interpreters: list[Interpreter]) -> Interpreter:
    found = [python for python in interpreters if python.platform == "win32"]
    if not found:
        pytest.skip("no Windows Python: give --interpreters")
    return found[-1]


def each(name: str, pairs, **options) -> list[Result]:
    """The results of a planted script on several Pythons and start methods."""
    with ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="test-run") as pool:
        return list(
            pool.map(
                lambda pair: planted(name, pair[0], method=pair[1], **options), pairs
            )
        )


# A run as its reader's


def test_a_script_runs_as_its_reader_would_run_it():
    result = planted("who")
    assert result.exit_code == 0
    assert result.err == ""
    assert result.out == f"{result.pid} {result.ppid}\n"
    assert result.stopped is result.method_problem is None
    assert (result.left_processes, result.left_shared_memory) == ((), ())
    assert result.left_files == ()
    assert 0 < result.duration < 60
    seen = result.processes[0]
    assert (seen.pid, seen.ppid) == (result.pid, result.ppid)
    assert seen.command.endswith("who.py")


def test_pid_is_the_one_that_the_program_sees(interpreters):
    for result in each("who", [(python, None) for python in interpreters]):
        if result.interpreter.direct:
            assert result.out == f"{result.pid} {result.ppid}\n"
        else:
            assert result.pid is result.ppid is None or os.name == "nt"


def test_the_runner_leaves_no_trace_in_the_environment(interpreters, monkeypatch):
    for name in ("PYTHONUNBUFFERED", "PYTHONWARNINGS", "PYTHONPATH", "FORCE_COLOR"):
        monkeypatch.setenv(name, "1")
    pairs = [(python, python.methods[-1]) for python in interpreters]
    for result in each("environment", [*pairs, (this_python(), None)]):
        assert result.err == "", result
        own, child, _ = map(json.loads, result.out.splitlines())
        assert own == child == [["SPAWNSAFE_RUN"], [], ["environment.py"]], result


@posix
def test_no_input_is_passed_on():
    """Also when the runner itself has some."""
    reading, writing = os.pipe()
    os.write(writing, b"typed")
    os.close(writing)
    old = os.dup(0)
    os.dup2(reading, 0)
    try:
        assert planted("environment").out.splitlines()[-1] == '""'
        assert os.read(0, 9) == b"typed"
    finally:
        os.dup2(old, 0)
        for descriptor in (old, reading):
            os.close(descriptor)


def test_text_is_what_a_reader_sees(interpreters):
    for result in each("fails", [(python, None) for python in interpreters]):
        assert result.exit_code == 1
        assert result.out == "café\n'fails.py'\n"
        assert b"\r\n" in result.stdout
        assert result.err.startswith(
            'Traceback (most recent call last):\n  File "fails.py", line 6, in'
        )
        assert result.err.endswith("\nValueError: boom\n")


def test_bytes_that_are_no_text_are_shown():
    assert planted("not_text").out == "\\xff\\xfe and on\n"


@pytest.mark.parametrize(
    "text",
    [
        "{work}/x.py",
        "Z:{windows}\\x.py",
        "'z:{escaped}\\\\x.py'",
    ],
)
def test_the_directory_is_removed_from_paths(tmp_path, text):
    place = runner._Place(tmp_path)
    work = str(place.work)
    windows = work.replace("/", "\\")
    text = text.format(
        work=work, windows=windows, escaped=windows.replace("\\", "\\\\")
    )
    assert place.clean(text).strip("'") == "x.py"


@posix
def test_the_program_hears_interrupts_though_the_runner_does_not():
    old = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        result = planted("interrupt_handler")
        hooked = planted("method_in_output", method="spawn")
    finally:
        signal.signal(signal.SIGINT, old)
    assert result.out == "<built-in function default_int_handler>\n"
    assert hooked.out == "spawn 0\n"
    assert result.processes[-1].command.endswith("interrupt_handler.py")


@posix
def test_output_of_a_child_that_ends_a_moment_later_is_kept():
    result = planted("late_child")
    assert result.out == "late\n"
    assert result.left_processes == ()


@posix
def test_the_ended_program_is_gone_for_its_children():
    """A zombie would still exist; a shell collects it at once."""
    assert planted("orphan_watches_parent").out == "parent gone\n"


@posix
def test_death_by_signal():
    result = planted("killed_by_signal")
    assert result.exit_code == -signal.SIGKILL
    assert result.out == "before\n"
    assert result.stopped is None


# Start methods


def test_the_start_method_is_in_effect(interpreters):
    pairs = [(python, method) for python in interpreters for method in python.methods]
    for (python, method), result in zip(
        pairs, each("method_in_output", pairs), strict=True
    ):
        assert (result.method, result.interpreter) == (method, python)
        assert result.out == f"{method} 0\n", result
        assert result.err == "", result
        assert result.method_problem is None


@posix
def test_output_can_differ_by_method():
    spawn = planted("method_in_output", method="spawn")
    fork = planted("method_in_output", method="fork")
    assert spawn.out != fork.out


@posix
def test_a_script_that_forces_another_method_is_no_evidence():
    result = planted("forces_fork", method="spawn")
    assert result.method_problem == (
        "start method spawn was asked for, but the program started processes with fork"
    )
    assert planted("forces_fork", method="fork").method_problem is None


@posix
def test_a_hook_that_nothing_reads_is_noticed():
    python = this_python()
    deaf = dataclasses.replace(python, command=(*python.command, "-I"))
    result = planted("method_in_output", deaf, method="spawn")
    assert result.method_problem == (
        "start method spawn was asked for, but the hook that sets it reported nothing"
    )


def with_path(python: Interpreter, file: Path, path: str) -> Interpreter:
    """The interpreter behind a shell script that changes PYTHONPATH."""
    file.write_text(
        f'#!/bin/sh\nPYTHONPATH="{path}" exec {python.command[0]} "$@"\n',
        encoding="utf-8",
    )
    file.chmod(0o755)
    return dataclasses.replace(python, command=(str(file),))


@posix
def test_a_hook_that_sets_another_method_is_noticed(tmp_path):
    hook = (runner.INJECT / "sitecustomize.py").read_text(encoding="utf-8")
    hook = hook.replace("set_start_method(method)", 'set_start_method("fork")')
    (tmp_path / "sitecustomize.py").write_text(hook, encoding="utf-8")
    python = with_path(this_python(), tmp_path / "python", str(tmp_path))
    result = planted("who", python, method="spawn")
    assert result.method_problem == "start method spawn was asked for, but fork was set"


@posix
def test_a_script_that_sets_the_method_is_run_as_it_is():
    method = this_python().methods[-1]
    assert "already been set" in planted("sets_method", method=method).err
    result = planted("sets_method", method=method, sets_method=True)
    assert result.out == "spawn\n"
    assert result.method_problem is None


@posix
def test_the_hook_does_not_hide_another_sitecustomize(tmp_path):
    other = tmp_path / "sitecustomize.py"
    other.write_text("print('the other', __file__)", encoding="utf-8")
    path = f"$PYTHONPATH:{tmp_path}"
    python = with_path(this_python(), tmp_path / "python", path)
    result = planted("who", python, method=python.methods[-1])
    assert result.out.splitlines()[0] == f"the other {other}"
    assert result.method_problem is None


def test_a_method_that_the_interpreter_lacks():
    with pytest.raises(BadInput, match="has no start method 'teleport'"):
        planted("who", method="teleport")


def test_a_script_that_is_not_there():
    with pytest.raises(BadInput, match="no_such.py: can't be read"):
        planted("no_such")


@pytest.mark.parametrize("deaf", [False, pytest.param(True, marks=posix)])
def test_an_interpreter_that_does_not_start(deaf):
    python = dataclasses.replace(this_python(), command=("/no/such/python",))
    before = signal.getsignal(signal.SIGTERM)
    if deaf:  # as under nohup
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with pytest.raises(BadInput, match="does not start: no program /no/such/pyt"):
            planted("who", python)
    finally:
        signal.signal(signal.SIGTERM, before)


def test_observing_sees_every_process_as_the_program_does(interpreters):
    newest = {python.system: python for python in interpreters}.values()
    pairs = [(python, None) for python in newest]
    pairs += [(this_python(), method) for method in this_python().methods[1:]]
    for result in each("family", pairs, observe=True):
        shown = re.findall(r"shown (\d+) (\d+)", result.out)
        assert len(shown) == 4, result
        seen = {(process.pid, process.ppid) for process in result.processes}
        assert {(int(pid), int(ppid)) for pid, ppid in shown} <= seen
        assert result.method_problem is None
        assert (result.pid, result.ppid) == tuple(map(int, shown[0]))


@posix
def test_observing_sees_the_shortest_lives():
    result = planted("short_lives", observe=True)
    pids = {process.pid for process in result.processes}
    assert set(map(int, result.out.split())) <= pids


# Limits


def test_hang():
    result = planted("hang", limits=Limits(seconds=1))
    assert result.stopped == "time limit of 1 s"
    assert result.exit_code is None
    assert result.out == "before\n"
    assert 1 <= result.duration < 5
    assert result.left_processes == ()


def test_the_time_limit_begins_with_the_program():
    """On a busy machine Python may need longer to start than a hang is watched."""
    python = this_python()
    slowly = (
        "import os, sys, time; time.sleep(1.5); os.execv(sys.argv[1], sys.argv[1:])"
    )
    command = (sys.executable, "-S", "-c", slowly, *python.command)
    result = planted(
        "hang",
        dataclasses.replace(python, command=command),
        method=python.methods[-1],
        limits=Limits(seconds=1),
    )
    assert result.stopped == "time limit of 1 s" and result.method_problem is None
    assert result.duration > 2


def test_endless_respawn():
    limits = Limits(seconds=20, output=10_000)
    result = planted("respawn", method="spawn", limits=limits)
    assert result.stopped == "output limit of 10000 bytes"
    assert "bootstrapping phase" in result.err
    assert len(result.processes) > 3


@posix
def test_fork_bomb():
    result = planted("fork_bomb", limits=Limits(seconds=20, processes=30))
    assert result.stopped == "process limit of 30"
    assert result.duration < 10


@pytest.mark.parametrize("name, stream", [("much_output", 0), ("much_errors", 1)])
def test_output_without_end(name, stream):
    result = planted(name)
    assert result.stopped == "output limit of 1000000 bytes"
    assert len((result.stdout, result.stderr)[stream]) == 1_000_000


def test_output_up_to_the_limit_is_no_overflow(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("print('x' * 99, end='')", encoding="utf-8")
    python = this_python()
    assert run(script, python, limits=Limits(output=99)).stopped is None
    over = run(script, python, limits=Limits(output=98))
    assert over.stopped == "output limit of 98 bytes"
    assert over.exit_code is None


# What is left behind


@pytest.mark.parametrize("name", ["leaked_child", "leaked_child_holds_output"])
def test_leaked_child(name):
    result = planted(name)
    assert result.out == "parent ends\n"
    assert (result.exit_code, result.stopped) == (0, None)
    (left,) = result.left_processes
    assert left.endswith("-c import time; time.sleep(600)")
    assert result.duration < 1


@posix
@pytest.mark.parametrize(
    "name",
    [
        "orphan_in_own_session",
        "daemonised_grandchild",
        "orphan_without_environment",
        "orphan_known_by_session",
        "orphan_with_zombie",
    ],
)
def test_orphan_that_wants_to_be_forgotten(name):
    result = planted(name)
    assert len(result.left_processes) == 1
    assert (result.exit_code, result.stopped) == (0, None)


@pytest.fixture
def ledger(tmp_path, monkeypatch) -> shared_memory.Ledger:
    """One of its own, as if no other process of this machine ran snippets."""
    monkeypatch.setattr(shared_memory, "PROOF_SECONDS", 0.5)
    ledger = shared_memory.Ledger(tmp_path)
    monkeypatch.setattr(ledger, "_other", lambda *_: False)
    return ledger


@pytest.fixture
def unseen(monkeypatch):
    """As if a segment were always closed before anyone can see who maps it."""
    monkeypatch.setattr(shared_memory.Ledger, "look", lambda ledger, *_, **__: None)


@linux
def test_leaked_shared_memory():
    result = planted("leaked_segment_open")
    assert result.err == ""
    assert result.left_shared_memory == (result.out.strip(),)
    assert not (shared_memory.DIRECTORY / result.out.strip()).exists()


@linux
def test_leaked_shared_memory_with_a_name_of_its_own(tmp_path, monkeypatch, unseen):
    monkeypatch.setattr(shared_memory, "PROOF_SECONDS", 0.3)
    name = f"lesson-{os.getpid()}"
    code = (PLANTED / "leaked_segment.py").read_text(encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(code.replace("Memory(", f"Memory({name!r}, "), encoding="utf-8")
    result = run(script, this_python())
    assert result.err == ""
    assert result.left_shared_memory == (name,)
    assert not (shared_memory.DIRECTORY / name).exists()


@linux
def test_shared_memory_of_others_is_left_alone():
    """A segment that appears during a run, and is mapped by a process outside it."""
    with ThreadPoolExecutor(1, thread_name_prefix="test-run") as pool:
        future = pool.submit(planted, "hang", limits=Limits(seconds=1))
        time.sleep(0.5)
        segment = SharedMemory(create=True, size=100)
        try:
            future.result()
            assert planted("who").left_shared_memory == ()
            assert segment.name in segments()
        finally:
            segment.close()
            segment.unlink()


@linux
def test_shared_memory_may_belong_to_a_run_of_another_process():
    script = "import time; time.sleep(60)"
    environment = {**os.environ, MARKER: "another"}
    other = subprocess.Popen([sys.executable, "-c", script], env=environment)
    ledger = shared_memory.Ledger()
    entry = shared_memory._Entry(
        "psm_planted", 1, frozenset(), {}, noticed=time.time() + 1
    )
    try:
        while not psutil.Process(other.pid).environ():
            time.sleep(0.01)
        assert ledger._other(other.pid, "mine", entry)
        assert not ledger._other(other.pid, "another", entry)
        assert not ledger._other(os.getpid(), "mine", entry)
        entry.noticed = time.time() - 1_000  # before the other process was there
        assert not ledger._other(other.pid, "mine", entry)
    finally:
        other.kill()
        other.wait()


@linux
@pytest.mark.parametrize("name", ["hang_with_semaphores", "leaked_segment_of_killed"])
def test_shared_memory_of_a_stopped_run_is_removed(name):
    result = planted(name, limits=Limits(seconds=1.5))
    assert result.stopped == "time limit of 1.5 s"
    names = result.out.split()
    assert names
    for name in names:
        assert not (shared_memory.DIRECTORY / name.strip("/")).exists()
        assert not (shared_memory.DIRECTORY / f"sem.{name.strip('/')}").exists()
    assert result.left_shared_memory == ()


@linux
def test_shared_memory_made_in_the_last_moment_is_removed():
    """Its owner is seen because it is frozen before it is killed."""
    result = planted("makes_segments", limits=Limits(seconds=1))
    assert result.stopped == "time limit of 1 s"
    prefix = f"burst-{result.out.strip()}-"
    assert [name for name in segments() if name.startswith(prefix)] == []


@linux
@pytest.mark.parametrize("stays", [True, False])
def test_shared_memory_that_somebody_else_is_about_to_remove(ledger, stays):
    tmp_path = ledger.directory
    (tmp_path / "psm_before").touch()
    ledger.begin("mark", "script.py", "SharedMemory()", lambda: ())
    (tmp_path / "psm_new").touch()
    (tmp_path / "unrelated").touch()
    if not stays:
        threading.Timer(0.1, (tmp_path / "psm_new").unlink).start()
    expected = ["psm_new (or left by another program)"] if stays else []
    assert ledger.end("mark") == expected
    names = {item.name for item in tmp_path.iterdir()}
    assert names == {"psm_before", "unrelated"}


@posix
def test_leaked_files():
    result = planted("leaked_file")
    *here, temporary = result.left_files
    assert here == ["kept", "notes.txt"]
    assert temporary.startswith("temporary: scratch-")


# Several runs at a time


@linux
def test_parallel_runs_are_not_mistaken_for_each_other():
    jobs = [
        ("leaked_segment_open", {}),
        ("shared_memory_used", {}),
        ("hang_with_semaphores", {"limits": Limits(seconds=1)}),
        ("leaked_child", {}),
        ("shared_memory_used", {"method": this_python().methods[-1]}),
        ("leaked_segment_open", {}),
        ("method_in_output", {"method": "spawn"}),
        ("fork_bomb", {"limits": Limits(processes=20)}),
        ("shared_memory_used", {}),
        ("who", {}),
    ]
    with ThreadPoolExecutor(4, thread_name_prefix="test-run") as pool:
        futures = [pool.submit(planted, name, **options) for name, options in jobs]
        results = [future.result() for future in futures]
    for (name, _), result in zip(jobs, results, strict=True):
        segment = name == "leaked_segment_open"
        expected = (result.out.strip(),) if segment else ()
        assert result.left_shared_memory == expected, name
        assert len(result.left_processes) == (name == "leaked_child"), name
        stopped = name in ("hang_with_semaphores", "fork_bomb")
        assert (result.stopped is not None) == stopped, name
        assert result.left_files == ()
        if not stopped:
            assert (result.exit_code, result.err) == (0, ""), name


@linux
def test_shared_memory_of_uncertain_origin_is_reported_by_the_last_run(ledger):
    """The first could have made it as well as the second, but not the third."""
    for mark in ("first", "second"):
        ledger.begin(mark, f"{mark}.py", "SharedMemory", lambda: ())
    ledger.begin("silent", "silent.py", "speaks of other things", lambda: ())
    (ledger.directory / "psm_new").touch()
    ledger.begin("third", "third.py", "SharedMemory", lambda: ())
    assert ledger.end("second") == []
    assert ledger.end("first") == ["psm_new (or left by second.py)"]
    assert ledger.end("silent") == ledger.end("third") == []
    assert list(ledger.directory.iterdir()) == []


@linux
def test_a_script_without_shared_memory_is_not_blamed_for_it(ledger):
    ledger.begin("first", "first.py", "from multiprocessing import Lock", lambda: ())
    (ledger.directory / "psm_new").touch()
    assert ledger.end("first") == []
    assert [item.name for item in ledger.directory.iterdir()] == ["psm_new"]


@linux
def test_shared_memory_is_its_owners_whatever_the_scripts_speak_of(ledger, monkeypatch):
    ledger.begin("silent", "silent.py", "", lambda: (1,))
    ledger.begin("other", "other.py", "SharedMemory", lambda: (2,))
    new = ledger.directory / "psm_new"
    new.touch()
    mapped = {1: {new.stat().st_ino}}
    monkeypatch.setattr(shared_memory, "_mapped", lambda pid: mapped.get(pid, set()))
    ledger.look("other")
    ledger.look("silent")
    assert ledger.end("other") == []
    assert ledger.end("silent") == ["psm_new"]


@linux
@pytest.mark.parametrize("name", ["sem.mp-0a_b", "sem.a1B2c3"])
def test_a_semaphore_nobody_was_seen_with_is_that_of_a_killed_run(ledger, name):
    """Its owner was killed as soon as it had made it; others do not wait for it."""
    ledger.begin("killed", "killed.py", "", lambda: ())
    ledger.begin("other", "other.py", "Lock()", lambda: ())
    (ledger.directory / name).touch()
    (ledger.directory / "sem.of-others").touch()
    assert ledger.end("other") == []
    assert len(ledger.end("killed", killed=True)) == 1
    assert [item.name for item in ledger.directory.iterdir()] == ["sem.of-others"]


@linux
def test_a_semaphore_left_by_a_killed_run_is_removed(tmp_path, monkeypatch):
    """As above, in a real run: nobody maps it when the time is up."""
    monkeypatch.setattr(shared_memory, "PROOF_SECONDS", 0.3)
    script = tmp_path / "script.py"
    script.write_text(
        "import os, pathlib, time\n"
        "name = f'sem.mp-{os.getpid()}x'\n"
        "pathlib.Path('/dev/shm', name).touch()\n"
        "print(name, flush=True)\n"
        "time.sleep(600)\n",
        encoding="utf-8",
    )
    result = run(script, this_python(), limits=Limits(seconds=1))
    assert result.stopped == "time limit of 1 s" and result.out.strip()
    assert not (shared_memory.DIRECTORY / result.out.strip()).exists()


@linux
def test_shared_memory_that_a_script_names_is_its_own(ledger):
    ledger.begin("first", "first.py", "", lambda: ())
    ledger.begin("second", "second.py", "SharedMemory('lesson')", lambda: ())
    (ledger.directory / "lesson").touch()
    (ledger.directory / "unknown").touch()
    assert ledger.end("second") == ["lesson"]
    assert ledger.end("first") == []
    assert [item.name for item in ledger.directory.iterdir()] == ["unknown"]


# Windows


def test_windows_hang(windows):
    result = planted("hang", windows, limits=Limits(seconds=4))
    assert result.stopped == "time limit of 4 s"
    assert result.out == "before\n"


@pytest.mark.parametrize(
    "name", ["leaked_child", "leaked_child_holds_output", "leaked_detached_child"]
)
def test_windows_leaked_child(windows, name):
    result = planted(name, windows)
    assert result.out == "parent ends\n"
    assert (result.exit_code, result.stopped) == (0, None)
    (left,) = result.left_processes
    assert left.endswith("-c import time; time.sleep(600)")


def test_windows_leaked_files(windows):
    result = planted("leaked_file", windows)
    assert result.left_files[:2] == ("kept", "notes.txt")


def test_windows_output_without_end(windows):
    assert planted("much_output", windows).stopped == "output limit of 1000000 bytes"
