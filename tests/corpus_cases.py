"""The corpus: small scripts in look-alike pairs, and what their header lines declare.

A script `tests/corpus/RULE/CASE_wrong.py` has the fault that the rule is about, its twin
`CASE.py` looks much the same and has not. The first lines say, in comments:

prints TEXT           what its author wants it to print, lines in any order, parted
                      by " / "
where linux           it is for systems with fork only
as it is              it chooses its start method itself: one run per interpreter
seconds N             it hangs: stop it then
also RULE             it has this fault as well
not by a run: REASON  why no run can show the fault; the label is that of its name
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
LABELS = CORPUS / "labels.json"
WORDS = ("prints", "where", "as it is", "seconds", "also", "not by a run:")
SECONDS = 20


@dataclass(frozen=True)
class Case:
    """One script of the corpus.

    Attributes:
        name: its path in the corpus, which labels go by.
        rule: the rule that it is about.
        named_wrong: its name says that it has the fault.
        header: what follows each of WORDS, where it is declared.
    """

    path: Path
    name: str
    rule: str
    named_wrong: bool
    header: dict[str, str]

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def digest(self) -> str:
        """Of what was labelled: a label of another text is none."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def prints(self) -> list[str]:
        return sorted(self.header["prints"].split(" / "))


def cases() -> list[Case]:
    """Every script of the corpus, by name."""
    return [_case(path) for path in sorted(CORPUS.glob("*/*.py"))]


def labels() -> dict[str, dict]:
    """The labels that were written by runs, by the name of the script."""
    return json.loads(LABELS.read_text(encoding="utf-8"))["scripts"]


def _case(path: Path) -> Case:
    header = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word = next((word for word in WORDS if line.startswith(f"# {word}")), None)
        if word is None:
            break
        header[word] = line[len(f"# {word}") :].strip()
    if "prints" not in header:
        raise ValueError(f"{path}: its first line must be '# prints ...'")
    return Case(
        path=path,
        name=path.relative_to(CORPUS).as_posix(),
        rule=path.parent.name,
        named_wrong=path.stem.endswith("_wrong"),
        header=header,
    )
