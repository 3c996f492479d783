"""The API table against the interpreters: nothing missing, nothing made up.

That each check finds what it is for is shown below, on planted defects.
"""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from spawnsafe import api
from spawnsafe.api import Api, Name, all_names
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter, this_python
from spawnsafe.snippet import PLATFORMS

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "api.toml"
SCRIPT = Path(__file__).parent / "ask_names.py"
# What the os module has to do with processes; it says so nowhere itself.
OF_PROCESSES = re.compile(
    r"_exit|abort|fork|wait|kill|exec[lv]|spawn[lv]|posix_spawn|pidfd|register_at_fork"
    r"|(process_)?cpu_count|get(pid|ppid|pgid|pgrp|sid|priority)$|nice|system|popen|times$"
    r"|set(pgid|pgrp|sid|priority)$|sched_(getaffinity|setaffinity|yield)"
    r"|(W[A-Z]+$|P_|CLD_|EX_|PIDFD|POSIX_SPAWN)",
)


@dataclasses.dataclass(frozen=True)
class Answer:
    """What one interpreter has."""

    name: str
    platform: str
    version: tuple[int, ...]
    modules: dict[str, list[str]]  # module -> its public names
    classes: dict[str, list[str]]  # row -> its public members
    names: frozenset[str]  # those names of the table that exist


def ask(python: Interpreter, table: Api, folder: Path) -> Answer:
    """Run ask_names.py in a folder for the question: not every wrapper has an input."""
    classes = {row.name: row.members_of for row in table.rows.values()}
    question = {
        "modules": list(table.modules),
        "classes": {n: e for n, e in classes.items() if not n.startswith("os.")},
        "names": list(table.known),
    }
    (folder / "question.json").write_text(json.dumps(question), encoding="utf-8")
    done = subprocess.run(
        [*python.command, str(SCRIPT), "question.json"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    version = tuple(int(part) for part in re.findall(r"\d+", python.version)[:2])
    names = frozenset(answer.pop("names"))
    return Answer(python.name, python.platform, version, **answer, names=names)


@pytest.fixture(scope="module")
def table() -> Api:
    return api.load(FILE)


@pytest.fixture(scope="module")
def answers(
    interpreters: list[Interpreter], table: Api, tmp_path_factory
) -> list[Answer]:
    """From every interpreter that was listed, and from this one."""
    pythons = {python.command: python for python in [*interpreters, this_python()]}
    folder = tmp_path_factory.mktemp("names")
    return [ask(python, table, folder) for python in pythons.values()]


def missing(table: Api, answers: list[Answer]) -> list[str]:
    """Public names without a row."""
    found: dict[str, str] = {}
    for answer in answers:
        for module, names in answer.modules.items():
            for name in names:
                full = f"{module}.{name}"
                wanted = module != "os" or OF_PROCESSES.match(name)
                if wanted and full not in table.known:
                    found.setdefault(full, answer.name)
        for cls, names in answer.classes.items():
            for name in names:
                if table.member(cls, name) is None:
                    found.setdefault(f"{cls}.{name}", answer.name)
    return [f"{name}: no row, but {where} has it" for name, where in found.items()]


def made_up(table: Api, answers: list[Answer]) -> list[str]:
    """Rows that no interpreter knows, or that one knows although it should not."""
    found = []
    for row in table.rows.values():
        holders = [answer.name for answer in answers if row.name in answer.names]
        if row.not_found:
            if holders:
                found.append(f"{row.name}: not-found, but {holders[0]} has it")
        elif row.may_lack:
            continue  # test_rare_names_exist_somewhere
        elif not holders and any(has(row, answer) for answer in answers):
            found.append(f"{row.name}: no interpreter has it")
    return found


def versions(table: Api, answers: list[Answer]) -> list[str]:
    """Rows whose versions or platforms an interpreter contradicts."""
    found = []
    for row in table.rows.values():
        for answer in answers:
            there = row.name in answer.names
            if there and not may_have(row, answer):
                found.append(f"{row.name}: {answer.name} has it, against the table")
            excused = row.not_found or row.may_lack
            if not there and not excused and has(row, answer):
                found.append(f"{row.name}: {answer.name} lacks it, against the table")
    return found


def old_enough(row: Name, answer: Answer) -> bool:
    since = tuple(int(part) for part in (row.since or "3.0").split("."))
    return since <= answer.version


def may_have(row: Name, answer: Answer) -> bool:
    """What is there too early, or on another platform, is a mistake of the table.

    Only functions are bound to platforms: a method is there everywhere, and raises.
    """
    systems = {PLATFORMS[name] for name in row.platforms or PLATFORMS}
    function = row.module == "os"
    return old_enough(row, answer) and (not function or answer.platform in systems)


def has(row: Name, answer: Answer) -> bool:
    """Whether the table says that this interpreter has it.

    It says so less surely of macOS: the docs speak of Unix, and not every function
    came to macOS with the others.
    """
    systems = {PLATFORMS[name] for name in row.platforms or PLATFORMS} - {"darwin"}
    return old_enough(row, answer) and answer.platform in systems


CHECKS = [missing, made_up, versions]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_table(check: Callable, table: Api, answers: list[Answer]) -> None:
    if problems := check(table, answers):
        pytest.fail("\n".join(problems), pytrace=False)


def test_rare_names_exist_somewhere(table: Api, answers: list[Answer]) -> None:
    """The names of a family, and those that may be lacking: on one system or version."""
    platforms = {answer.platform for answer in answers}
    if not {"linux", "win32"} <= platforms or len(answers) < 5:
        pytest.skip("needs --interpreters with Linux and Windows")
    for row in table.rows.values():
        for name in row.also if not row.may_lack else all_names(row):
            assert any(name in answer.names for answer in answers), name


# What can be wrong with the table: a row changed or taken away, and what must be said.

DEFECTS = [
    (missing, "multiprocessing.Process.join", None, "multiprocessing.Process.join: no row"),
    (missing, "multiprocessing.Pipe", None, "multiprocessing.Pipe: no row"),
    (missing, "multiprocessing.Queue.put", None, "multiprocessing.Queue.put: no row"),
    (missing, "os.getpid", None, "os.getpid: no row"),
    (missing, "multiprocessing.pool.ThreadPool", {"inherits": None}, "ThreadPool.map: no"),
    (made_up, "multiprocessing.Pipe", {"name": "multiprocessing.Tube"}, "Tube: no inter"),
    (made_up, "multiprocessing.Event.set", {"not_found": "x"}, "not-found, but"),
    (versions, "multiprocessing.Pipe", {"since": "3.99"}, "Pipe: this has it, against"),
    (versions, "multiprocessing.Process.name", {"since": "3.99"}, "has it, against"),
    (versions, "os.getpid", {"platforms": ("PLATFORM",)}, "os.getpid: this has it, aga"),
    (versions, "os.P_DETACH", {"platforms": ()}, "os.P_DETACH: this lacks it"),
    (versions, "multiprocessing.Process.run", {"name": "multiprocessing.Process.ran"},
     "multiprocessing.Process.ran: this lacks it"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "name", "change", "says"), DEFECTS)
def test_defect_is_found(
    table: Api,
    check: Callable,
    name: str,
    change: dict | None,
    says: str,
    tmp_path: Path,
) -> None:
    python = this_python()
    if name == "os.P_DETACH" and python.platform == "win32":
        pytest.skip("Windows has it")
    rows = dict(table.rows)
    row = rows.pop(name)
    if change is not None:
        if change.get("platforms") == ("PLATFORM",):
            own = {"linux": "windows", "darwin": "windows", "win32": "linux"}
            change = {"platforms": (own[python.platform],)}
        row = dataclasses.replace(row, **change)
        rows[row.name] = row
    damaged = Api(table.file, table.modules, rows)
    answer = dataclasses.replace(ask(python, damaged, tmp_path), name="this")
    assert any(says in problem for problem in check(damaged, [answer]))


# The file

GOOD = """\
[modules]
"os" = "library/os.html"

["os.fork"]
zh = "复制。"
en = "Copies."
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "api.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_row_without_docs_links_to_its_module_and_name(tmp_path: Path) -> None:
    row = api.load(write(tmp_path, GOOD)).rows["os.fork"]
    assert row.docs == "library/os.html#os.fork"
    assert (row.short, row.owner, row.line) == ("fork", "os", 4)


@pytest.mark.parametrize(
    ("old", "new", "line", "says", "remedy"),
    [
        ('en = "Copies."\n', "", 4, "no sentence in en", 'add en = "..."'),
        ('"复制。"', '" "', 4, "no sentence in zh", 'add zh = "..."'),
        ('en = "', 'sins = "3"\nen = "', 4, "unknown key 'sins'", "use one of"),
        ('en = "', 'since = "14"\nen = "', 4, "'14' is no version", '"3.14"'),
        ('en = "', 'changed = "3.14"\nen = "', 4, "changed must be a list", "write"),
        (
            'en = "',
            'platforms = ["unix"]\nen = "',
            4,
            "unknown platform 'unix'",
            "linux",
        ),
        (
            'en = "',
            'returns = "os.X"\nen = "',
            4,
            "os.X is not in the table",
            "add a row",
        ),
        (
            'en = "',
            'inherits = "os.X"\nen = "',
            4,
            "os.X is not in",
            "correct the name",
        ),
        ('en = "', 'also = ["os.fork"]\nen = "', 4, "stands in two rows", "line 4"),
        ("os.fork", "so.fork", 4, "its module is not listed", "[modules]"),
        ('en = "', "en = ", 6, "not valid TOML", "correct the line"),
    ],
)
def test_bad_rows_name_line_and_remedy(
    tmp_path: Path, old: str, new: str, line: int, says: str, remedy: str
) -> None:
    file = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(BadInput) as caught:
        api.load(file)
    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert says in caught.value.problem and remedy in caught.value.remedy


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        api.load(tmp_path / "api.toml")


def test_every_row_has_an_address_or_is_undocumented(table: Api) -> None:
    for row in table.rows.values():
        names = {row.docs.partition("#")[2]} if row.docs else set()
        assert not names or re.fullmatch(r"[\w.-]+", names.pop()), row.name
        assert all_names(row)[0] == row.name
