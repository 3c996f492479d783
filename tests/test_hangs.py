"""The hung snippets with recorded stacks: a run of today is at the same places.

One capture each, where the stacks were recorded: the same version and start method.
"""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from spawnsafe import stack_file
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter
from spawnsafe.snippet import Snippet, load
from tests.bench import Bench

ROOT = Path(__file__).parent.parent
HUNG = [
    load(file, ROOT / "snippets")
    for file in sorted((ROOT / "snippets" / "hangs").glob("*_wrong.py"))
]
# a busy machine needs longer until all are at rest
SECONDS = (2.0, 6.0, 18.0)


def captured(one: Snippet, python: Interpreter) -> list[str]:
    """What differs from the recorded stacks, at the last try."""
    recorded = stack_file.load(one)
    problems = []
    for seconds in SECONDS:
        seen = stack_file.capture(one, python, recorded.method, seconds)
        problems = stack_file.compare(recorded, seen, one)
        if not problems:
            break
    return problems


@pytest.fixture(scope="module")
def captures(bench: Bench) -> dict[str, Future[list[str]]]:
    """The captures, on their way several at a time: they mostly wait."""
    started = {}
    for one in HUNG:
        try:
            python = place(one, bench.pythons)
        except BadInput:  # its own test tells
            continue
        if python is not None:
            started[one.name] = bench.pool.submit(captured, one, python)
    return started


def place(one: Snippet, pythons: list[Interpreter]) -> Interpreter | None:
    recorded = stack_file.load(one)
    minor = recorded.version.split(".")[:2]
    for python in pythons:
        if python.version.split(".")[:2] == minor and python.system == recorded.system:
            return python
    return None


@pytest.mark.parametrize("one", HUNG, ids=lambda one: one.path.stem)
def test_processes_wait_where_it_was_recorded(
    one: Snippet, captures: dict, bench: Bench
) -> None:
    try:
        recorded = stack_file.load(one)  # present, readable, of this text
        if place(one, bench.pythons) is None:
            pytest.skip(f"recorded with {recorded.where}, which is not here")
        problems = captures[one.name].result()
    except BadInput as error:
        pytest.fail(str(error), pytrace=False)
    if problems:
        text = [*problems, f"remedy: {stack_file.remedy(one)}"]
        pytest.fail("\n".join(text), pytrace=False)


def test_every_file_of_stacks_has_its_snippet() -> None:
    stray = [
        file.name
        for file in (ROOT / "snippets").rglob("*.stacks")
        if not file.with_suffix(".py").is_file()
    ]
    assert not stray, f"no snippet for {', '.join(stray)}: rename or delete them"
