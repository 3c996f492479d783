"""Each snippet, on each interpreter, under each start method: is all as declared?"""

from __future__ import annotations

import re

import pytest
from pytest_examples import CodeExample, EvalExample

from spawnsafe import words
from spawnsafe.error_index import load_index
from spawnsafe.markdown import INCLUSION
from spawnsafe.snippet import read_transcript
from spawnsafe.transcript import Gap, Role
from tests.bench import Bench, Case


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    bench = metafunc.config.stash[Bench.KEY]
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", bench.cases, ids=lambda case: case.id)
    elif "name" in metafunc.fixturenames:
        metafunc.parametrize("name", bench.snippets)


def test_run(case: Case, bench: Bench, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-transcripts"):
        report, written = bench.recorded(case.snippet).result()
        return None if written else pytest.fail(report, pytrace=False)
    if case.why_not is not None:
        pytest.skip(case.why_not)
    problems = bench.outcome(case).result()
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def test_code_reads_well(name: str, bench: Bench, eval_example: EvalExample) -> None:
    """Format and lint the block as a page shows it, and check its ``#>`` comments."""
    one = bench.snippets[name]
    # as a block of a page: in a .py file, pytest-examples would expect a docstring's
    # spacing
    page = one.path.with_suffix(".md")
    example = CodeExample.create(one.display, path=page)
    eval_example.set_config(
        line_length=72,
        ruff_line_length=72,
        ruff_select=["E", "F", "W", "I", "B", "UP"],
        target_version="py310",
    )
    eval_example.lint(example)
    if one.prints:
        eval_example.run_print_check(example)


def test_every_snippet_is_on_a_page(bench: Bench) -> None:
    used = {
        match["path"]
        for page in (bench.root / "docs").rglob("*.md")
        for match in INCLUSION.finditer(page.read_text(encoding="utf-8"))
    }
    used |= set(
        load_index(bench.root / "docs" / "errors.toml").snippets
    )  # folded there
    unused = sorted(bench.snippets.keys() - used)
    assert not unused, f"no page includes {', '.join(unused)}: include or delete them"


def test_every_transcript_has_its_snippet(bench: Bench) -> None:
    taken = {file for one in bench.snippets.values() for file in one.variants.values()}
    stray = sorted(
        file.relative_to(bench.root).as_posix()
        for file in (bench.root / "snippets").rglob("*.out")
        if file not in taken
    )
    assert not stray, f"no snippet for {', '.join(stray)}: rename or delete them"


def test_quoted_line_numbers_are_those_of_the_page(bench: Bench) -> None:
    """A page hides the metadata block: above the code, it would shift the numbers."""
    wrong = [
        one.name
        for one in bench.snippets.values()
        if not one.source.startswith(one.display.rstrip("\n"))
        and any(
            re.search(rf'"{one.path.name}", line \d|\b{one.path.name}:\d', text)
            for text in (f.read_text(encoding="utf-8") for f in one.variants.values())
        )
    ]
    assert not wrong, f"move the metadata block to the end of {', '.join(wrong)}"


def test_roles_and_gaps_have_their_chinese(bench: Bench) -> None:
    english = set()
    for one in bench.snippets.values():
        for transcript in map(read_transcript, one.variants.values()):
            for part in [
                p for li in (*transcript.out, *transcript.err) for p in li.parts
            ]:
                if isinstance(part, Gap) and part.reason not in words.REASONS:
                    english.add(f"{{... {part.reason}}}")
                if (
                    isinstance(part, Role)
                    and words.role_name(part.name, "zh").isascii()
                ):
                    english.add(f"{{{part.name}}}")
    assert not english, f"add the Chinese of {english} to spawnsafe/words.py"
