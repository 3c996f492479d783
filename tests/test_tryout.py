"""`--run`: what it finds on scripts with a planted defect, and what it refuses."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path

import pytest

from spawnsafe import attempts, beside, stacks, tryout
from spawnsafe.attempts import errors_of, judge, printed, sets_start_method, try_out
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter, this_python
from spawnsafe.processes import Seen
from spawnsafe.run import Limits, Result
from tests.corpus_cases import CORPUS

PYTHON = Interpreter("some", "linux", "3.14.0", ("python",), "spawn", ("spawn",))
PASSED = Result(
    script=Path("x.py"),
    interpreter=PYTHON,
    method="spawn",
    exit_code=0,
    stdout=b"",
    stderr=b"",
    out="",
    err="",
    duration=0.1,
    pid=None,
    ppid=None,
    processes=(),
    stopped=None,
)
TRACEBACK = 'Traceback (most recent call last):\n  File "x.py", line 1\n'


def result(**changes) -> Result:
    return dataclasses.replace(PASSED, **changes)


@pytest.mark.parametrize(
    ("changes", "outcome", "telling"),
    [
        ({}, "passes", ()),
        ({"stopped": "time limit of 5 s"}, "hangs", ("time limit of 5 s",)),
        ({"stopped": "process limit of 9"}, "does not end", ("process limit of 9",)),
        ({"exit_code": 3}, "fails", ("exit code 3",)),
        (
            {"exit_code": 1, "err": '  File "x.py"\n    (\nSyntaxError: not closed\n'},
            "fails",
            ("SyntaxError: not closed", "exit code 1"),
        ),
        (
            # a child's error leaves the program's exit code at 0
            {"err": TRACEBACK + "a.b.OddError: no\n"},
            "fails",
            ("a.b.OddError: no",),
        ),
        ({"left_processes": ("sleep 9",)}, "leaks", ("process: sleep 9",)),
        ({"left_shared_memory": ("/psm_1",)}, "leaks", ("shared memory: /psm_1",)),
        ({"left_files": ("temporary: a",)}, "leaks", ("file: temporary: a",)),
        ({"left_files": ("result.csv",)}, "passes", ()),  # what it is there for
        ({"err": "x.py:1: UserWarning: odd\n"}, "warns", ("UserWarning: odd",)),
        ({"err": "reading rows\n"}, "passes", ()),
    ],
)
def test_outcome(changes: dict, outcome: str, telling: tuple[str, ...]):
    assert judge(result(**changes)) == (outcome, telling)


def test_errors_of_chained_tracebacks_each_once():
    text = TRACEBACK + "KeyError: 1\n\nDuring handling\n\n" + TRACEBACK + "Odd\n"
    assert errors_of(text + text) == ("KeyError: 1", "Odd")
    assert errors_of(TRACEBACK + "RuntimeError: \n\n   An attempt\n   more\n") == (
        "RuntimeError: An attempt",
    )
    assert errors_of("ValueError: said by the program itself\n") == ()


def test_what_changes_from_run_to_run_is_not_compared():
    seen = (Seen(4711, 300, "python"), Seen(8, 4, "python.exe"))
    out = "4711 <lock at 0x7f00aa> SpawnProcess-1 14711 8 300.5\n"
    assert printed(result(out=out, processes=seen)) == (
        "PID <lock at 0x…> Process-1 14711 8 300.5\n"
    )


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("import multiprocessing as m\nm.set_start_method('fork')", True),
        ("from multiprocessing import *\nset_start_method('fork')", True),
        ("# set_start_method('fork')\nprint('set_start_method()')", False),
        ("def broken(:", False),
    ],
)
def test_sets_start_method(text: str, sets: bool):
    assert sets_start_method(text) is sets


@pytest.mark.parametrize(
    ("problem", "zh"),
    [
        ("time limit of 0.5 s", "0.5 s 时限已到"),
        ("output limit of 1000 bytes", "输出超过 1000 字节"),
        ("process limit of 9", "进程数超过 9"),
        ("ValueError: time limit of 5 s", "ValueError: time limit of 5 s"),
    ],
)
def test_limits_are_told_in_the_language_of_the_report(problem: str, zh: str):
    attempt = attempts.Attempt(this_python(), "spawn", result(), "hangs", (problem,))
    report = attempts.Tryout(Path("x.py"), (attempt,), sets_method=False)
    assert tryout.text(report, "zh").endswith("卡住：" + zh)
    assert tryout.text(report, "en").endswith("hangs: " + problem)


def script(folder: Path, text: str, name: str = "script.py") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_other_output_under_one_method_is_told_with_a_diff(tmp_path: Path):
    path = script(
        tmp_path,
        "import multiprocessing as m\n"
        "print('the same')\n"
        "print(m.get_start_method() == 'spawn')\n",
    )
    python = this_python()
    if len(python.methods) < 2:
        pytest.skip("this system has one start method only")
    report = try_out(path, [python])
    odd = [one for one in report.attempts if one.outcome == "differs"]
    assert [one.method for one in odd] == ["spawn"]
    assert odd[0].difference == ("- False", "+ True")
    assert not report.sound
    assert "prints something else" in tryout.text(report, "en")
    assert "输出与多数运行不同" in tryout.text(report, "zh")


def test_output_that_is_another_each_time_is_not_compared(tmp_path: Path):
    path = script(tmp_path, "import time\nprint(time.time_ns())\n")
    python = this_python()
    if len(python.methods) < 2:
        pytest.skip("this system has one start method only")
    report = try_out(path, [python])
    assert report.sound and all(one.changing for one in report.attempts)
    assert "another one each time" in tryout.text(report, "en")


def test_a_hang_shows_where_each_process_is(capsys):
    path = CORPUS / "join-before-get" / "through_queue_wrong.py"
    method = this_python().default_method
    code = tryout.command([path], methods=[method], seconds=5, format="json")
    printed = capsys.readouterr()
    assert code == 1 and "in copies of its folder" in printed.err
    [report] = json.loads(printed.out)
    [run] = report["runs"]
    assert run["outcome"] == "hangs"
    threads = {
        (stack["role"], frame["file"], frame["function"])
        for stack in run["stacks"]
        for frame in stack["frames"]
    }
    assert ("main", path.name, "<module>") in threads
    assert ("main", "…/multiprocessing/process.py", "join") in threads
    assert ("child", "…/multiprocessing/queues.py", "_feed") in threads


def test_a_twin_passes_where_the_wrong_one_fails():
    python = this_python()
    folder = CORPUS / "no-guard"
    [wrong] = try_out(folder / "process_wrong.py", [python], ["spawn"]).attempts
    [right] = try_out(folder / "process.py", [python], ["spawn"]).attempts
    assert (wrong.outcome, right.outcome) == ("fails", "passes")
    assert "An attempt has been made to start a new process" in wrong.problems[0]


def test_folder_comes_along_and_stays_as_it_is(tmp_path: Path, capsys):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "helper.py").write_text("NAME = 'there'\n", encoding="utf-8")
    path = script(
        tmp_path,
        "import pathlib\nfrom parts.helper import NAME\n"
        "pathlib.Path('new').write_text('x')\n"
        "pathlib.Path('parts/helper.py').write_text('')\nprint(NAME)\n",
    )
    method = this_python().default_method
    code = tryout.command([path], methods=[method], language="zh")
    printed = capsys.readouterr()
    assert code == 0 and "全部通过（1 次运行）" in printed.out
    assert "副本" in printed.err
    assert not (tmp_path / "new").exists()
    assert (tmp_path / "parts" / "helper.py").read_text(encoding="utf-8")


def test_folder_that_is_too_large_is_refused(tmp_path: Path):
    path = script(tmp_path, "")
    (tmp_path / "data").write_bytes(b"x" * 11)
    assert len(beside.beside(path, max_bytes=11)) == 1
    with pytest.raises(BadInput, match="too large"):
        beside.beside(path, max_bytes=10)
    with pytest.raises(BadInput, match="too large"):
        beside.beside(path, max_files=0)


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own")
def test_links_to_folders_and_what_tools_keep_stay_behind(tmp_path: Path):
    inside = tmp_path / "inside"
    (inside / ".git").mkdir(parents=True)
    (inside / ".git" / "config").write_text("", encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "precious").write_text("", encoding="utf-8")
    (inside / "link").symlink_to(tmp_path / "outside")
    os.mkfifo(inside / "pipe")
    (inside / "kept.txt").write_text("", encoding="utf-8")
    names = [name for _, name in beside.beside(script(inside, ""))]
    assert names == ["kept.txt"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("folder.py", None, "is a folder"),
        ("book.ipynb", b"{}", "is a notebook"),
        ("missing.py", ..., "can't be read"),
        ("odd.py", b"# coding: klingon\n", "encoding"),
        ("odd.py", b"name = '\xff'\n", "encoding"),
    ],
)
def test_what_is_no_script_is_refused(tmp_path: Path, capsys, name, content, problem):
    path = tmp_path / name
    if content is None:
        path.mkdir()
    elif content is not ...:
        path.write_bytes(content)
    with pytest.raises(BadInput, match=problem):
        tryout.command([path])
    assert capsys.readouterr().err == ""  # nothing was said to be run


def test_no_start_method_left_and_no_time_are_refused(tmp_path: Path):
    path = script(tmp_path, "")
    with pytest.raises(BadInput, match="nothing to run it with"):
        try_out(path, [this_python()], ["teleport"])
    with pytest.raises(BadInput, match="time limit"):
        tryout.command([path], seconds=0)


def test_script_that_sets_its_method_is_run_as_it_is(tmp_path: Path):
    path = script(
        tmp_path, "import multiprocessing\nmultiprocessing.set_start_method('spawn')\n"
    )
    report = try_out(path, [this_python()], limits=Limits(seconds=20))
    assert len(report.attempts) == 1 and report.sound
    assert "itself" in tryout.text(report, "en")


def test_both_languages_have_the_same_words():
    assert tryout.WORDS["en"].keys() == tryout.WORDS["zh"].keys()
    assert set(attempts.OUTCOMES) <= tryout.WORDS["en"].keys()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ('  File "resource_tracker.py", line 9 in main\n', "resource tracker"),
        ('  File "select.py", line 9 in select\n', "child"),
        (
            '  File "selectors.py", line 9 in select\n'
            '  File "forkserver.py", line 9 in main\n',
            "fork server",
        ),
        (
            '  File "threading.py", line 9 in join\n'
            '  File "util.py", line 9 in _exit_function\n'
            '  File "forkserver.py", line 9 in main\n',
            "child",
        ),
    ],
)
def test_role_of_a_process(tmp_path: Path, text: str, role: str):
    dump = "Current thread 0x00007f (most recent call first):\n" + text
    for pid in (1, 2):
        (tmp_path / f"stack-{pid}").write_text(
            dump + '  File "<string>", line 1 in <module>\n', encoding="utf-8"
        )
    first, second = stacks.read(tmp_path, {1: 0, 2: 1}, str)
    assert (first.role, second.role) == ("main", role)


@pytest.mark.skipif(sys.platform == "win32", reason="a signal is for POSIX")
def test_no_signal_goes_to_a_process_without_the_hook(tmp_path: Path, monkeypatch):
    sent = []
    monkeypatch.setattr(os, "kill", lambda *what: sent.append(what))
    stacks.ask(tmp_path, lambda: [4711])
    assert sent == []
