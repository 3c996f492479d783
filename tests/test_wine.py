"""Wine's services belong to no run, and end with the process that needed them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from spawnsafe.interpreter import Interpreter
from spawnsafe.processes import MARKER, is_service_name
from spawnsafe.run import run
from spawnsafe.wine import KEEPER, _Keeper, keep_services

ROOT = Path(__file__).parent.parent

ASK = """\
import os, sys
from pathlib import Path
from spawnsafe import interpreter, wine
python = next(p for p in interpreter.load(Path(sys.argv[1])) if p.name == sys.argv[2])
wine.keep_services(python)
print(os.getpid(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def under_wine(interpreters: list[Interpreter]) -> Interpreter:
    for python in interpreters:
        if python.wine:
            return python
    pytest.skip("no Windows Python under Wine")


def keepers(owner: int) -> list[psutil.Process]:
    """The processes that keep services for that owner."""
    found = []
    for process in psutil.process_iter():
        try:
            line = process.cmdline()
            if KEEPER in line and line[-1] == str(owner):
                found.append(process)
        except psutil.Error:
            continue
    return found


def services() -> list[tuple[str, bool]]:
    """Wine's services that run now: name, and whether a run started them."""
    found = []
    for process in psutil.process_iter():
        try:
            if is_service_name(process.name()):
                found.append((process.name(), MARKER in process.environ()))
        except psutil.Error:
            continue
    return found


def gone(owner: int) -> bool:
    deadline = time.monotonic() + 20
    while keepers(owner):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def test_services_run_before_the_script(under_wine, tmp_path):
    script = tmp_path / "hello.py"
    script.write_text("print('hello')\n", encoding="utf-8")
    result = run(script, under_wine)
    assert (result.out, result.err) == ("hello\n", "")
    assert keepers(os.getpid())
    assert services(), "this test would pass without any"
    assert [name for name, marked in services() if marked] == []


def test_a_second_call_starts_nothing(under_wine):
    keep_services(under_wine)
    before = {process.pid for process in keepers(os.getpid())}
    keep_services(under_wine)
    assert {process.pid for process in keepers(os.getpid())} == before


def test_ending_it_leaves_neither_process_nor_file(under_wine):
    before = {process.pid for process in keepers(os.getpid())}
    keeper = _Keeper(under_wine)
    assert keeper.lives() and keeper.flag.exists()
    keeper.end()
    assert not keeper.lives() and not keeper.flag.exists()
    deadline = time.monotonic() + 20
    while {process.pid for process in keepers(os.getpid())} - before:
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize("killed", [False, True])
def test_it_ends_with_its_owner(under_wine, pytestconfig, killed):
    listing = pytestconfig.getoption("interpreters")
    with subprocess.Popen(
        [sys.executable, "-c", ASK, str(listing), under_wine.name],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as owner:
        assert owner.stdout.readline().strip() == str(owner.pid).encode()
        (keeper, *_) = keepers(owner.pid)
        flag = Path(keeper.cmdline()[-2].removeprefix("Z:"))
        assert flag.exists()
        if killed:  # nothing of it can run any more
            owner.send_signal(signal.SIGKILL)
    assert gone(owner.pid)
    assert not flag.exists()
