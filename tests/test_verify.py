"""Planted defects: each is run for real and must be caught, with the right message."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from spawnsafe import snippet
from spawnsafe.interpreter import Interpreter
from spawnsafe.verify import contexts, verify

GOOD = """\
import os
from multiprocessing import Process


def work():
    print("child", os.getpid(), flush=True)


if __name__ == "__main__":
    print("parent", os.getpid(), flush=True)
    child = Process(target=work)
    child.start()
    child.join()
    print("ended", child.pid, child.exitcode)
"""
HANG_SECONDS = 5
GOOD_OUT = "parent {parent}\nchild {child}\nended {child} 0\n"


@dataclass
class Planted:
    """A program with a defect, or a transcript that is not true of it."""

    code: str
    out: str
    says: tuple[str, ...]
    methods: tuple[str, ...] = ("fork", "spawn", "forkserver")
    platforms: tuple[str, ...] = ("linux", "darwin", "win32")


def in_main(*lines: str) -> str:
    return GOOD + "".join(f"    {line}\n" for line in lines)


DEFECTS = {
    "wrong PID role": Planted(
        GOOD,
        "parent {parent}\nchild {parent}\nended {child} 0\n",
        ("standard output, line 2", "expected 'child {parent}'", "{parent} is "),
    ),
    "one role for two processes": Planted(
        GOOD.replace("child.pid", "os.getpid()"),
        GOOD_OUT,
        ("standard output, line 3", "expected 'ended {child} 0'", "not"),
    ),
    "swapped lines": Planted(
        GOOD,
        "child {child}\nparent {parent}\nended {child} 0\n",
        ("standard output, line 1: came 'parent ", "expected 'child {child}'"),
    ),
    "missing line": Planted(
        GOOD,
        "parent {parent}\nchild {child}\nended {child} 0\nbye\n",
        ("standard output, line 4: came the end of the output", "expected 'bye'"),
    ),
    "wrong exit code": Planted(
        in_main("raise SystemExit(3)"), GOOD_OUT, ("exit code 3, expected 0",)
    ),
    "an exit code that never comes": Planted(
        GOOD, GOOD_OUT + "--- exit code 1 ---\n", ("exit code 0, expected 1",)
    ),
    "extra line on standard error": Planted(
        in_main("import sys", "print('beware', file=sys.stderr)"),
        GOOD_OUT,
        ("standard error, line 1: came 'beware'", "expected the end of the output"),
    ),
    "missing guard": Planted(
        GOOD.replace('if __name__ == "__main__":', "if True:"),
        GOOD_OUT,
        ("standard error", "standard error, line 1"),
        methods=("spawn", "forkserver"),
    ),
    "lambda as target": Planted(
        GOOD.replace("target=work", "target=lambda: work()"),
        GOOD_OUT,
        ("exit code 1, expected 0", "standard output, line 2", "standard error, line 1"),
        methods=("spawn", "forkserver"),
    ),
    "hang": Planted(
        in_main("while True:", "    os.cpu_count()"),
        GOOD_OUT,
        (f"stopped by the time limit of {HANG_SECONDS} s",),
    ),
    "an end where a hang is the lesson": Planted(
        GOOD,
        GOOD_OUT + "--- still running after 60 s ---\n",
        ("with exit code 0, but must still be running after 60 s",),
    ),
    "leaked child": Planted(
        in_main(
            "import subprocess, sys",
            "nap = 'import time; time.sleep(60)'",
            "null = subprocess.DEVNULL",
            "subprocess.Popen([sys.executable, '-c', nap], stdout=null, stderr=null)",
        ),
        GOOD_OUT,
        ("left behind: process ",),
        platforms=("linux", "darwin"),  # Windows: tests/test_run.py
    ),
    "leaked shared memory": Planted(
        in_main(
            "from multiprocessing import resource_tracker, shared_memory",
            "import time",
            "block = shared_memory.SharedMemory(create=True, size=16)",
            "time.sleep(0.2)  # long enough to be seen",
            "resource_tracker.unregister(block._name, 'shared_memory')",
            "block.close()",
        ),
        GOOD_OUT,
        ("left behind: shared memory ", "psm_"),
        platforms=("linux",),
    ),
    "file left behind": Planted(
        in_main("open('result.txt', 'w').close()"),
        GOOD_OUT,
        ("left behind: file result.txt",),
    ),
    "temporary file left behind": Planted(
        in_main("import tempfile", "os.close(tempfile.mkstemp(prefix='lost')[0])"),
        GOOD_OUT,
        ("left behind: file temporary: lost",),
        platforms=("linux", "darwin"),
    ),
    "faster than the lesson says": Planted(
        in_main("print('took 0.1 s')"),
        GOOD_OUT + "took {0.5 s}\n",
        ("0.1 s is not within 0.5 to 2.5 s",),
    ),
    "start method changed behind our back": Planted(
        GOOD.replace(
            "    child = Process",
            "    from multiprocessing import set_start_method\n"
            "    set_start_method('spawn', force=True)\n    child = Process",
        ),
        GOOD_OUT,
        ("start method forkserver was asked for, but the program started processes with spawn",),
        methods=("forkserver",),
    ),
}  # fmt: skip


def planted(tmp_path: Path, code: str, out: str) -> snippet.Snippet:
    path = tmp_path / "planted.py"
    # long enough for a busy machine; what hangs is written to hang for ever
    seconds = HANG_SECONDS if "while True" in code else 60
    head = f"# /// script\n# [tool.spawnsafe]\n# timeout = {seconds}\n# ///\n"
    path.write_text(head + dedent(code), encoding="utf-8")
    (tmp_path / "planted.out").write_text(out, encoding="utf-8")
    return snippet.load(path, tmp_path)


def cases(
    one: snippet.Snippet, pythons: list[Interpreter], methods: tuple[str, ...]
) -> list[tuple[Interpreter, str]]:
    """The oldest and the newest of each platform, under the methods named."""
    chosen = {}
    for python in pythons:
        chosen.setdefault((python.platform, "first"), python)
        chosen[(python.platform, "last")] = python
    rows = contexts(one, dict.fromkeys(chosen.values()), list(methods))
    return [(python, method) for python, method, _ in rows]


def verified(
    one: snippet.Snippet, rows: list[tuple[Interpreter, str]]
) -> list[tuple[Interpreter, str, str]]:
    """Run and judge them side by side: (interpreter, start method, problems)."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda row: "\n".join(verify(one, *row)), rows)
        return [(*row, problems) for row, problems in zip(rows, found, strict=True)]


@pytest.mark.parametrize("name", DEFECTS)
def test_defect_is_caught(name: str, tmp_path: Path, interpreters) -> None:
    defect = DEFECTS[name]
    one = planted(tmp_path, defect.code, defect.out)
    rows = cases(one, interpreters, defect.methods)
    rows = [row for row in rows if row[0].platform in defect.platforms]
    if name == "start method changed behind our back":
        # under the default method a program runs untouched, so nothing is known
        rows = [row for row in rows if row[1] != row[0].default_method]
    if not rows:
        pytest.skip(f"no interpreter here for {', '.join(defect.platforms)}")
    for python, method, problems in verified(one, rows):
        for part in defect.says:
            assert part in problems, f"{python.name}, {method}: {problems or 'passed'}"


def test_the_sound_program_passes(tmp_path: Path, interpreters) -> None:
    one = planted(tmp_path, GOOD, GOOD_OUT)
    rows = cases(one, interpreters, ("fork", "spawn", "forkserver"))
    for python, method, problems in verified(one, rows):
        assert not problems, f"{python.name}, {method}"


@pytest.mark.skipif(sys.platform == "win32", reason="has one start method only")
def test_output_that_only_one_start_method_gives(tmp_path: Path, interpreters) -> None:
    """A global changed before start is seen by the child under fork alone."""
    code = GOOD.replace("def work", "seen = 1\n\n\ndef work", 1)
    code = code.replace('print("child", os.getpid()', 'print("child sees", seen')
    code = code.replace("    child = Process", "    seen = 2\n    child = Process")
    out = "parent {parent}\nchild sees 2\nended {child} 0\n"
    one = planted(tmp_path, code, out)
    rows = cases(one, interpreters, ("fork", "spawn", "forkserver"))
    for _, method, problems in verified(one, rows):
        if method == "fork":
            assert not problems
        else:
            assert "came 'child sees 1'" in problems
            assert "expected 'child sees 2'" in problems


def test_comments_that_state_output_are_checked_by_runs(
    tmp_path: Path, interpreters
) -> None:
    path = tmp_path / "planted.py"
    path.write_text(
        "print({\"a\": 1})\n#> {'a': 1}\nprint(2)\n#> 3\n", encoding="utf-8"
    )
    one = snippet.load(path, tmp_path)
    problems = verify(one, interpreters[0], interpreters[0].default_method)
    assert "line 2: came '2'" in problems[0]
    assert "expected '3'" in problems[0]
