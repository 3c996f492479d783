"""dev.py: its messages, its exit codes, what it hands to uv, the pins it writes.

Nothing here touches the network; that both README commands work on a bare machine is
shown by .ci/run and by CI, which use them.
"""

from __future__ import annotations

import ast
import os
import re
import runpy
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev

# the fixture no_commands replaces it
RUN_UNTIL_STOPPED = dev.run_until_stopped
PYPROJECT = (dev.ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def no_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would start a command without saying so fails."""

    def refuse(command, env=None):
        raise AssertionError(f"started {command}")

    monkeypatch.setattr(dev, "run_until_stopped", refuse)


# --- the command line ---


def test_help_names_every_command(capsys: pytest.CaptureFixture) -> None:
    assert dev.main(["--help"]) == 0
    text = capsys.readouterr().out
    for command in dev.COMMANDS:
        assert f"python dev.py {command} " in text


@pytest.mark.parametrize("arguments", [[], ["sreve"]])
def test_unknown_command(arguments: list, capsys: pytest.CaptureFixture) -> None:
    assert dev.main(arguments) == 2
    assert "python dev.py serve" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error, message",
    [
        (dev.Stop("no uv", "install it"), "dev.py: no uv\n  remedy: install it\n"),
        (PermissionError(13, "Permission denied"), "remedy: is .* writable"),
    ],
)
def test_impossible_set_up_has_exit_code_2(
    error: Exception, message: str, monkeypatch, capsys
) -> None:
    def fail():
        raise error

    monkeypatch.setattr(dev, "set_up", fail)
    assert dev.main(["test"]) == 2
    assert re.search(message, capsys.readouterr().err)


def test_old_pythons_can_compile_it_and_get_the_message() -> None:
    """The check of the version stands first, and nothing else may fail before it."""
    source = Path(dev.__file__).read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    statements = [type(node) for node in tree.body]
    assert statements[:3] == [ast.Expr, ast.Import, ast.If]


def test_old_python(monkeypatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit) as end:
        runpy.run_path(dev.__file__)
    assert end.value.code == 2
    assert re.search("3.11 or newer is needed.*\n  remedy: ", capsys.readouterr().err)


def test_starts_on_a_python_without_any_package() -> None:
    """-I -S: no site-packages, as on a fresh machine."""
    command = [sys.executable, "-I", "-S", dev.__file__, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# --- finding uv ---


@pytest.fixture
def uv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Say which uv there is: uv(on_path=, in_tools=) are versions."""

    def there_is(on_path=None, in_tools=None):
        monkeypatch.setattr(dev, "TOOLS", tmp_path / ".tools")
        monkeypatch.setattr(
            dev.shutil, "which", lambda _: "path/uv" if on_path else None
        )
        monkeypatch.setattr(
            dev, "version", lambda uv: on_path if uv == "path/uv" else in_tools
        )

    return there_is


def pinned_uv() -> tuple[int, ...]:
    return tuple(map(int, dev.UV.split("==")[1].split(".")))


def test_uv_from_path(uv) -> None:
    uv(on_path=dev.OLDEST_UV)
    assert dev.find_uv() == "path/uv"


def test_old_uv_on_path_is_passed_over(uv, capsys: pytest.CaptureFixture) -> None:
    uv(on_path=(0, 4, 30), in_tools=pinned_uv())
    assert str(dev.TOOLS) in dev.find_uv()
    assert "uv 0.4.30 on PATH is too old" in capsys.readouterr().out


@pytest.mark.parametrize("in_tools", [None, (0, 1, 2)])
def test_uv_is_installed_once(uv, in_tools, monkeypatch) -> None:
    uv(in_tools=in_tools)
    commands = []

    def run(command, env=os.environ):
        commands.append(command)
        # a pip.conf may say `user = true`, which no environment allows
        assert "venv" in command or env["PIP_USER"] == "0"

    monkeypatch.setattr(dev, "run", run)
    dev.find_uv()
    venv, pip = commands
    assert venv[1:3] == ["-m", "venv"] and venv[-1] == dev.TOOLS
    assert str(pip[0]).startswith(str(dev.TOOLS)) and pip[-1] == dev.UV
    uv(in_tools=pinned_uv())
    dev.find_uv()
    assert len(commands) == 2


def test_python_without_ensurepip_uses_its_pip(uv, monkeypatch) -> None:
    uv()
    commands = []
    monkeypatch.setattr(dev, "run", lambda command, env=None: commands.append(command))
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: name == "pip")
    dev.find_uv()
    venv, pip = commands
    assert "--without-pip" in venv
    assert pip[:4] == [sys.executable, "-m", "pip", "--python"]


def test_python_without_ensurepip_and_pip(uv, monkeypatch) -> None:
    uv()
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(dev.Stop, match=r"(?s)ensurepip.*remedy: .*python3-venv"):
        dev.find_uv()


@pytest.mark.parametrize(
    "failing, message",
    [
        ("venv", "remedy: is this folder writable"),
        ("install", "remedy: is the network up"),
    ],
)
def test_installing_uv_fails(uv, failing: str, message: str, monkeypatch) -> None:
    uv()
    monkeypatch.setattr(dev, "run", lambda command, env=None: int(failing in command))
    with pytest.raises(dev.Stop, match=message):
        dev.find_uv()


# --- what uv is told ---


def test_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(dev, "find_uv", lambda: "uv")
    monkeypatch.setattr(dev, "network", lambda: {"SSL_CERT_FILE": "x"})
    monkeypatch.setattr(dev, "run", lambda *command: started.append(command))
    assert dev.set_up() == "uv"
    [(command, env)] = started
    assert command[:2] == ["uv", "sync"] and env == {"SSL_CERT_FILE": "x"}
    # with the Python that the user has chosen, and without removing the user's additions
    assert "--inexact" in command
    assert command[command.index("--python") + 1] == sys.executable


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An active environment is not the project's; Python's own settings stay."""
    monkeypatch.setenv("VIRTUAL_ENV", "/elsewhere")
    monkeypatch.delenv("PYTHONUTF8", raising=False)
    env = dev.environment()
    assert "VIRTUAL_ENV" not in env and "PYTHONUTF8" not in env
    assert env["NO_MKDOCS_2_WARNING"] == "1"


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Nothing is configured but what the test says pip is."""
    for name in list(dev.os.environ):
        if re.match("UV_|PIP_|SSL_CERT|(https?|all)_proxy", name, re.IGNORECASE):
            monkeypatch.delenv(name)
    for name in "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "APPDATA", "PROGRAMDATA":
        monkeypatch.setenv(name, str(tmp_path))

    def configured(**settings: str) -> None:
        settings = {key.replace("_", "-"): value for key, value in settings.items()}
        monkeypatch.setattr(dev, "pip_settings", lambda: settings)

    return configured


def test_uv_gets_what_pip_is_configured_with(pip) -> None:
    pip(
        index_url="https://mirror.example/simple",
        extra_index_url="https://a.example/s\nhttps://b.example/s",
        find_links="/wheels\n/more",
        cert="/certs.pem",
        proxy="http://proxy.example:3128",
    )
    env = dev.network()
    assert env["UV_DEFAULT_INDEX"] == "https://mirror.example/simple"
    assert env["UV_INDEX"].split() == ["https://a.example/s", "https://b.example/s"]
    assert env["UV_INDEX_STRATEGY"] == "unsafe-best-match"
    assert env["UV_FIND_LINKS"] == "/wheels,/more"
    assert env["SSL_CERT_FILE"] == "/certs.pem"
    assert env["ALL_PROXY"] == "http://proxy.example:3128"


def test_what_is_configured_for_uv_comes_first(pip, monkeypatch, tmp_path) -> None:
    pip(index_url="https://pip.example/simple", cert="/pip.pem", proxy="http://pip:1")
    monkeypatch.setenv("UV_INDEX", "https://uv.example/simple")
    monkeypatch.setenv("SSL_CERT_FILE", "/uv.pem")
    monkeypatch.setenv("HTTPS_PROXY", "http://uv:1")
    env = dev.network()
    assert "UV_DEFAULT_INDEX" not in env and "ALL_PROXY" not in env
    assert env["SSL_CERT_FILE"] == "/uv.pem"
    assert "UV_INDEX_STRATEGY" not in env


def test_a_configuration_file_of_uv_comes_first(pip, tmp_path: Path) -> None:
    pip(index_url="https://pip.example/simple")
    (tmp_path / "uv").mkdir()
    (tmp_path / "uv" / "uv.toml").touch()
    assert "UV_DEFAULT_INDEX" not in dev.network()


def test_nothing_configured(pip) -> None:
    pip()
    assert not [name for name in dev.network() if name.startswith("UV_")]


def test_pip_settings_variables_over_files(monkeypatch) -> None:
    listed = (
        ":env:.cert='/env.pem'\n"
        "global.cert='/global.pem'\n"
        "global.index-url='https://global.example/simple'\n"
        "install.index-url='https://install.example/simple'\n"
    )
    done = subprocess.CompletedProcess([], 0, listed)
    monkeypatch.setattr(dev.subprocess, "run", lambda *_, **__: done)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: True)
    monkeypatch.setenv("PIP_CERT", "/env.pem")
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    settings = dev.pip_settings()
    assert settings["cert"] == "/env.pem"
    assert settings["index-url"] == "https://install.example/simple"


# --- the tests ---


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Say how pytest ends: ends(exit code, the attributes of its report, stopped=)."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    monkeypatch.setattr(dev, "get_pyodide", lambda option: 0)

    def pytest_ends(code: int, attributes: str = "", *, stopped=False, writes=()):
        def run(command, env=None):
            report = tmp_path / ".pytest_cache" / "report.xml"
            if attributes:
                report.parent.mkdir(exist_ok=True)
                suite = f"<testsuites><testsuite {attributes}/></testsuites>"
                report.write_text(suite, encoding="utf-8")
            for name in writes:
                (tmp_path / "results").mkdir(exist_ok=True)
                (tmp_path / "results" / name).touch()
            return code, stopped

        monkeypatch.setattr(dev, "run_until_stopped", run)

    return pytest_ends


ALL = 'tests="5" failures="0" errors="0" skipped="1"'


def last_line(capsys: pytest.CaptureFixture) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_tests_pass(ends, capsys) -> None:
    ends(0, ALL, writes=["a.json"])
    assert dev.main(["test"]) == 0
    said = last_line(capsys)
    assert re.fullmatch(
        r"tests: 4 passed, 1 skipped in 0\.\d s; results in results/a\.json", said
    )


def test_tests_fail(ends, capsys) -> None:
    ends(1, 'tests="5" failures="2" errors="1" skipped="0"')
    assert dev.main(["test"]) == 1
    assert "tests: 2 passed, 2 failed, 1 error in" in last_line(capsys)


@pytest.mark.parametrize(
    "arguments, joined",
    [
        ([], []),
        (["-k", "a b"], ["-k", "a b"]),
        (["--interpreters", "/a b.json", "-q"], ["--interpreters=/a b.json", "-q"]),
        (["-q", "--interpreters=/a.json"], ["-q", "--interpreters=/a.json"]),
        (["--interpreters"], ["--interpreters"]),
    ],
)
def test_option_with_a_path_is_one_word(arguments: list, joined: list) -> None:
    assert dev.joined(arguments) == joined


@pytest.mark.parametrize(
    "code, said",
    [
        (3, "pytest ended with exit code 3"),
        (4, "arguments that pytest does not know"),
        (5, "none found"),
    ],
)
def test_tests_do_not_run(ends, code: int, said: str, capsys) -> None:
    ends(code)
    assert dev.main(["test", "--wrong"]) == code
    assert f"tests: {said} in" in last_line(capsys)


def test_report_of_an_earlier_run_does_not_count(ends, capsys) -> None:
    ends(0, ALL)
    dev.main(["test"])
    ends(4)
    dev.main(["test"])
    assert "passed" not in last_line(capsys)


def test_tests_are_stopped(ends, capsys) -> None:
    ends(2, ALL, stopped=True)
    assert dev.main(["test"]) == 2
    assert "tests: 4 passed, 1 skipped, stopped in" in last_line(capsys)


def test_stopped_during_set_up(monkeypatch, capsys) -> None:
    monkeypatch.setattr(dev, "find_uv", lambda: "uv")
    monkeypatch.setattr(dev, "network", dict)
    monkeypatch.setattr(dev, "run_until_stopped", lambda *_: (1, True))
    assert dev.main(["test"]) == 130
    assert capsys.readouterr().err == "\ndev.py: stopped\n"


@pytest.mark.parametrize(
    "seconds, said", [(0.84, "0.8 s"), (45.4, "45 s"), (200.2, "3 min 20 s")]
)
def test_duration(seconds: float, said: str) -> None:
    assert dev.duration(seconds) == said


# --- commands that end, fail or are stopped ---


class Command:
    """A command that ends as the test says: each wait() has one outcome."""

    def __init__(self, *outcomes):
        self.outcomes, self.waits, self.terminated = list(outcomes), [], False

    def wait(self, timeout):
        self.waits.append(timeout)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def terminate(self):
        self.terminated = True


LATE = subprocess.TimeoutExpired("command", 15)


@pytest.mark.parametrize(
    "outcomes, ended, waits, terminated",
    [
        ([3], (3, False), [None], False),
        # Ctrl-C reaches the command as well: it gets time to clean up
        ([KeyboardInterrupt(), 0], (0, True), [None, 15], False),
        ([KeyboardInterrupt(), LATE, -15], (-15, True), [None, 15, None], True),
        # twice: at once
        (
            [KeyboardInterrupt(), KeyboardInterrupt(), LATE, -15],
            (-15, True),
            [None, 15, 0, None],
            True,
        ),
    ],
)
def test_ends(outcomes, ended, waits, terminated, monkeypatch) -> None:
    command = Command(*outcomes)
    monkeypatch.setattr(dev.subprocess, "Popen", lambda *_, **__: command)
    assert RUN_UNTIL_STOPPED(["command"]) == ended
    assert (command.waits, command.terminated) == (waits, terminated)


@pytest.mark.parametrize("failing, code", [("", 0), ("actionlint", 1), ("ruff", 1)])
def test_lint(failing: str, code: int, monkeypatch, capsys) -> None:
    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    monkeypatch.setattr(dev, "network", dict)
    monkeypatch.setattr(dev, "run", lambda command, _: int(failing in command))
    assert dev.main(["lint"]) == code
    assert ("nothing to mend" in last_line(capsys)) == (code == 0)


# --- the site ---


@pytest.mark.parametrize(
    "site_url, environment, path",
    [
        ("https://someone.example/project/", {}, "project/"),
        ('!ENV [SITE_URL, "http://127.0.0.1:8000/"]', {}, ""),
        ("!ENV [SITE_URL, x]", {"SITE_URL": "https://a.example/b/c"}, "b/c/"),
    ],
)
def test_addresses(site_url, environment, path, monkeypatch, tmp_path) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    config = f"site_name: x\nsite_url: {site_url}\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    base = f"http://127.0.0.1:8001/{path}"
    assert dev.addresses("127.0.0.1", 8001) == [base, f"{base}en/"]


@pytest.mark.parametrize(
    "arguments, address",
    [
        ([], None),
        (["--dirty", "-a", "localhost:9000"], ("localhost", 9000)),
        (["-alocalhost:9000"], ("localhost", 9000)),
        (["--dev-addr=0.0.0.0:80", "-q"], ("0.0.0.0", 80)),
    ],
)
def test_address_in_arguments(arguments, address) -> None:
    assert dev.address_in(arguments) == address


def test_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        assert dev.answers(address)
    assert not dev.answers(address)


@pytest.mark.parametrize(
    "code, stopped, returned, said",
    [
        (0, False, 0, "site: stopped"),
        (130, True, 0, "site: stopped"),
        (1, False, 1, "site: failed, mkdocs ended with exit code 1"),
    ],
)
def test_serve_ends(code, stopped, returned, said, monkeypatch, capsys) -> None:
    commands = []

    def mkdocs(command, env):
        commands.append(command)
        return code, stopped

    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    monkeypatch.setattr(dev, "get_pyodide", lambda option: 2)
    monkeypatch.setattr(dev, "answers", lambda address: address[1] == 8000)
    monkeypatch.setattr(dev, "run_until_stopped", mkdocs)
    assert dev.main(["serve", "--dirty"]) == returned
    assert last_line(capsys) == said
    # 8000 is in use, says the test
    assert commands[0][-3:] == ["--dirty", "--dev-addr", "127.0.0.1:8001"]


@pytest.mark.parametrize("found", [True, False])
def test_build_needs_pyodide(found: bool, monkeypatch, capsys) -> None:
    commands = []

    def run(command, env=None):
        commands.append(command)
        return 0 if found or "mkdocs" in command else 2

    monkeypatch.setattr(dev, "set_up", lambda: "uv")
    monkeypatch.setattr(dev, "run", run)
    assert dev.main(["build"]) == (0 if found else 2)
    assert commands[0] == [sys.executable, "-m", "spawnsafe.pyodide"]
    assert len(commands) == (2 if found else 1)
    if not found:
        said = capsys.readouterr().err
        assert "dev.py: could not get Pyodide" in said and "  remedy: " in said


# --- pins ---


def pins(key: str) -> list[str]:
    return tomllib.loads(PYPROJECT)["tool"]["uv"][key]


@pytest.mark.parametrize(
    "key", ["constraint-dependencies", "build-constraint-dependencies"]
)
def test_every_pin_is_exact(key: str) -> None:
    assert [
        pin for pin in pins(key) if not re.match(r"[a-z0-9-]+==[\w.]+( ;|$)", pin)
    ] == []


def test_every_dependency_is_pinned() -> None:
    settings = tomllib.loads(PYPROJECT)
    needed = list(settings["project"]["dependencies"])
    for group in settings["dependency-groups"].values():
        needed += [item for item in group if isinstance(item, str)]
    pinned = {pin.split("==")[0] for pin in pins("constraint-dependencies")}
    named = {re.match(r"[\w.-]+", item)[0].lower() for item in needed}
    assert named - pinned == set(), "run `python dev.py pin`"
    for_build = {pin.split("==")[0] for pin in pins("build-constraint-dependencies")}
    assert set(settings["build-system"]["requires"]) - for_build == set()


def test_pins_are_replaced_and_nothing_else() -> None:
    new = dev.with_pins(PYPROJECT, ["a==1", "b==2 ; sys_platform == 'x'"], ["c==3"])
    settings = tomllib.loads(new)["tool"]["uv"]
    assert settings["constraint-dependencies"] == ["a==1", "b==2 ; sys_platform == 'x'"]
    assert settings["build-constraint-dependencies"] == ["c==3"]
    old = pins("constraint-dependencies"), pins("build-constraint-dependencies")
    assert dev.with_pins(new, *old) == PYPROJECT


def test_no_place_for_pins() -> None:
    with pytest.raises(dev.Stop, match="no place for the pins"):
        dev.with_pins("[tool.uv]\n", ["a==1"], [])


def test_more_than_pins_between_the_lines() -> None:
    text = PYPROJECT.replace("# end of pins", "package = true\n# end of pins")
    with pytest.raises(dev.Stop, match="more than pins"):
        dev.with_pins(text, ["a==1"], [])


def test_only_several_versions_need_markers() -> None:
    assert dev.unmarked(
        [
            "colorama==0.4.6 ; sys_platform == 'win32'",
            "soupsieve==2.10 ; python_full_version < '3.11.5'",
            "soupsieve==4.1.2 ; python_full_version >= '3.11.5'",
        ]
    ) == [
        "colorama==0.4.6",
        "soupsieve==2.10 ; python_full_version < '3.11.5'",
        "soupsieve==4.1.2 ; python_full_version >= '3.11.5'",
    ]
