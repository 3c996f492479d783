"""The commands as a person meets them: what they print, and how they fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOOD = 'print("hello")\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one sound snippet."""
    chapter = tmp_path / "snippets" / "chapter"
    chapter.mkdir(parents=True)
    (chapter / "greet.py").write_text(GOOD, encoding="utf-8")
    (chapter / "greet.out").write_text("hello\n", encoding="utf-8")
    return tmp_path


def spawnsafe(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return command(project, "-m", "spawnsafe", *arguments)


def command(folder: Path, *arguments: str, **environment: str):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_verify_passes_and_fails(project: Path) -> None:
    done = spawnsafe(project, "verify", "snippets/chapter/greet.py")
    assert done.returncode == 0, done.stderr
    assert "chapter/greet.py" in done.stdout
    assert ", 0 failed" in done.stdout
    (project / "snippets/chapter/greet.out").write_text("bye\n", encoding="utf-8")
    done = spawnsafe(project, "verify", "snippets/chapter/greet.py")
    assert done.returncode == 1
    assert "FAILED" in done.stdout
    assert "line 1: came 'hello'" in done.stdout
    assert "expected 'bye' (snippets/chapter/greet.out:1)" in done.stdout


def test_record_writes_and_leaves_alone(project: Path) -> None:
    file = project / "snippets/chapter/greet.out"
    file.unlink()
    done = spawnsafe(project, "record", "snippets/chapter/greet.py", "--runs", "2")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "written from" in done.stdout
    first = file.read_text(encoding="utf-8")
    assert first.startswith("hello\n--- recorded: Python ")
    done = spawnsafe(project, "record", "snippets/chapter/greet.py", "--runs", "2")
    assert "unchanged" in done.stdout
    assert file.read_text(encoding="utf-8") == first


def test_record_refuses_what_differs(project: Path) -> None:
    snippet = project / "snippets/chapter/greet.py"
    file = snippet.with_suffix(".out")
    snippet.write_text("import time\nprint(time.time_ns())\n", encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    done = spawnsafe(project, "record", "snippets/chapter/greet.py", "--runs", "2")
    assert done.returncode == 1
    assert "not written" in done.stdout
    assert "write {1.0 s} or {... reason} there" in done.stdout
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"greet.py": "print('\n"}, "greet.py:1: not valid Python"),
        ({"greet.out": "{Child}\n"}, "greet.out:1: {Child} is neither"),
        ({"greet.spwan.out": "hello\n"}, "greet.spwan.out: tag 'spwan'"),
        (
            {"greet.py": "# /// script\n# [tool.spawnsafe]\n# x = 1\n# ///\n"},
            "greet.py:3: unknown key 'x'",
        ),
    ],
)
def test_bad_input_is_one_message(project: Path, change: dict, says: str) -> None:
    for name, text in change.items():
        (project / "snippets/chapter" / name).write_text(text, encoding="utf-8")
    done = spawnsafe(project, "verify", "snippets/chapter/greet.py")
    assert done.returncode == 2
    assert says in done.stderr.replace(os.sep, "/")
    assert "remedy: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "snippets/chapter/missing.py"], "no such snippet"),
        (
            ["verify", "snippets/chapter/greet.py", "--interpreters", "no.json"],
            "no.json",
        ),
        (["record", "snippets/chapter/greet.py", "--variant", "py39+.spwan"], "spwan"),
        (
            ["record", "snippets/chapter/greet.py", "--only", "nothing"],
            "none of the inter",
        ),
        (["merge", "no.json"], "no.json"),
    ],
)
def test_bad_arguments_are_one_message(project: Path, arguments, says: str) -> None:
    done = spawnsafe(project, *arguments)
    assert done.returncode == 2, done.stdout
    assert says in done.stderr
    assert "remedy: " in done.stderr
    assert "Traceback" not in done.stderr


def test_pytest_refuses_a_bad_list_of_interpreters(tmp_path: Path) -> None:
    listing = tmp_path / "interpreters.json"
    listing.write_text(
        '[\n  {"name": "a", "platform": "linux", "version": "3.14",\n'
        '   "command": ["no-such-python"]}\n]\n',
        encoding="utf-8",
    )
    # with "=": a path of its own would make pytest look for its settings there
    option = f"--interpreters={listing}"
    done = command(ROOT, "-m", "pytest", "--co", "-q", option)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert f"{listing}:2: " in done.stderr
    assert "no-such-python" in done.stderr
    assert "remedy: " in done.stderr


def test_recording_is_refused_in_ci() -> None:
    done = command(
        ROOT, "-m", "pytest", "--co", "-q", "--update-transcripts", CI="true"
    )
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "refused in CI" in done.stderr
