"""The bench: runs each snippet on each interpreter under each start method, once.

Runs are independent programs that mostly wait, so threads suffice to keep all CPUs
busy with them; tests ask for the outcome of a run and wait for it.
"""

from __future__ import annotations

import threading
import time
import traceback
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from spawnsafe import record, snippet, verified, verify
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter
from spawnsafe.snippet import Snippet


@dataclass(frozen=True)
class Case:
    """One run of one snippet; ``why_not`` says why it does not apply, if so."""

    snippet: Snippet
    python: Interpreter
    method: str
    why_not: str | None

    @property
    def id(self) -> str:
        return f"{self.snippet.name}-{self.python.name}-{self.method}"


class Bench:
    """Runs snippets in the background and knows how each run ended."""

    KEY: pytest.StashKey[Bench] = pytest.StashKey()

    def __init__(self, root: Path, pythons: list[Interpreter], jobs: int) -> None:
        self.root, self.pythons, self.jobs = root, pythons, jobs
        self.pool = ThreadPoolExecutor(jobs, "snippet")
        self.planned: list[Case] = []
        self.runs: dict[str, Future[list[str]]] = {}
        self.recordings: dict[str, Future[tuple[str, bool]]] = {}
        self.seconds: dict[str, float] = {}
        self.first = self.last = 0.0
        self.lock = threading.Lock()

    @cached_property
    def snippets(self) -> dict[str, Snippet]:
        """Name -> snippet, for all there are."""
        return {one.name: one for one in snippet.load_all(self.root / "snippets")}

    @cached_property
    def cases(self) -> list[Case]:
        """All runs there could be."""
        return [
            Case(one, *context)
            for one in self.snippets.values()
            for context in verify.contexts(one, self.pythons)
        ]

    def plan(self, items: list[pytest.Item]) -> None:
        """Note the runs that the selected tests will ask for, in their order.

        They begin when the first one is asked for: tests of the machinery before that
        plant leaks and hangs, and are better left alone.
        """
        for item in items:
            if hasattr(item, "callspec"):
                cases = [item.callspec.params.get("case")]
            else:
                cases = self.of(getattr(item, "example", None) and item.example.parsed)
            # other tests may have a parameter of that name, too
            self.planned += (case for case in cases if isinstance(case, Case))

    def of(self, name: str) -> list[Case]:
        """The runs of one snippet."""
        return [case for case in self.cases if case.snippet.name == name]

    def outcome(self, case: Case) -> Future[list[str]]:
        """The run's problems, to come; starts the run where that was not done yet."""
        with self.lock:
            for one in [*self.planned, case]:
                if one.id not in self.runs:
                    self.runs[one.id] = self.pool.submit(self._run, one)
            self.planned.clear()
            return self.runs[case.id]

    def _run(self, case: Case) -> list[str]:
        if case.why_not is not None:
            return []
        start = time.perf_counter()
        self.first = self.first or start
        try:
            return verify.verify(case.snippet, case.python, case.method)
        except BadInput as error:
            return [str(error)]
        except Exception as error:  # a fault of the machinery is one run's failure
            return ["".join(traceback.format_exception(error))]
        finally:
            self.last = time.perf_counter()
            self.seconds[case.id] = self.last - start

    def recorded(self, one: Snippet) -> Future[tuple[str, bool]]:
        """Record a snippet's transcripts; what was done, and whether all are true."""
        with self.lock:
            if one.name not in self.recordings:
                self.recordings[one.name] = self.pool.submit(self._record, one)
            return self.recordings[one.name]

    def _record(self, one: Snippet) -> tuple[str, bool]:
        reports = []
        for file in one.variants.values() or [one.path.with_suffix(".out")]:
            try:
                reports.append(
                    record.record_file(one, file, self.pythons, runs=3, jobs=1)
                )
            except BadInput as error:  # a variant for a system that is not here
                reports.append((str(error), True))
        texts = [text for text, _ in reports]
        return "\n".join(texts), all(written for _, written in reports)

    def report(self, name: str) -> str | None:
        """What is wrong with the runs of one snippet, or None."""
        if name not in self.snippets:
            return f"no such snippet: {name}"
        text = []
        for case in self.of(name):
            for problem in self.outcome(case).result():
                text.append(f"{case.python.name}, {case.method}: {problem}")
        return "\n".join(text) or None

    def finish(self) -> None:
        """End the runs that nobody waits for any more, and write the result file."""
        self.pool.shutdown(cancel_futures=True)
        done = [
            c
            for c in self.cases
            if c.id in self.runs and not self.runs[c.id].cancelled()
        ]
        verified.write_results(self.root / "results", map(self._result, done))

    def _result(self, case: Case) -> verified.Outcome:
        problems = self.runs[case.id].result()
        if case.why_not is not None:
            result = f"not applicable: {case.why_not}"
        elif problems:
            result = "failed: " + problems[0].partition("\n")[0]
        else:
            result = "pass"
        return verified.Outcome(
            case.snippet.name,
            case.snippet.fingerprint,
            case.python.system,
            case.python.version,
            case.method,
            verified.today(),
            result,
        )

    def summary(self) -> list[str]:
        """Lines for the end of a session: how many runs there were, and how long."""
        if not self.seconds:
            return []
        wall, total = self.last - self.first, sum(self.seconds.values())
        return [
            f"snippets: {len(self.seconds)} runs in {wall:.0f} s, {self.jobs} at a "
            f"time, {total / len(self.seconds):.2f} s each "
            "(what the machinery costs: python -m tests.measure_overhead)"
        ]
