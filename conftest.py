"""Pytest for the whole project: options, the bench that runs snippets, and Sybil.

Every snippet is run on every interpreter under each of its start methods, once a
session, in background threads: tests/test_snippets.py reports by run, Sybil by the
page and line that includes the snippet.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from sybil import Sybil

from spawnsafe import interpreter
from spawnsafe.errors import BadInput
from tests.bench import Bench
from tests.inclusions import inclusions

ROOT = Path(__file__).parent

# fixtures that several test modules use
pytest_plugins = ["pytester", "tests.built", "tests.browser"]

# a deadline would make property tests fail on a busy machine
settings.register_profile("project", deadline=None)
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("snippets")
    group.addoption(
        "--interpreters",
        type=Path,
        metavar="FILE",
        help="JSON file that lists the Pythons to run snippets on; default: this one. "
        "Write it with '=': before it knows the option, pytest takes a path that stands "
        "alone for the place of its settings",
    )
    group.addoption(
        "--jobs",
        type=int,
        default=2 * (os.cpu_count() or 1),
        help="snippet runs at a time (default: twice as many as there are CPUs, since "
        "programs that wait for their processes leave a CPU to others)",
    )
    group.addoption(
        "--update-transcripts",
        action="store_true",
        help="record the transcripts of the selected snippets anew, then review the diff",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-transcripts") and os.environ.get("CI"):
        raise pytest.UsageError(
            "--update-transcripts is refused in CI: a recorded transcript needs a "
            "person's review; record on your machine and commit the reviewed file"
        )
    file = config.getoption("--interpreters")
    try:
        pythons = interpreter.load(file) if file else [interpreter.this_python()]
        config.stash[Bench.KEY] = Bench(ROOT, pythons, config.getoption("--jobs"))
    except BadInput as error:
        raise pytest.UsageError(str(error)) from None


def pytest_collection_finish(session: pytest.Session) -> None:
    option = session.config.option
    if not option.collectonly and not option.update_transcripts:
        session.config.stash[Bench.KEY].plan(session.items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    session.config.stash[Bench.KEY].finish()


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    for line in config.stash[Bench.KEY].summary():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def bench(pytestconfig: pytest.Config) -> Bench:
    """What runs snippets, and knows how each run ended."""
    return pytestconfig.stash[Bench.KEY]


@pytest.fixture(scope="session")
def interpreters(bench: Bench) -> list[interpreter.Interpreter]:
    """The Pythons that snippets are run on."""
    return bench.pythons


def evaluate_inclusion(example) -> str | None:
    """Sybil's evaluator: an inclusion passes when all runs of its snippet pass."""
    bench: Bench = example.namespace["bench"]
    return bench.report(example.parsed)


pytest_collect_file = Sybil(
    parsers=[inclusions(evaluate_inclusion)],
    patterns=["docs/*/**/*.md"],
    fixtures=["bench"],
).pytest()
