"""The bench runs what the tests ask for, once."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from spawnsafe.interpreter import this_python
from tests.bench import Bench, Case


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    folder = tmp_path / "snippets" / "first"
    folder.mkdir(parents=True)
    (folder / "say.py").write_text('print("done")\n', encoding="utf-8")
    (folder / "say.out").write_text("done\n", encoding="utf-8")
    bench = Bench(tmp_path, [this_python()], 2)
    yield bench
    bench.pool.shutdown()


def item(**params: object) -> SimpleNamespace:
    """What pytest makes of a test with parameters."""
    return SimpleNamespace(callspec=SimpleNamespace(params=params))


def test_plans_the_runs_of_snippets_only(bench: Bench):
    """Other tests may have a parameter of the same name."""
    page = SimpleNamespace(example=SimpleNamespace(parsed="first/say.py"))
    bench.plan([item(case="text"), item(other=1), item(case=bench.cases[0]), page])
    assert bench.planned and all(isinstance(case, Case) for case in bench.planned)
    assert {case.id for case in bench.planned} == {case.id for case in bench.cases}
    assert bench.report("first/say.py") is None
    assert bench.planned == []


def test_runs_each_case_once(bench: Bench):
    bench.plan([item(case=case) for case in bench.cases])
    futures = [bench.outcome(case) for case in bench.cases]
    assert [bench.outcome(case) for case in bench.cases] == futures
    assert [future.result() for future in futures] == [[]] * len(futures)
    assert len(bench.seconds) == len(bench.cases)


def test_reports_what_is_wrong(bench: Bench):
    script = bench.root / "snippets" / "first" / "say.py"
    script.write_text('print("other")\n', encoding="utf-8")
    assert "other" in bench.report("first/say.py")
    assert bench.report("first/none.py") == "no such snippet: first/none.py"
