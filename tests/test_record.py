"""The recorder: writes what runs agree on, and nothing that they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spawnsafe.interpreter import Interpreter
from spawnsafe.processes import Seen
from spawnsafe.record import record
from spawnsafe.run import Result, run
from spawnsafe.transcript import parse
from spawnsafe.verify import judge

PYTHON = Interpreter("linux-3.14", "linux", "3.14.2", ("python",), "spawn", ("spawn",))
FILE = Path("x.out")


def ran(out: str, err: str = "", code: int | None = 0, **more) -> Result:
    """A result as a run would give: the parent has PID 10, the children 11 to 19."""
    seen = [Seen(10, 9, "python x.py")]
    seen += [Seen(pid, 10, "python child") for pid in range(11, 20)]
    result = {"stopped": None, "processes": tuple(seen), "pid": 10, "ppid": 9} | more
    return Result(
        script=Path("x.py"),
        interpreter=PYTHON,
        method="spawn",
        exit_code=code,
        stdout=out.encode(),
        stderr=err.encode(),
        out=out,
        err=err,
        duration=0.1,
        **result,
    )


def text_of(*results: Result, old: str | None = None) -> str:
    draft = record(list(results), FILE, parse(old, FILE) if old else None)
    assert draft.problems == []
    return draft.text


RECORDED = "--- recorded: Python 3.14.2, Linux, spawn"


def test_pids_become_roles() -> None:
    text = text_of(*[ran("parent 10\nchild 11 of 10, done 11\n")] * 2)
    assert text == (
        "parent {parent}\nchild {child} of {parent}, done {child}\n"
        f"{RECORDED}; parent=10, child=11 ---\n"
    )
    text = text_of(*[ran("children 12 11\n")] * 2)
    assert text.startswith("children {child 1} {child 2}\n")


def test_numbers_that_are_no_pids_stay() -> None:
    text = text_of(*[ran("11 apples, 3.11, 0x11, 10 pears by 13\n")] * 2)
    # 10 and 11 happen to be PIDs; 3.11 and 0x11 are not numbers of processes
    assert "3.11, 0x11" in text


def test_braces_and_markers_are_written_literally() -> None:
    out = "{'a': 1}\na| b\n--- exit code 1 ---\n\\x\n"
    text = text_of(*[ran(out)] * 2)
    assert judge(parse(text, FILE), ran(out)) == []


def test_varying_order_becomes_lanes() -> None:
    text = text_of(
        ran("start\na1 11\na2\nb1 12\nend\n"),
        ran("start\nb1 12\na1 11\na2\nend\n"),
        ran("start\na1 11\nb1 12\na2\nend\n"),
    )
    assert text.splitlines()[:5] == [
        "start",
        "a| a1 {child 1}",
        "a| a2",
        "b| b1 {child 2}",
        "end",
    ]


def test_order_that_was_not_seen_is_not_promised() -> None:
    """Two lines that came in both orders never share a lane."""
    text = text_of(ran("1\n2\n3\n"), ran("3\n2\n1\n"), ran("2\n1\n3\n"))
    assert sorted(text.splitlines()[:3]) == ["a| 1", "b| 2", "c| 3"]


@given(
    st.lists(st.permutations(["p 11", "q 12", "r", "s", "t"]), min_size=2, max_size=5)
)
def test_what_is_recorded_fits_all_its_runs(orders: list[list[str]]) -> None:
    results = [ran("".join(line + "\n" for line in order)) for order in orders]
    made = parse(text_of(*results), FILE)
    for result in results:
        assert judge(made, result) == []


def test_other_differences_are_left_to_a_person() -> None:
    draft = record([ran("took 1.02 s\n"), ran("took 1.03 s\n")], FILE)
    assert len(draft.problems) == 1
    assert "run 1: took 1.02 s" in draft.problems[0]
    assert "run 2: took 1.03 s" in draft.problems[0]
    assert "write {1.0 s} or {... reason}" in draft.problems[0]


def test_the_persons_decision_is_kept() -> None:
    old = "took {1.00 s +4}\nhello\n"
    text = text_of(ran("took 1.02 s\nbye\n"), ran("took 1.03 s\nbye\n"), old=old)
    assert text.startswith("took {1.00 s +4}\nbye\n--- recorded")


def test_a_transcript_that_fits_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "x.out"
    file.write_text("a| hello\nb| {child}\n--- recorded: elsewhere; child=4 ---\n")
    old = parse(file.read_text(), file)
    draft = record([ran("hello\n11\n"), ran("hello\n11\n")], file, old)
    assert draft.text == file.read_text()


def test_tracebacks_lose_frames_that_differ_between_versions() -> None:
    err = (
        "Traceback (most recent call last):\n"
        '  File "/usr/lib/python3.14/multiprocessing/process.py", line 3, in _bootstrap\n'
        "    self.run()\n"
        "    ~~~~~~~~^^\n"
        '  File "/usr/lib/python3.14/multiprocessing/process.py", line 9, in run\n'
        "    self._target()\n"
        '  File "x.py", line 5, in work\n'
        "    1 / 0\n"
        "    ~~^~~\n"
        "ZeroDivisionError: <object at 0x7f00deadbeef>\n"
    )
    text = text_of(*[ran("", err, 1)] * 2)
    assert text.splitlines() == [
        "--- standard error ---",
        "Traceback (most recent call last):",
        "{... frames of the standard library}",
        '  File "x.py", line 5, in work',
        "    1 / 0",
        "ZeroDivisionError: <object at 0x{... memory address}>",
        "--- exit code 1 ---",
        f"{RECORDED} ---",
    ]


def test_different_ends_and_left_overs_are_problems() -> None:
    problems = record([ran("", code=0), ran("", code=1)], FILE).problems
    assert "exit code 0, exit code 1" in problems[0]
    left = [ran("", left_files=("lost.txt",))] * 2
    assert "left behind: lost.txt" in record(left, FILE).problems[0]


def test_a_program_that_runs_on() -> None:
    stopped = ran("tick\n", code=None, stopped="time limit of 3 s")
    text = text_of(stopped, stopped)
    assert text.startswith("tick\n--- still running after 3 s ---\n")


def test_real_runs(tmp_path: Path, interpreters: list[Interpreter]) -> None:
    """Two children, real PIDs, on each kind of system there is."""
    script = tmp_path / "x.py"
    script.write_text(
        "import os\n"
        "from multiprocessing import Process\n"
        "def work(name):\n"
        "    print(name, os.getpid(), flush=True)\n"
        "if __name__ == '__main__':\n"
        "    print('parent', os.getpid(), flush=True)\n"
        "    for name in 'ab':\n"
        "        child = Process(target=work, args=(name,))\n"
        "        child.start()\n"
        "        child.join()\n",
        encoding="utf-8",
    )
    for python in {one.platform: one for one in interpreters}.values():
        for method in python.methods:
            results = [run(script, python, method, observe=True) for _ in range(2)]
            text = text_of(*results)
            assert text.startswith("parent {parent}\na {child 1}\nb {child 2}\n--- rec")
            assert f"{python.system}, {method}; parent=" in text


@pytest.mark.parametrize("code", [-15, 3])
def test_exit_codes_are_recorded(code: int) -> None:
    assert f"--- exit code {code} ---" in text_of(*[ran("", code=code)] * 2)
