"""Judge a run: does it do all that the snippet's transcript says, and nothing else?

An exit code is no verdict: a program whose child died at once may well end with 0, and
one whose pool respawns for ever never ends. A run passes when exit code, output,
standard error, time, start method and what it leaves behind are all as declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .interpreter import Interpreter
from .match import Pids, match
from .run import Limits, Result, run
from .snippet import Snippet
from .transcript import Transcript, parse


def contexts(
    snippet: Snippet, pythons: Iterable[Interpreter], methods: list[str] | None = None
) -> Iterator[tuple[Interpreter, str, str | None]]:
    """Each (interpreter, start method) a snippet could be run on, and why not if so.

    A snippet that sets its own start method is run once per interpreter.
    """
    for python in pythons:
        for method in python.methods:
            if snippet.requires.sets_method and method != python.default_method:
                continue
            if methods is None or method in methods:
                why_not = snippet.requires.why_not(
                    python.platform, python.version, method
                )
                yield python, method, why_not


def expected(snippet: Snippet, interpreter: Interpreter, method: str) -> Transcript:
    """The transcript a run must fit; that of a snippet with ``#>`` comments is made
    of them.

    Raises:
        BadInput: the snippet has neither, or its transcript is malformed.
    """
    if snippet.prints and not snippet.variants:
        literal = re.sub(r"([{}])", r"\1\1", snippet.printed)
        return parse(re.sub(r"(?m)^", r"\\", literal.rstrip("\n")), snippet.path)
    return snippet.transcript(interpreter.platform, interpreter.version, method)


def verify(snippet: Snippet, interpreter: Interpreter, method: str) -> list[str]:
    """Run a snippet once and judge it.

    Args:
        snippet: the snippet.
        interpreter: the Python to run it on.
        method: the start method; the interpreter's default one for a snippet that
            sets its own.

    Returns:
        what is not as declared; nothing where the run passes.

    Raises:
        BadInput: there is no transcript for this run, or it is malformed.
    """
    transcript = expected(snippet, interpreter, method)
    limits = Limits(seconds=transcript.running or snippet.requires.timeout)
    result = run(
        snippet.path,
        interpreter,
        method,
        limits=limits,
        sets_method=snippet.requires.sets_method,
    )
    return judge(transcript, result)


def judge(transcript: Transcript, result: Result) -> list[str]:
    """Compare a result with a transcript; what does not fit, most telling first."""
    problems = []
    if result.method_problem:
        problems.append(result.method_problem)
    stopped_in_time = transcript.running is not None and (
        result.stopped is not None and result.stopped.startswith("time limit")
    )
    if result.stopped and not stopped_in_time:
        problems.append(f"stopped by the {result.stopped}")
    if transcript.running is not None and not result.stopped:
        problems.append(
            f"ended after {result.duration:.1f} s with exit code {result.exit_code}, "
            f"but must still be running after {transcript.running:g} s"
        )
    file = transcript.path.as_posix()
    pids, mismatch = match(transcript.out, result.out, known(result))
    if mismatch:
        problems.append(mismatch.describe("standard output", file))
    _, mismatch = match(
        transcript.err, without_carets(result.err), pids or known(result)
    )
    if mismatch:
        problems.append(mismatch.describe("standard error", file))
    if not result.stopped and result.exit_code != transcript.exit_code:
        problems.append(
            f"exit code {result.exit_code}, expected {transcript.exit_code}"
        )
    if not stopped_in_time:  # what was killed can't clean up after itself
        for kind, left in (
            ("process", result.left_processes),
            ("shared memory", result.left_shared_memory),
            ("file", result.left_files),
        ):
            problems.extend(f"left behind: {kind} {item}" for item in left)
    if (
        problems
        and result.err.strip()
        and not any("standard error" in p for p in problems)
    ):
        problems.append("standard error ended with:\n" + _tail(result.err))
    return problems


def known(result: Result) -> Pids:
    """The roles whose PIDs the runner knows by itself."""
    roles = {"parent": result.pid, "shell": result.ppid}
    return frozenset((name, pid) for name, pid in roles.items() if pid is not None)


def without_carets(text: str) -> str:
    """Standard error without the lines of carets that mark a place in the line above:
    whether they are there differs from version to version."""
    return re.sub(r"(?m)^ *[~^]+ *(?:\n|\Z)", "", text)


def _tail(text: str, lines: int = 15) -> str:
    return "\n".join(text.rstrip("\n").split("\n")[-lines:])
