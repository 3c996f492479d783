"""The record of verification: which content of a snippet was run where, and how.

A test session writes one result file into results/ (`write_results`); `merge_files`
brings such files into the committed record, snippets/verified.json. An outcome counts
only for the content that was run: each one carries the fingerprint of its snippet.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

from .errors import BadInput
from .snippet import METHODS, load_all

SYSTEMS = ("Linux", "macOS", "Windows", "Windows (Wine)")
PASS, NOT_APPLICABLE, FAILED = "pass", "not applicable", "failed"


@dataclass(frozen=True)
class Outcome:
    """How one snippet's content did on one interpreter under one start method."""

    snippet: str  # "process/join_before_use.py"
    fingerprint: str
    system: str  # one of SYSTEMS
    version: str  # full: "3.14.8"
    method: str  # one of METHODS
    date: str  # "2026-11-21", UTC
    result: str  # "pass", "not applicable: <reason>", "failed: <first line>"

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, str) or not value or "\n" in value:
                raise ValueError(f"{field.name} is {value!r}, not one line of text")
        if self.system not in SYSTEMS:
            raise ValueError(f"system {self.system!r} is none of {', '.join(SYSTEMS)}")
        if self.method not in METHODS:
            raise ValueError(f"method {self.method!r} is none of {', '.join(METHODS)}")
        if not re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?\+?", self.version):
            raise ValueError(f"version {self.version!r} is not a full Python version")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", self.date):
            raise ValueError(f"date {self.date!r} is not like 2026-11-21")
        date.fromisoformat(self.date)
        kind, colon, detail = self.result.partition(": ")
        if self.result != PASS and not (
            kind in (NOT_APPLICABLE, FAILED) and colon and detail.strip()
        ):
            raise ValueError(
                f"result {self.result!r} is not 'pass', 'not applicable: ...' "
                "or 'failed: ...'"
            )

    @property
    def kind(self) -> str:
        """PASS, NOT_APPLICABLE or FAILED."""
        return self.result.partition(":")[0]

    @property
    def detail(self) -> str:
        """The reason or the problem; empty for a pass."""
        return self.result.partition(": ")[2]

    @property
    def context(self) -> tuple[str, str, str, str]:
        """What a newer outcome replaces an older one for."""
        return self.snippet, self.system, self.version, self.method

    @property
    def order(self) -> tuple:
        """Sorts by snippet, system, version as numbers, method."""
        system, method = SYSTEMS.index(self.system), METHODS.index(self.method)
        return self.snippet, system, version_key(self.version), method


def version_key(version: str) -> tuple:
    """Versions in their order: 3.9.1 < 3.14.0rc2 < 3.14.0."""
    numbers, pre, count = re.fullmatch(
        r"([\d.]+?)(?:(a|b|rc)(\d+))?\+?", version
    ).groups()
    return tuple(map(int, numbers.split("."))), pre or "release", int(count or 0)


def today() -> str:
    """The date of a run, in UTC: the same on every machine."""
    return datetime.now(UTC).date().isoformat()


# Result files: a list with one object per line.


def write_results(folder: Path, outcomes: Iterable[Outcome]) -> Path | None:
    """Write one session's outcomes to a new file in `folder`.

    The name begins with the time, so that sorting by name sorts by age, and holds
    the process id: several sessions may end at once. No outcomes, no file.
    """
    lines = [json.dumps(asdict(o), ensure_ascii=False) for o in outcomes]
    if not lines:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{os.getpid()}"
    partial = folder / f"{name}.partial"
    partial.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8", newline="\n")
    return partial.replace(folder / f"{name}.json")  # never seen half written


def load_results(file: Path) -> list[Outcome]:
    """The outcomes in one result file."""
    remedy = "delete the file and run the tests again"
    text, entries = _read_json(file, list, remedy)
    outcomes = []
    for entry in entries:
        try:
            outcomes.append(Outcome(**entry))
        except (TypeError, ValueError) as error:
            line = _line_of(text, json.dumps(entry, ensure_ascii=False))
            raise BadInput(
                f"not an outcome of a run: {error}", file=file, line=line, remedy=remedy
            ) from None
    return outcomes


# The record: snippet -> fingerprint and runs, one line per system and version, so that
# a new run changes one line and sixty snippets on seven interpreters stay under 40 kB.

_REMEDY = (
    "the record is written by `python -m spawnsafe merge` only: "
    "take the committed version and merge again"
)


def load_record(file: Path) -> list[Outcome]:
    """The outcomes in the committed record; none when there is no record yet."""
    if not file.exists():
        return []
    text, record = _read_json(file, dict, _REMEDY)
    outcomes = []
    for snippet, entry in record.items():
        key = snippet
        try:
            mark, rows = entry["fingerprint"], entry["runs"].items()
            for key, results in rows:
                system, version = key.split(" | ")
                for result, methods in results.items():
                    day, result = result.split(" ", 1)
                    place = (snippet, mark, system, version)
                    outcomes += (
                        Outcome(*place, method, day, result)
                        for method in methods.split()
                    )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            start = text.find(json.dumps(snippet, ensure_ascii=False))
            line = _line_of(text, json.dumps(key, ensure_ascii=False), start)
            raise BadInput(
                f"not a record of runs: {error}", file=file, line=line, remedy=_REMEDY
            ) from None
    return outcomes


def dump_record(outcomes: Iterable[Outcome]) -> str:
    """The text of the record: sorted, so that the same runs give the same text."""
    blocks = []
    ordered = sorted(outcomes, key=lambda o: o.order)
    for snippet, of_snippet in groupby(ordered, lambda o: o.snippet):
        of_snippet = list(of_snippet)
        lines = []
        for (system, version), runs in groupby(
            of_snippet, lambda o: (o.system, o.version)
        ):
            methods: dict[str, list[str]] = {}
            for run in runs:
                methods.setdefault(f"{run.date} {run.result}", []).append(run.method)
            results = {result: " ".join(names) for result, names in methods.items()}
            lines.append(f"  {_json(f'{system} | {version}')}: {_json(results)}")
        blocks.append(
            f"{_json(snippet)}: {{\n"
            f' "fingerprint": {_json(of_snippet[0].fingerprint)},\n'
            f' "runs": {{\n' + ",\n".join(lines) + "\n }\n}"
        )
    return "{\n" + ",\n".join(blocks) + "\n}\n" if blocks else "{}\n"


def merge(
    record: Iterable[Outcome],
    results: Iterable[Outcome],
    fingerprints: Mapping[str, str],
) -> list[Outcome]:
    """The record with the results in it.

    Kept is what was run with the present content of an existing snippet
    (`fingerprints`: snippet -> fingerprint); of two outcomes for one context the newer
    one. On the same day the later one in the arguments is the newer.
    """
    kept: dict[tuple, Outcome] = {}
    for outcome in (*record, *results):
        if fingerprints.get(outcome.snippet) != outcome.fingerprint:
            continue
        other = kept.get(outcome.context)
        if other is None or other.date <= outcome.date:
            kept[outcome.context] = outcome
    return sorted(kept.values(), key=lambda o: o.order)


@dataclass(frozen=True)
class Summary:
    """What a merge did, in numbers of runs."""

    added: int
    replaced: int
    dropped: int  # of a changed or vanished snippet
    ignored: int  # results that are no newer, or of content that is no more
    total: int

    def __str__(self) -> str:
        return (
            f"runs on record: {self.total} ({self.added} added, {self.replaced} "
            f"replaced, {self.dropped} dropped); results ignored: {self.ignored}"
        )


def merge_files(record: Path, results: list[Path], snippets_root: Path) -> Summary:
    """Merge result files, or folders of them, into the record; say what changed."""
    old = load_record(record)
    folders = [file for folder in results for file in folder.rglob("*.json")]
    files = {file for file in results if not file.is_dir()}.union(folders)
    new = [o for file in sorted(files, key=_age) for o in load_results(file)]
    merged = merge(old, new, present_fingerprints(snippets_root))
    text = dump_record(merged)
    if not record.exists() or record.read_text("utf-8") != text:
        record.write_text(text, "utf-8", newline="\n")
    before = {o.context: o for o in old}
    after = {o.context: o for o in merged}
    added = len(after.keys() - before.keys())
    replaced = sum(1 for c, o in after.items() if c in before and before[c] != o)
    return Summary(
        added=added,
        replaced=replaced,
        dropped=len(before.keys() - after.keys()),
        ignored=len(new) - added - replaced,
        total=len(after),
    )


def shown(record: Path, results: Path | None) -> list[Outcome]:
    """What a page may show: the record, overlaid by the results of a folder.

    Not yet compared with the present content: the caller holds the snippet.
    """
    files = sorted(results.glob("*.json"), key=_age) if results else []
    return [*load_record(record), *(o for file in files for o in load_results(file))]


def present_fingerprints(snippets_root: Path) -> dict[str, str]:
    """The fingerprint of every snippet there is."""
    return {s.name: s.fingerprint for s in load_all(snippets_root)}


def _age(file: Path) -> str:
    return file.name  # begins with the time; a copied file keeps no date of its own


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _line_of(text: str, part: str, start: int = 0) -> int | None:
    at = text.find(part, max(start, 0))
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def _read_json(file: Path, kind: type, remedy: str):
    try:
        text = file.read_text("utf-8")
        value = json.loads(text)
    except OSError as error:
        raise BadInput(str(error), file=file, remedy="name an existing file") from None
    except UnicodeDecodeError:
        raise BadInput("not UTF-8 text", file=file, remedy=remedy) from None
    except json.JSONDecodeError as error:
        raise BadInput(
            f"not JSON: {error.msg}", file=file, line=error.lineno, remedy=remedy
        ) from None
    if not isinstance(value, kind):
        name = {list: "a list", dict: "an object"}[kind]
        raise BadInput(
            f"not {name} of runs", file=file, line=1, remedy=remedy
        ) from None
    return text, value
