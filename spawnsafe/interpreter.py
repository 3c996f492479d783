"""The Pythons that scripts are run on, each asked what it really is."""

from __future__ import annotations

import functools
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from spawnsafe.errors import BadInput

SYSTEMS = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}

# The default start method is read off a process that was really started:
# get_start_method() alone would be believed without a check.
PROBE = """\
import json, multiprocessing, os, platform, sys, time
process = multiprocessing.Process(target=time.sleep, args=(0,))
process.start()
print(json.dumps({
    "platform": sys.platform,
    "version": platform.python_version(),
    "default_method": process._popen.method,
    "methods": multiprocessing.get_all_start_methods(),
    "pid": os.getpid(),
}))
process.join()
"""
PROBE_SECONDS = 60


@dataclass(frozen=True)
class Interpreter:
    """One Python, as it answered when it was asked.

    Attributes:
        name: what results call it, such as "linux-3.14".
        platform: its sys.platform: "linux", "darwin" or "win32".
        version: in full, such as "3.14.8".
        command: what starts it; the script's name is appended.
        default_method: the start method of a Process it really started.
        methods: every start method it has, the default first.
        wine: a Windows Python on a machine that is not Windows.
        direct: the process that `command` starts is this Python itself, rather than
            a launcher, so that its PID is known from outside.
    """

    name: str
    platform: str
    version: str
    command: tuple[str, ...]
    default_method: str
    methods: tuple[str, ...]
    wine: bool = False
    direct: bool = True

    @property
    def system(self) -> str:
        """The system's name as people write it."""
        return SYSTEMS[self.platform] + (" (Wine)" if self.wine else "")


@functools.cache
def this_python() -> Interpreter:
    """The interpreter that runs this code."""
    system = SYSTEMS[sys.platform].lower()
    name = f"{system}-{sys.version_info.major}.{sys.version_info.minor}"
    # In a virtual environment on Windows, python.exe is a launcher, which starts the
    # real one as its child: parents would not be what snippets say of them.
    program = sys._base_executable if sys.platform == "win32" else sys.executable
    return _probe(name, (program,))


def load(file: Path) -> list[Interpreter]:
    """Read a listing of interpreters and ask each of them what it is.

    The listing is a JSON array of objects `{"name", "platform", "version",
    "command"}`; the version may be shortened ("3.14").

    Raises:
        BadInput: the listing can't be read, or is not true of an interpreter.
    """
    rows = [_checked(row, file, line) for row, line in _rows(file)]
    names: dict[str, int] = {}
    for row, line in rows:
        if row["name"] in names:
            raise BadInput(
                f"{row['name']!r} is listed twice, first in line {names[row['name']]}",
                file=file,
                line=line,
                remedy="give each interpreter a name of its own",
            )
        names[row["name"]] = line
    with ThreadPoolExecutor(max_workers=len(rows)) as pool:
        return list(pool.map(lambda r: _listed(r[0], file, r[1]), rows))


def clean_environment() -> dict[str, str]:
    """This process's environment less what a reader's shell would not have set.

    Variables like PYTHONUNBUFFERED or PYTHONWARNINGS change what a program prints,
    FORCE_COLOR changes how tracebacks look.
    """
    # Looked up name by name: another thread may change a variable meanwhile, as pytest
    # does for each test, and os.environ.items() would raise KeyError.
    found = {name: os.environ.get(name) for name in list(os.environ)}
    return {
        name: value
        for name, value in found.items()
        if value is not None
        and not name.upper().startswith("PYTHON")
        and name.upper() not in ("FORCE_COLOR", "CLICOLOR_FORCE", "NO_COLOR")
    }


def _rows(file: Path) -> list[tuple[object, int]]:
    """Each item of the JSON array with the line where it begins."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"can't be read: {getattr(error, 'strerror', None) or error}",
            file=file,
            remedy="give the path of a JSON listing of interpreters",
        ) from None
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"not valid JSON: {error.msg}",
            file=file,
            line=error.lineno,
            remedy="correct the JSON in this line or the one before it",
        ) from None
    if not isinstance(whole, list) or not whole:
        raise BadInput(
            "not a JSON array of interpreters, or an empty one",
            file=file,
            line=1,
            remedy='write [{"name": …, "platform": …, "version": …, "command": […]}]',
        )
    rows = []
    decoder = json.JSONDecoder()
    position = text.index("[") + 1
    for _ in whole:
        while text[position] in " \t\r\n,":
            position += 1
        line = text.count("\n", 0, position) + 1
        row, position = decoder.raw_decode(text, position)
        rows.append((row, line))
    return rows


def _checked(row: object, file: Path, line: int) -> tuple[dict, int]:
    """The row, once its shape is right."""

    def bad(problem: str, remedy: str) -> BadInput:
        return BadInput(problem, file=file, line=line, remedy=remedy)

    if not isinstance(row, dict):
        raise bad("an interpreter is not a JSON object", "write {…} for each")
    for key in ("name", "platform", "version", "command"):
        if key not in row:
            raise bad(f"an interpreter has no {key!r}", f"add {key!r} to it")
    for key in ("name", "platform", "version"):
        if not isinstance(row[key], str) or not row[key]:
            raise bad(f"{key!r} is not a text", f"write {key!r} as a JSON string")
    if row["platform"] not in SYSTEMS:
        raise bad(
            f"platform {row['platform']!r} is unknown",
            f"write the interpreter's sys.platform: one of {', '.join(SYSTEMS)}",
        )
    command = row["command"]
    if (
        not isinstance(command, list)
        or not command
        or not all(isinstance(word, str) and word for word in command)
    ):
        raise bad(
            f"the command of {row['name']!r} is not a list of texts",
            'write it as a JSON array, such as ["python3.14"]',
        )
    return row, line


def _listed(row: dict, file: Path, line: int) -> Interpreter:
    """Probe a listed interpreter; it must be what the listing says."""
    found = _probe(row["name"], tuple(row["command"]), file=file, line=line)
    said, true = row["version"].split("."), found.version.split(".")
    if true[: len(said)] != said:
        raise BadInput(
            f"{found.name!r} is listed as version {row['version']}, but is"
            f" {found.version}",
            file=file,
            line=line,
            remedy="correct the version or the command",
        )
    if found.platform != row["platform"]:
        raise BadInput(
            f"{found.name!r} is listed for platform {row['platform']!r}, but says"
            f" {found.platform!r}",
            file=file,
            line=line,
            remedy="correct the platform or the command",
        )
    return found


def _probe(
    name: str,
    command: tuple[str, ...],
    *,
    file: Path | None = None,
    line: int | None = None,
) -> Interpreter:
    """Start `command` and let it tell what it is."""

    def bad(problem: str, remedy: str) -> BadInput:
        return BadInput(problem, file=file, line=line, remedy=remedy)

    program = shutil.which(command[0])
    if program is None:
        raise bad(
            f"the command of {name!r} was not found: {command[0]}",
            "install this interpreter, correct its path, or take it off the listing",
        )
    # absolute, since scripts are run in directories of their own
    command = (os.path.abspath(program), *command[1:])
    # Files, not pipes: what Wine leaves in the background would keep a pipe open.
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        try:
            process = subprocess.Popen(
                [*command, "-c", PROBE],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=clean_environment(),
                start_new_session=True,
            )
        except OSError as error:
            raise bad(
                f"{name!r} does not start: {command[0]}: {error.strerror or error}",
                "correct the command or reinstall the interpreter",
            ) from None
        try:
            code = process.wait(timeout=PROBE_SECONDS)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):  # a wrapper's children too
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()
            raise bad(
                f"{name!r} did not answer within {PROBE_SECONDS} s",
                f"see why this takes so long: {' '.join(command)} -c pass",
            ) from None
        out.seek(0)
        err.seek(0)
        answer, complaint = out.read(), err.read().decode("utf-8", "backslashreplace")
    try:
        said = json.loads(answer)
    except ValueError:
        last = complaint.strip().splitlines()[-1:] or [f"exit code {code}"]
        raise bad(
            f"{name!r} does not run Python: {last[0].strip()}",
            "correct the command or reinstall the interpreter",
        ) from None
    default = said["default_method"]
    wine = said["platform"] == "win32" and platform.system() != "Windows"
    return Interpreter(
        name=name,
        platform=said["platform"],
        version=said["version"],
        command=command,
        default_method=default,
        methods=(default, *(m for m in said["methods"] if m != default)),
        wine=wine,
        # Wine numbers processes by itself; there, equal numbers are a coincidence
        direct=not wine and said["pid"] == process.pid,
    )
