"""Run a reader's script under every start method, and tell what differs.

Each run happens in a throw-away copy of the script's folder. That is no protection:
the script may do to the machine, the network and files elsewhere what it likes.
"""

from __future__ import annotations

import ast
import collections
import difflib
import re
import tokenize
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from spawnsafe.beside import beside
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter
from spawnsafe.run import Limits, Result, run

LIMITS = Limits(seconds=20, processes=50)

# most telling first; the outcome of an attempt is the first that applies
OUTCOMES = ("hangs", "does not end", "fails", "leaks", "differs", "warns", "passes")

# the last line of a traceback
ERROR = re.compile(
    r"^(?:[\w.]+\.)?(?:\w*(?:Error|Exception|Exit|Interrupt|Broken\w*|Full|Empty)"
    r"|[A-Z]\w*)(?:: .*)?$"
)
WARNING = re.compile(r"\b(?P<text>\w*Warning: .*)")
LEAK = re.compile(r"resource_tracker: There appear to be \d+ leaked")
SHORT_LINES = 10

# what differs between two runs of the same program anyway
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}\b")
NAME = re.compile(r"\b(?:Fork|Spawn|ForkServer)(?=(?:Process|PoolWorker)-\d)")


@dataclass(frozen=True)
class Attempt:
    """One run of the script.

    Attributes:
        outcome: one of OUTCOMES.
        problems: what led to it, in the program's own words as far as it has any.
        changing: the output is another one each time.
        difference: lines of a diff, where it prints something else than it mostly does;
            the last may be "… N": there are N more.
        note: why this run says little about the start method asked for.
    """

    interpreter: Interpreter
    method: str
    result: Result
    outcome: str
    problems: tuple[str, ...]
    changing: bool = False
    difference: tuple[str, ...] = ()

    @property
    def note(self) -> str | None:
        return self.result.method_problem


@dataclass(frozen=True)
class Tryout:
    """What came of all the runs of one script."""

    script: Path
    attempts: tuple[Attempt, ...]
    sets_method: bool
    usual: tuple[str, ...] = field(default=())

    @property
    def sound(self) -> bool:
        """It passed everywhere, with the same output."""
        return all(one.outcome in ("passes", "warns") for one in self.attempts)


def try_out(
    script: Path,
    pythons: Sequence[Interpreter],
    methods: Sequence[str] | None = None,
    *,
    limits: Limits = LIMITS,
    jobs: int = 2,
) -> Tryout:
    """Run `script` on each Python under each start method, and compare.

    Args:
        methods: just these start methods; default: all that each Python has.
        limits: of each run.
        jobs: runs at a time.

    Raises:
        BadInput: the script can't be run, or its folder can't be copied.
    """
    sets_method = sets_start_method(readable(script))
    files = beside(script)
    contexts = [
        (python, method)
        for python in pythons
        for method in python.methods
        if (not sets_method or method == python.default_method)
        and (methods is None or method in methods)
    ]
    if not contexts:
        raise BadInput(
            "there is nothing to run it with",
            file=script,
            remedy="ask for start methods that the interpreters have; a script that "
            "sets its start method itself is run under the default one only",
        )

    def attempt(context: tuple[Interpreter, str]) -> Attempt:
        python, method = context
        result = run(
            script,
            python,
            method,
            limits=limits,
            sets_method=sets_method,
            beside=files,
            stacks=True,
        )
        return Attempt(python, method, result, *judge(result))

    with ThreadPoolExecutor(jobs) as pool:
        attempts = list(pool.map(attempt, contexts))
        ended = [one for one in attempts if _complete(one)]
        if len({_lines(one.result) for one in ended}) > 1:
            again = pool.map(lambda one: attempt((one.interpreter, one.method)), ended)
            for one, other in zip(ended, again, strict=True):
                place = attempts.index(one)
                if not _complete(other):
                    attempts[place] = other  # it does not always pass
                elif _lines(one.result) != _lines(other.result):
                    attempts[place] = replace(one, changing=True)
    compared, usual = _compared(attempts)
    return Tryout(script, compared, sets_method, usual)


def readable(script: Path) -> str:
    """The text of a script that could be run.

    Raises:
        BadInput: it is a folder, a notebook, missing, or no text.
    """
    if script.is_dir():
        raise BadInput(
            "is a folder", file=script, remedy="give the path of one Python script"
        )
    if script.suffix == ".ipynb":
        raise BadInput(
            "is a notebook, which is no script",
            file=script,
            remedy="save its code as a .py file (jupyter nbconvert --to script)",
        )
    try:
        with tokenize.open(script) as file:
            return file.read()
    except OSError as error:
        raise BadInput(
            f"can't be read: {error.strerror}",
            file=script,
            remedy="give the path of a Python script",
        ) from None
    except (SyntaxError, UnicodeDecodeError, LookupError) as error:
        raise BadInput(
            f"is not text in the encoding that it declares: {error}",
            file=script,
            remedy="save it as UTF-8, or declare its encoding in its first line",
        ) from None


def sets_start_method(text: str) -> bool:
    """Whether the code calls set_start_method(), which can be done only once."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False  # or newer syntax than this Python's; the run will tell
    return any(
        isinstance(node, ast.Call)
        and "set_start_method"
        in (getattr(node.func, "attr", None), getattr(node.func, "id", None))
        for node in ast.walk(tree)
    )


def judge(result: Result) -> tuple[str, tuple[str, ...]]:
    """The outcome of one run by itself, and the problems that led to it."""
    errors = errors_of(result.err)
    if result.stopped:
        hangs = result.stopped.startswith("time limit")
        return "hangs" if hangs else "does not end", (result.stopped, *errors)
    if result.exit_code or errors:
        code = (f"exit code {result.exit_code}",) if result.exit_code else ()
        # a syntax error has no traceback, nor has sys.exit("text")
        last = result.err.strip().splitlines()[-1:]
        return "fails", (*(errors or last), *code)
    leaks = (
        *(f"process: {left}" for left in result.left_processes),
        *(f"shared memory: {left}" for left in result.left_shared_memory),
        *(f"file: {left}" for left in result.left_files if left.startswith("temp")),
        *(line for line in result.err.splitlines() if LEAK.search(line)),
    )
    if leaks:
        return "leaks", leaks
    warnings = [found["text"] for found in WARNING.finditer(result.err)]
    if warnings:
        return "warns", tuple(dict.fromkeys(warnings))
    return "passes", ()


def errors_of(text: str) -> tuple[str, ...]:
    """The errors that tracebacks in a text end with, each once; chained ones too.

    Without a traceback, the message that a program ended with is none.
    """
    found: list[str] = []
    inside = False  # a traceback
    empty = False  # its error's text begins in a later line
    for line in text.splitlines():
        if empty and line.strip():
            found[-1] += line.strip()
            empty = False
        elif line.startswith(("Traceback (", "  + Exception Group Traceback")):
            inside = True
        elif inside and line[:1] not in ("", " ", '"', "'") and ERROR.match(line):
            found.append(line)
            inside, empty = False, line.endswith(": ")
    return tuple(dict.fromkeys(found))


def printed(result: Result) -> str:
    """The output without what is another in each run: PIDs, addresses, names."""
    text = result.out
    for process in result.processes:
        for pid in (process.pid, process.ppid):
            if pid > 9:  # under Wine, small numbers too; these may be results
                text = re.sub(rf"(?<![\d.]){pid}(?![\d.])", "PID", text)
    return NAME.sub("", ADDRESS.sub("0x…", text))


def _complete(attempt: Attempt) -> bool:
    return attempt.outcome in ("passes", "warns", "leaks")


def _lines(result: Result) -> tuple[str, ...]:
    """What is compared: processes may print in any order."""
    return tuple(sorted(printed(result).splitlines()))


def _compared(attempts: list[Attempt]) -> tuple[tuple[Attempt, ...], tuple[str, ...]]:
    """The attempts, those with an unusual output marked; and the usual output."""
    steady = [one for one in attempts if _complete(one) and not one.changing]
    counted = collections.Counter(_lines(one.result) for one in steady)
    if not counted:
        return tuple(attempts), ()
    usual = counted.most_common(1)[0][0]
    return (
        tuple(
            replace(one, outcome="differs", difference=_difference(usual, one))
            if one in steady and _lines(one.result) != usual
            else one
            for one in attempts
        ),
        usual,
    )


def _difference(usual: tuple[str, ...], attempt: Attempt) -> tuple[str, ...]:
    lines = [
        line
        for line in difflib.ndiff(usual, _lines(attempt.result))
        if line.startswith(("+ ", "- "))
    ]
    more = len(lines) - SHORT_LINES
    return (*lines[:SHORT_LINES], *([f"… {more}"] if more > 0 else []))
