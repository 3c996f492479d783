"""The verified strip: where a snippet's present content was run, and how it did."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from .snippet import METHODS, Snippet
from .verified import FAILED, NOT_APPLICABLE, PASS, SYSTEMS, Outcome, version_key
from .words import WORDS

SIGNS = {PASS: "✓", NOT_APPLICABLE: "–", FAILED: "✗"}


def strip(snippet: Snippet, outcomes: Iterable[Outcome], language: str) -> str:
    """The strip as HTML: a summary line that opens to a table of the runs.

    Outcomes of other snippets and of other content than the present one are left out.
    """
    words = WORDS[language]
    runs = newest(
        o
        for o in outcomes
        if o.snippet == snippet.name and o.fingerprint == snippet.fingerprint
    )
    if not runs:
        return f'<p class="verified verified-none" data-search-exclude>{words["not run"]}</p>'
    failed = any(run.kind == FAILED for run in runs)
    return (
        f'<details class="verified{" verified-failed" if failed else ""}" '
        f"data-search-exclude><summary>{_summary(runs, words)}</summary>"
        f"{_table(snippet, runs, language)}</details>"
    )


def newest(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """One outcome for each system, Python version x.y and method: the newest.

    Of two micro versions the higher one counts, of two outcomes for the same version
    the later one, on the same day the one that comes later.
    """
    kept: dict[tuple, Outcome] = {}
    for outcome in outcomes:
        key = (outcome.system, minor(outcome.version), outcome.method)
        age = (version_key(outcome.version), outcome.date)
        other = kept.get(key)
        if other is None or (version_key(other.version), other.date) <= age:
            kept[key] = outcome
    return sorted(kept.values(), key=lambda o: o.order)


def minor(version: str) -> tuple[int, int]:
    """(3, 14) of "3.14.8"."""
    major, second = re.findall(r"\d+", version)[:2]
    return int(major), int(second)


def version_ranges(versions: Iterable[tuple[int, int]]) -> str:
    """ "3.11, 3.13–3.15" of (3, 11), (3, 13), (3, 14), (3, 15)."""
    spans: list[list[tuple[int, int]]] = []
    for version in sorted(set(versions)):
        if spans and spans[-1][-1] == (version[0], version[1] - 1):
            spans[-1].append(version)
        else:
            spans.append([version])
    texts = []
    for span in spans:
        ends = [span[0]] if len(span) == 1 else [span[0], span[-1]]
        texts.append("–".join(f"{major}.{second}" for major, second in ends))
    return ", ".join(texts)


def _summary(runs: list[Outcome], words: dict) -> str:
    passed = [run for run in runs if run.kind == PASS]
    failed = sum(run.kind == FAILED for run in runs)
    parts, warning = [], ""
    if failed:
        forms = words["failed runs"]
        warning = forms.get(failed, forms[None]).format(n=failed)
    for system in SYSTEMS:
        versions = [minor(run.version) for run in passed if run.system == system]
        if versions:
            parts.append(f"{system} {version_ranges(versions)}")
    if passed:
        used = {run.method for run in passed}
        parts.append(words["list"].join(m for m in METHODS if m in used))
    elif not failed:
        parts.append(words["no pass"])
    lead = words["verified" if passed else "tried"].format(
        date=_days(passed or runs, words)
    )
    return escape(warning + lead + " · ".join(parts))


def _days(runs: list[Outcome], words: dict) -> str:
    days = sorted({run.date for run in runs})
    return days[0] if len(days) == 1 else words["to"].format(days[0], days[-1])


def _table(snippet: Snippet, runs: list[Outcome], language: str) -> str:
    words = WORDS[language]
    methods = [m for m in METHODS if any(run.method == m for run in runs)]
    by_row: dict[tuple[str, str], dict[str, Outcome]] = {}
    for run in runs:
        by_row.setdefault((run.system, run.version), {})[run.method] = run
    several_days = len({run.date for run in runs}) > 1  # else the summary names it
    heads = [words["where"], *methods] + [words["date"]] * several_days
    head = "".join(f'<th scope="col">{h}</th>' for h in heads)
    body = []
    for (system, version), cells in by_row.items():
        day = max(run.date for run in cells.values())
        tds = "".join(_cell(cells.get(m), day, words) for m in methods)
        if several_days:
            tds += f"<td>{day}</td>"
        body.append(f'<tr><th scope="row">{system} {version}</th>{tds}</tr>')
    caption = escape(words["runs of"].format(name=snippet.name))
    return (
        '<div class="verified-scroll"><table class="verified-table">'
        f'<caption class="snippet-hidden">{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
        + _details(snippet, runs, language)
    )


def _cell(run: Outcome | None, day: str, words: dict) -> str:
    if run is None:
        return f'<td><span class="snippet-hidden">{words["no run"]}</span></td>'
    older = f" {run.date}" if run.date != day else ""
    return (
        f'<td class="run-{run.kind.replace(" ", "-")}">'
        f'<span aria-hidden="true">{SIGNS[run.kind]}</span>'
        f'<span class="snippet-hidden">{words[run.kind]}</span>{older}</td>'
    )


def _details(snippet: Snippet, runs: list[Outcome], language: str) -> str:
    """Why a run is not applicable, and what went wrong in a failed one."""
    words, items = WORDS[language], {}
    for run in runs:
        if run.kind == PASS:
            continue
        detail = run.detail
        reason = snippet.requires.reason or {}
        if run.kind == NOT_APPLICABLE and detail == reason.get("en"):
            detail = reason[language]
        text = f"{SIGNS[run.kind]} {words[run.kind]}{words['colon']}{detail}"
        where = f"{run.system} {run.version} {run.method}"
        items.setdefault(text, []).append((run, where))
    lines = []
    for text, found in items.items():
        if found[0][0].kind == FAILED:
            text += f" ({words['list'].join(where for _, where in found)})"
        lines.append(f'<p class="verified-note">{escape(text)}</p>')
    return "".join(lines)
