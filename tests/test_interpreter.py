"""A listing that is not true of its interpreters is refused, with line and remedy."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from spawnsafe import interpreter
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import clean_environment, load, this_python

posix = pytest.mark.skipif(os.name == "nt", reason="needs shell scripts")

THIS = {
    "name": "this",
    "platform": sys.platform,
    "version": "{}.{}".format(*sys.version_info),
    "command": [sys.executable],
}


@pytest.fixture
def listing(tmp_path):
    """Writes a listing: one row a line, the first in line 2."""

    def write(*rows: dict) -> Path:
        file = tmp_path / "interpreters.json"
        text = ",\n".join(json.dumps(row) for row in rows)
        file.write_text(f"[\n{text}\n]\n", encoding="utf-8")
        return file

    return write


def program(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return [str(path)]


def refusal(file: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        load(file)
    assert caught.value.file == file
    assert caught.value.remedy
    return caught.value


def test_this_python():
    python = this_python()
    assert python.version == platform.python_version()
    assert python.platform == sys.platform
    assert python.command == (os.path.abspath(sys.executable),)
    assert not python.wine
    assert python.system == {
        "linux": "Linux",
        "darwin": "macOS",
        "win32": "Windows",
    }.get(sys.platform)
    assert python.name == "{}-{}.{}".format(
        python.system.lower(), *sys.version_info[:2]
    )


def test_the_default_start_method_comes_first(interpreters):
    for python in [this_python(), *interpreters]:
        assert python.methods[0] == python.default_method
        assert len(set(python.methods)) == len(python.methods)
        version = tuple(map(int, python.version.split(".")[:2]))
        if python.platform == "linux":
            assert set(python.methods) == {"fork", "spawn", "forkserver"}
            expected = "forkserver" if version >= (3, 14) else "fork"
            assert python.default_method == expected
        else:
            assert python.default_method == "spawn"


@posix
def test_the_default_may_be_any_of_the_methods(listing, tmp_path):
    answer = {
        "platform": sys.platform,
        "version": "3.99.0",
        "default_method": "spawn",
        "methods": ["fork", "spawn", "forkserver"],
        "pid": 1,
    }
    command = program(tmp_path / "python", f"#!/bin/sh\necho '{json.dumps(answer)}'\n")
    (python,) = load(listing({**THIS, "version": "3.99", "command": command}))
    assert python.default_method == "spawn"
    assert python.methods == ("spawn", "fork", "forkserver")
    assert not python.direct


def test_windows_on_another_system_is_wine(interpreters):
    for python in interpreters:
        wine = python.platform == "win32" and os.name != "nt"
        assert python.wine == wine
        assert python.system.endswith(" (Wine)") == wine


def test_a_true_listing(listing):
    (python,) = load(listing(THIS))
    assert python.name == "this"
    assert python.version == platform.python_version()
    assert python.default_method == this_python().default_method


@posix
def test_interpreters_are_asked_at_the_same_time(listing, tmp_path):
    """Each of two waits until the other one has started."""
    rows = []
    for me, other in ("ab", "ba"):
        wait = (
            f"#!/bin/sh\ntouch {tmp_path / me}\n"
            f"for i in $(seq 300); do [ -e {tmp_path / other} ] && break; sleep 0.1;"
            " done\n"
            f'[ -e {tmp_path / other} ] && exec {sys.executable} "$@"\n'
        )
        rows.append({**THIS, "name": me, "command": program(tmp_path / f"x{me}", wait)})
    assert [python.name for python in load(listing(*rows))] == ["a", "b"]


def test_a_relative_command_is_made_absolute(listing, monkeypatch):
    directory, name = os.path.split(sys.executable)
    monkeypatch.chdir(directory)
    (python,) = load(listing({**THIS, "command": [os.path.join(".", name)]}))
    assert os.path.isabs(python.command[0])


def test_what_changes_output_is_kept_from_the_interpreters(monkeypatch):
    for name in ("PYTHONUNBUFFERED", "PYTHONHASHSEED", "FORCE_COLOR"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("KEPT", "1")
    environment = clean_environment()
    assert environment["KEPT"] == "1"
    assert not [name for name in environment if name.startswith("PYTHON")]
    assert "FORCE_COLOR" not in environment


# Refusals


def test_no_file(tmp_path):
    error = refusal(tmp_path / "none.json")
    assert "can't be read: No such file" in str(error)


def test_not_json(tmp_path):
    file = tmp_path / "interpreters.json"
    file.write_text('[\n {"name": "a"\n  "version": "3"}\n]', encoding="utf-8")
    error = refusal(file)
    assert error.line == 3
    assert "not valid JSON" in str(error)


@pytest.mark.parametrize("text", ["{}", "[]", "3"])
def test_not_a_list(tmp_path, text):
    file = tmp_path / "interpreters.json"
    file.write_text(text, encoding="utf-8")
    assert "not a JSON array" in str(refusal(file))


@pytest.mark.parametrize("key", ["name", "platform", "version", "command"])
def test_a_key_is_missing(listing, key):
    row = {name: value for name, value in THIS.items() if name != key}
    error = refusal(listing(THIS, row))
    assert error.line == 3
    assert f"has no '{key}'" in str(error)


@pytest.mark.parametrize(
    "key, value, problem",
    [
        ("name", 3, "'name' is not a text"),
        ("version", 3.14, "'version' is not a text"),
        ("platform", "windows", "platform 'windows' is unknown"),
        ("command", "python3", "is not a list of texts"),
        ("command", [], "is not a list of texts"),
    ],
)
def test_a_value_is_of_the_wrong_kind(listing, key, value, problem):
    error = refusal(listing(THIS, {**THIS, "name": "b", key: value}))
    assert error.line == 3
    assert problem in str(error)


def test_a_row_is_no_object(listing):
    error = refusal(listing(THIS, ["python3"]))
    assert (error.line, error.problem) == (3, "an interpreter is not a JSON object")


def test_listed_twice(listing):
    error = refusal(listing(THIS, {**THIS, "name": "b"}, THIS))
    assert error.line == 4
    assert "'this' is listed twice, first in line 2" in str(error)


def test_the_command_does_not_exist(listing):
    row = {**THIS, "name": "b", "command": ["/no/such/python"]}
    error = refusal(listing(THIS, row))
    assert error.line == 3
    assert "the command of 'b' was not found: /no/such/python" in str(error)


@posix
def test_the_command_does_not_start(listing, tmp_path):
    command = program(tmp_path / "python", "\0no program")
    error = refusal(listing(THIS, {**THIS, "name": "b", "command": command}))
    assert error.line == 3
    assert "'b' does not start" in str(error)


@posix
@pytest.mark.parametrize(
    "text, says",
    [
        ("echo 'no shared library' >&2; exit 127", "no shared library"),
        ("exit 3", "exit code 3"),
        ("echo Python", "exit code 0"),
    ],
)
def test_the_command_is_no_python(listing, tmp_path, text, says):
    command = program(tmp_path / "python", f"#!/bin/sh\n{text}\n")
    error = refusal(listing(THIS, {**THIS, "name": "b", "command": command}))
    assert error.line == 3
    assert f"'b' does not run Python: {says}" in str(error)


@posix
def test_the_command_hangs(listing, tmp_path, monkeypatch):
    monkeypatch.setattr(interpreter, "PROBE_SECONDS", 0.5)
    pid = tmp_path / "pid"
    command = program(
        tmp_path / "python", f"#!/bin/sh\nsleep 600 & echo $! >{pid}; wait\n"
    )
    error = refusal(listing({**THIS, "command": command}))
    assert "'this' did not answer within 0.5 s" in str(error)
    child = pid.read_text(encoding="utf-8").strip()
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False
    )
    assert state.stdout.strip() in ("", "Z")


@pytest.mark.parametrize("version", ["2.7", "3.99", "3.1"])
def test_another_version(listing, version):
    error = refusal(listing(THIS, {**THIS, "name": "b", "version": version}))
    assert error.line == 3
    assert f"'b' is listed as version {version}, but is 3." in str(error)


def test_another_platform(listing):
    other = "win32" if sys.platform != "win32" else "linux"
    error = refusal(listing(THIS, {**THIS, "name": "b", "platform": other}))
    assert error.line == 3
    assert f"'b' is listed for platform '{other}', but says" in str(error)


def test_the_environment_may_change_while_it_is_read() -> None:
    """pytest sets a variable for each test, while other threads start programs."""
    done = threading.Event()

    def change() -> None:
        while not done.is_set():
            os.environ["COMES_AND_GOES"] = "1"
            os.environ.pop("COMES_AND_GOES", None)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(2000):
            clean_environment()
    finally:
        done.set()
        thread.join()
