"""How the checker does on the corpus: precision and recall of each rule."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from spawnsafe.check import check
from tests.corpus_cases import Case, cases, labels


@dataclass
class Row:
    """What one rule found, by the names of scripts."""

    hits: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    right: int = 0

    @property
    def precision(self) -> float:
        found = len(self.hits) + len(self.false)
        return len(self.hits) / found if found else 1.0

    @property
    def recall(self) -> float:
        wrong = len(self.hits) + len(self.missed)
        return len(self.hits) / wrong if wrong else 1.0


@functools.cache
def rows() -> dict[str, Row]:
    """The row of each rule that the corpus has, and of any other that was found."""
    found: dict[str, Row] = {case.rule: Row() for case in cases()}
    known = labels()
    for case in cases():
        faults = faults_of(case, known[case.name])
        reported = {finding.rule.name for finding in check(case.path.read_bytes())}
        for rule in faults | reported:
            row = found.setdefault(rule, Row())
            kept = row.missed if rule not in reported else row.hits
            (kept if rule in faults else row.false).append(case.name)
        found[case.rule].right += case.rule not in faults
    return found


def faults_of(case: Case, label: dict) -> set[str]:
    """The rules that a script breaks, by its label."""
    also = set(case.header.get("also", "").split())
    return also | ({case.rule} if label["label"] == "wrong" else set())


def table() -> str:
    """A line for each rule, with the scripts on which it errs."""
    lines = [f"{'rule':24} wrong  right  precision  recall"]
    for rule, row in sorted(rows().items()):
        wrong = len(row.hits) + len(row.missed)
        lines.append(
            f"{rule:24} {wrong:5}  {row.right:5}  {row.precision:9.2f}  {row.recall:6.2f}"
        )
        lines += [f"    false: {name}" for name in row.false]
        lines += [f"    missed: {name}" for name in row.missed]
    scripts = list(cases())
    wrong = sum(len(row.hits) + len(row.missed) for row in rows().values())
    lines.append(f"{len(scripts)} scripts, {wrong} faults")
    return "\n".join(lines)
