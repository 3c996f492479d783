"""The checker in other tools: the pytest plugin, the pre-commit hook, annotations."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WRONG = "from multiprocessing import Process\n\np = Process(target=lambda: 1)\n"
RIGHT = "from multiprocessing import Process\n\np = Process(target=print)\n"
# what is installed with the package, pytest finds itself
INSTALLED = [] if entry_points(group="pytest11", name="spawnsafe") else ["-p", "spawnsafe.pytest_plugin"]  # fmt: skip


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Run pytest on a folder src/ with these files."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)

    def start(*arguments: str, **files: str | bytes) -> pytest.RunResult:
        folder = pytester.path / "src"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            data = text if isinstance(text, bytes) else text.encode()
            (folder / f"{name}.py").write_bytes(data)
        return pytester.runpytest(*INSTALLED, "--strict-markers", *arguments)

    return start


def test_a_finding_is_a_failure_with_file_and_line(run) -> None:
    done = run("--spawnsafe", "src", wrong=WRONG, right=RIGHT)
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(
        [
            "*src/wrong.py::SS201:3:20*",
            "src/wrong.py:3: SS201 unpicklable-target: A lambda can't be pickled*",
            "  Use a function of the module*",
            "FAILED src/wrong.py::SS201:3:20*",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")


def test_without_the_option_nothing_is_checked(run) -> None:
    done = run("src", wrong=WRONG)
    done.assert_outcomes()


def test_findings_beside_tests_that_pass(run) -> None:
    tests = "def test_it():\n    pass\n"
    done = run("--spawnsafe", "src", wrong=WRONG, test_it=tests)
    done.assert_outcomes(passed=2, failed=1)
    done = run("--spawnsafe", "-m", "spawnsafe", "src")
    done.assert_outcomes(passed=1, failed=1, deselected=1)


def test_files_are_not_run(run, pytester: pytest.Pytester) -> None:
    run("--spawnsafe", "src", script="open('trace', 'w')\n").assert_outcomes(passed=1)
    assert not (pytester.path / "trace").exists()


def test_ignored_with_a_reason(run) -> None:
    ignored = WRONG.rstrip() + "  # spawnsafe: ignore[SS201] fork only\n"
    run("--spawnsafe", "src", ignored=ignored).assert_outcomes(passed=1)


@pytest.mark.parametrize(
    "text, said",
    [
        ("def f(:\n", "src/bad.py:1: no valid Python*"),
        (b"x = '\xff'\n", "src/bad.py:1: not text in utf-8*"),
        ("\0", "src/bad.py:1: the file holds a null byte*"),
    ],
)
def test_a_file_that_cannot_be_read_fails(run, text: str, said: str) -> None:
    done = run("--spawnsafe", "src", bad=text)
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines([said])


def test_messages_in_the_language_of_the_system(run, monkeypatch) -> None:
    files = {"wrong": WRONG}
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    done = run("--spawnsafe", "src", **files)
    done.stdout.fnmatch_lines(["src/wrong.py:3: SS201*lambda 不能 pickle*"])


def test_the_plugin_is_installed_with_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    plugins = project["project"]["entry-points"]["pytest11"]
    assert plugins == {"spawnsafe": "spawnsafe.pytest_plugin"}


def hook() -> dict:
    file = ROOT / ".pre-commit-hooks.yaml"
    (one,) = yaml.safe_load(file.read_text(encoding="utf-8"))
    return one


def test_the_hook_has_what_pre_commit_needs() -> None:
    one = hook()
    assert one.keys() >= {"id", "name", "entry", "language"}
    assert one.keys() <= {"id", "name", "description", "entry", "language", "types"}
    assert (one["language"], one["types"]) == ("python", ["python"])
    for language in ("zh", "en"):
        page = ROOT / "docs" / language / "checker" / "tools.md"
        assert f"- id: {one['id']}\n" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("text, code", [(RIGHT, 0), (WRONG, 1), ("def f(:\n", 2)])
def test_the_hook_stops_a_commit(tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "good.py").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "file.py").write_text(text, encoding="utf-8")
    python, *command = hook()["entry"].split()
    assert python == "python"
    done = subprocess.run(
        [sys.executable, *command, "good.py", "file.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
    )
    assert done.returncode == code


def test_the_workflow_on_the_page_is_valid() -> None:
    for language in ("zh", "en"):
        page = ROOT / "docs" / language / "checker" / "tools.md"
        text = page.read_text(encoding="utf-8")
        steps = [
            step
            for block in re.findall(r"```yaml\n(.*?)```", text, re.S)
            for step in [yaml.safe_load(block)]
        ]
        assert steps[0]["repos"][0]["hooks"] == [{"id": "spawnsafe"}]
        assert all(set(step) == {"run"} for step in steps[1])
        assert "python -m spawnsafe --format github" in steps[1][1]["run"]
