"""The record of verification: which outcomes count, which are dropped, how it is kept."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from spawnsafe import verified
from spawnsafe.errors import BadInput
from spawnsafe.snippet import load_all
from spawnsafe.verified import Outcome

PRESENT = {"a/x.py": "f1", "a/y.py": "f2"}


def outcome(**changes: str) -> Outcome:
    values = {
        "snippet": "a/x.py",
        "fingerprint": "f1",
        "system": "Linux",
        "version": "3.14.8",
        "method": "spawn",
        "date": "2026-11-21",
        "result": "pass",
    }
    return Outcome(**{**values, **changes})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A snippets folder with one snippet."""
    folder = tmp_path / "snippets"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "x.py").write_text('print("hello")\n', "utf-8")
    (folder / "a" / "x.out").write_text("hello\n", "utf-8")
    return folder


def fingerprint(root: Path) -> str:
    return load_all(root)[0].fingerprint


@pytest.mark.parametrize(
    "changes",
    [
        {"system": "BeOS"},
        {"version": "3.14"},
        {"method": "thread"},
        {"date": "21.11.2026"},
        {"date": "2026-13-01"},
        {"result": "passed"},
        {"result": "failed: "},
        {"result": "failed: one\ntwo"},
        {"result": "not applicable"},
        {"fingerprint": ""},
        {"snippet": None},
    ],
    ids=str,
)
def test_an_outcome_says_where_and_how_in_known_words(changes) -> None:
    with pytest.raises(ValueError):
        outcome(**changes)


def test_kind_and_detail() -> None:
    assert (outcome().kind, outcome().detail) == ("pass", "")
    failed = outcome(result="failed: line 3: a: b")
    assert (failed.kind, failed.detail) == ("failed", "line 3: a: b")


def test_versions_sort_as_numbers() -> None:
    versions = ["3.9.1", "3.14.0a2", "3.14.0rc1", "3.14.0", "3.14.10"]
    assert sorted(versions[::-1], key=verified.version_key) == versions
    assert outcome(version="3.15.0a1+").version == "3.15.0a1+"  # a build from source


# Result files


def test_result_files_round_trip(tmp_path: Path) -> None:
    runs = [outcome(), outcome(method="fork", result='failed: "预期" \\ <x>')]
    file = verified.write_results(tmp_path / "results", runs)
    assert verified.load_results(file) == runs
    assert [f.name for f in (tmp_path / "results").iterdir()] == [file.name]


def test_two_sessions_write_two_files(tmp_path: Path) -> None:
    for _ in range(2):
        verified.write_results(tmp_path, [outcome()])
    assert len(list(tmp_path.glob("*.json"))) == 2


def test_a_session_without_runs_writes_nothing(tmp_path: Path) -> None:
    assert verified.write_results(tmp_path / "results", []) is None
    assert not (tmp_path / "results").exists()


# Merging


def test_a_newer_outcome_replaces_an_older_one() -> None:
    old, new = outcome(date="2026-11-20"), outcome(result="failed: boom")
    assert verified.merge([old], [new], PRESENT) == [new]


def test_an_older_outcome_does_not_replace_a_newer_one() -> None:
    old, new = outcome(date="2026-11-20", result="failed: boom"), outcome()
    assert verified.merge([new], [old], PRESENT) == [new]


def test_on_one_day_the_later_file_counts() -> None:
    first, second = outcome(result="failed: boom"), outcome()
    assert verified.merge([], [first, second], PRESENT) == [second]
    assert verified.merge([first], [second], PRESENT) == [second]


@pytest.mark.parametrize(
    "change", [{"system": "macOS"}, {"version": "3.14.9"}, {"method": "fork"}], ids=str
)
def test_outcomes_of_different_contexts_stand_side_by_side(change) -> None:
    assert len(verified.merge([outcome()], [outcome(**change)], PRESENT)) == 2


def test_a_changed_snippet_loses_its_entry() -> None:
    changed = {**PRESENT, "a/x.py": "other"}
    assert verified.merge([outcome()], [outcome(method="fork")], changed) == []


def test_a_vanished_snippet_loses_its_entry() -> None:
    assert verified.merge([outcome(snippet="a/gone.py")], [], PRESENT) == []


def test_merge_files(root: Path, tmp_path: Path) -> None:
    record, results = root / "verified.json", tmp_path / "results"
    mark = fingerprint(root)
    run = outcome(fingerprint=mark)
    file = verified.write_results(
        results, [run, outcome(fingerprint="stale", method="fork")]
    )
    summary = verified.merge_files(record, [file], root)
    assert verified.load_record(record) == [run]
    assert dataclasses.astuple(summary) == (1, 0, 0, 1, 1)
    assert str(summary) == (
        "runs on record: 1 (1 added, 0 replaced, 0 dropped); results ignored: 1"
    )

    # a folder does as well; the same again changes nothing, not even the date
    before = record.stat().st_mtime_ns
    summary = verified.merge_files(record, [results], root)
    assert (summary.replaced, summary.ignored) == (0, 2)
    assert record.stat().st_mtime_ns == before

    (root / "a" / "x.out").write_text("goodbye\n", "utf-8")
    summary = verified.merge_files(record, [], root)
    assert (summary.dropped, summary.total) == (1, 0)
    assert record.read_text("utf-8") == "{}\n"


def test_results_are_taken_in_the_order_of_their_names(
    root: Path, tmp_path: Path
) -> None:
    record, mark = root / "verified.json", fingerprint(root)
    files = []
    for name, result in [("z/1.json", "failed: boom"), ("a/2.json", "pass")]:
        run = outcome(fingerprint=mark, result=result)
        file = verified.write_results(tmp_path / name[0], [run])
        files.append(file.rename(tmp_path / name))
    verified.merge_files(record, files, root)
    assert [run.result for run in verified.load_record(record)] == ["pass"]


# The record


def test_the_record_is_sorted_and_one_line_per_system_and_version() -> None:
    runs = [
        outcome(system="Windows (Wine)", version="3.13.11"),
        outcome(version="3.9.1"),
        outcome(method="fork"),
        outcome(method="forkserver", result="not applicable: no fork"),
        outcome(),
        outcome(snippet="a/y.py", fingerprint="f2"),
    ]
    text = verified.dump_record(runs)
    assert text == verified.dump_record(reversed(runs))
    assert text == (
        "{\n"
        '"a/x.py": {\n'
        ' "fingerprint": "f1",\n'
        ' "runs": {\n'
        '  "Linux | 3.9.1": {"2026-11-21 pass": "spawn"},\n'
        '  "Linux | 3.14.8": {"2026-11-21 pass": "fork spawn", '
        '"2026-11-21 not applicable: no fork": "forkserver"},\n'
        '  "Windows (Wine) | 3.13.11": {"2026-11-21 pass": "spawn"}\n'
        " }\n"
        "},\n"
        '"a/y.py": {\n'
        ' "fingerprint": "f2",\n'
        ' "runs": {\n'
        '  "Linux | 3.14.8": {"2026-11-21 pass": "spawn"}\n'
        " }\n"
        "}\n"
        "}\n"
    )
    json.loads(text)


def test_the_record_round_trips(tmp_path: Path) -> None:
    runs = verified.merge(
        [],
        [
            outcome(),
            outcome(method="fork", date="2026-11-20"),
            outcome(method="forkserver", result="failed: a | b: c d"),
            outcome(snippet="a/y.py", fingerprint="f2", system="Windows (Wine)"),
        ],
        PRESENT,
    )
    file = tmp_path / "verified.json"
    file.write_text(verified.dump_record(runs), "utf-8")
    assert verified.load_record(file) == runs


def test_the_record_stays_small() -> None:
    """Sixty snippets on seventeen contexts."""
    runs = [
        outcome(snippet=f"process/a_name_of_usual_length_{n}.py", version=f"3.{v}.10", method=m)
        for n in range(60)
        for v in range(11, 16)
        for m in ("fork", "spawn", "forkserver")
    ]  # fmt: skip
    assert len(verified.dump_record(runs)) < 40_000


def test_no_record_is_no_runs(tmp_path: Path) -> None:
    assert verified.load_record(tmp_path / "verified.json") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{\n<<<<<<< HEAD\n}\n", 2),
        ("[]\n", 1),
        ('{\n"a/x.py": 1\n}\n', 2),
        ('{\n"a/x.py": {\n "runs": {}}\n}\n', 2),
        ('{\n"a/x.py": {\n "fingerprint": "f1", "runs": []}\n}\n', 2),
        (verified.dump_record([outcome()]).replace("| 3.14.8", "| 3.14"), 5),
        (verified.dump_record([outcome()]).replace(" pass", " ok"), 5),
        (verified.dump_record([outcome()]).replace('"spawn"', "7"), 5),
        (verified.dump_record([outcome()]).replace(' "fingerprint": "f1",\n', ""), 2),
    ],
)
def test_a_malformed_record_is_named(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "verified.json"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInput) as caught:
        verified.load_record(file)
    assert (caught.value.file, caught.value.line) == (file, line)
    assert "merge again" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[\n{,}\n]\n", 2),
        ("{}\n", 1),
        ('[\n{"snippet": "a/x.py"}\n]\n', 2),
        ("[\n17\n]\n", 2),
    ],
)
def test_a_malformed_result_file_is_named(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "r.json"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInput) as caught:
        verified.load_results(file)
    assert (caught.value.file, caught.value.line) == (file, line)
    assert "run the tests again" in caught.value.remedy


def test_a_result_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(BadInput, match="not UTF-8"):
        verified.load_results(file)


def test_a_missing_result_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nowhere.json"):
        verified.load_results(tmp_path / "nowhere.json")


def test_shown_overlays_the_record_by_local_results(tmp_path: Path) -> None:
    record, results = tmp_path / "verified.json", tmp_path / "results"
    record.write_text(verified.dump_record([outcome()]), "utf-8")
    assert verified.shown(record, results) == [outcome()]
    verified.write_results(results, [outcome(method="fork")])
    assert verified.shown(record, results) == [outcome(), outcome(method="fork")]
