"""The checker against the corpus; its labels were written by runs, beforehand.

Where this fails, `python -m tests.label_corpus --report` names the scripts.
"""

from __future__ import annotations

import re
import sys

import pytest

from tests import corpus_report
from tests.corpus_cases import LABELS, Case, cases, labels

RULES = """no-guard unpicklable-target called-target args-not-tuple changed-global
    module-seed lock-to-pool dropped-early join-before-get read-after-with
    result-unread bare-fork fork-with-threads method-at-import private-import
    nested-executor freeze-support unpicklable-exception""".split()

# recall that was reached; what is missed is told by the report
RECALL = dict.fromkeys(RULES, 1.0)

each = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)


def test_corpus_has_pairs_for_every_rule():
    assert {case.rule for case in cases()} == set(RULES)
    assert len(cases()) >= 150
    for rule in RULES:
        wrong = [case.named_wrong for case in cases() if case.rule == rule]
        assert sum(wrong) >= 3 and len(wrong) - sum(wrong) >= 3, rule


@each
def test_label_is_of_this_very_text_and_fits_the_name(case: Case):
    label = labels()[case.name]
    assert label["digest"] == case.digest, "run python -m tests.label_corpus again"
    assert (label["label"] == "wrong") == case.named_wrong


def test_labels_name_no_folder_of_a_machine():
    text = LABELS.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.…])/(?!psm_|wnsm_)\w+/|\b[A-Za-z]:\\\\", text)


def test_every_label_has_a_script():
    assert labels().keys() == {case.name for case in cases()}


@each
def test_label_comes_from_runs(case: Case):
    label = labels()[case.name]
    bad = [what for what in label["runs"] if not what.startswith(("passes", "warns"))]
    assert sum(len(where.split(", ")) for where in label["runs"].values()) >= 3
    assert not [what for what in label["runs"] if what.startswith("was not tried")]
    if "not by a run" in label:
        assert len(label["not by a run"]) > 20 and not bad
    else:
        assert bool(bad) == (label["label"] == "wrong")


@each
def test_name_hides_no_module_of_the_standard_library(case: Case):
    assert case.path.stem not in sys.stdlib_module_names


@pytest.mark.parametrize("rule", RULES)
def test_rule_never_cries_wolf(rule: str):
    assert corpus_report.rows()[rule].false == []


def test_nothing_but_the_rules_is_found():
    assert corpus_report.rows().keys() == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_rule_finds_what_it_found(rule: str):
    row = corpus_report.rows()[rule]
    assert row.recall >= RECALL[rule], row.missed


def test_a_planted_false_finding_and_a_planted_miss_are_seen(monkeypatch):
    victim = next(case for case in cases() if case.rule == "no-guard")
    turned = {
        name: {**label, "label": "right" if label["label"] == "wrong" else "wrong"}
        if name.startswith("no-guard/")
        else label
        for name, label in labels().items()
    }
    monkeypatch.setattr(corpus_report, "labels", lambda: turned)
    row = corpus_report.rows.__wrapped__()["no-guard"]
    assert row.false and row.missed and row.precision < 1 and row.recall < 1
    assert victim.name in row.false + row.missed
