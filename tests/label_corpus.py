"""Label the corpus by running it, or report how the checker does on it.

python -m tests.label_corpus --interpreters FILE   run what has no label yet
python -m tests.label_corpus --report              precision and recall of each rule

A script is wrong if at least one run of it hangs, fails, leaves something behind, or
prints something else than its author wants; a run that can't show it is no label, and
such a script says why in its header. A script is run again when its text has changed,
or when its label and its name contradict each other.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from spawnsafe import interpreter as interpreters
from spawnsafe.attempts import ADDRESS, judge, sets_start_method
from spawnsafe.interpreter import Interpreter
from spawnsafe.run import Limits, run
from tests.corpus_cases import LABELS, SECONDS, Case, cases

# the folder that a Python is installed in, as it stands in a path
INSTALLED = re.compile(r"(?:/|\b[A-Za-z]:[\\/])[^\s'\"()]*?[\\/](?=[Ll]ib[\\/])")
PROCESS = re.compile(r"(?<=pid=)\d+|(?<=wnsm_)[0-9a-f]{8}|(?<=psm_)[0-9a-f]{8}")
PROCESSES = 20  # an unguarded Pool starts new ones without end


def main(arguments: Sequence[str] | None = None) -> int:
    """Label or report; 1 if a label contradicts the name of its script."""
    parser = argparse.ArgumentParser(prog="python -m tests.label_corpus")
    parser.add_argument("--report", action="store_true", help="just print the table")
    parser.add_argument(
        "--interpreters", type=Path, help="JSON file that lists Pythons"
    )
    parser.add_argument(
        "--only", nargs="+", help="just the interpreters of these names"
    )
    parser.add_argument("--jobs", type=int, default=4, help="runs at a time")
    options = parser.parse_args(arguments)
    if options.report:
        from tests.corpus_report import table

        print(table())
        return 0
    file = options.interpreters
    pythons = interpreters.load(file) if file else [interpreters.this_python()]
    if options.only:
        pythons = [python for python in pythons if python.name in options.only]
    return label(pythons, options.jobs)


def label(pythons: Sequence[Interpreter], jobs: int) -> int:
    """Run what has no label that still holds; write the labels after each script."""
    try:
        old = json.loads(LABELS.read_text(encoding="utf-8"))
    except FileNotFoundError:
        old = {"scripts": {}}
    scripts = old["scripts"]
    everything = cases()
    for gone in scripts.keys() - {case.name for case in everything}:
        del scripts[gone]
    versions = {python.name: f"{python.system} {python.version}" for python in pythons}
    document = {"interpreters": versions, "scripts": scripts}
    contradictions = 0
    with ThreadPoolExecutor(jobs) as pool:
        pending = {
            case.name: [
                (context, pool.submit(outcome, case, *context))
                for context in contexts(case, pythons)
            ]
            for case in everything
            if not _holds(case, scripts.get(case.name))
        }
        for case in everything:
            if case.name not in pending:
                continue
            runs = {
                f"{python.name} {method}": future.result()
                for (python, method), future in pending[case.name]
            }
            scripts[case.name] = entry = _entry(case, runs)
            document["scripts"] = dict(sorted(scripts.items()))
            LABELS.write_text(
                json.dumps(document, indent=1, ensure_ascii=False) + "\n",
                encoding="utf-8",
            )
            if (entry["label"] == "wrong") != case.named_wrong:
                contradictions += 1
                print(f"{case.name}: {entry['label']}, by its runs", file=sys.stderr)
                for context, what in runs.items():
                    print(f"    {context}: {what}", file=sys.stderr, flush=True)
    print(f"{len(pending)} scripts labelled, {contradictions} against their names")
    return 1 if contradictions else 0


def contexts(
    case: Case, pythons: Sequence[Interpreter]
) -> list[tuple[Interpreter, str]]:
    """Where a script is run: under each start method, unless it chooses one itself."""
    chooses = "as it is" in case.header or sets_start_method(case.text)
    return [
        (python, method)
        for python in pythons
        if "where" not in case.header or python.platform == "linux"
        for method in (python.methods[:1] if chooses else python.methods)
    ]


def outcome(case: Case, python: Interpreter, method: str) -> str:
    """What one run came to: "passes", or how it did not."""
    result = run(
        case.path,
        python,
        method,
        limits=Limits(
            seconds=float(case.header.get("seconds", SECONDS)), processes=PROCESSES
        ),
    )
    what, problems = judge(result)
    if result.method_problem and "os.fork" not in case.text:
        return f"was not tried: {result.method_problem}"
    if what in ("passes", "warns") and sorted(result.out.splitlines()) != case.prints:
        printed = " / ".join(result.out.splitlines()) or "nothing"
        return f"differs: prints {printed}"
    if not problems:
        return what
    return f"{what}: {plain(problems[-1 if what == 'hangs' else 0])}"


def plain(text: str) -> str:
    """Without what is another on each machine and in each run."""
    return PROCESS.sub("N", ADDRESS.sub("0x…", INSTALLED.sub("…/", text)))


def _holds(case: Case, entry: dict | None) -> bool:
    return (
        entry is not None
        and entry["digest"] == case.digest
        and (entry["label"] == "wrong") == case.named_wrong
    )


def _entry(case: Case, runs: dict[str, str]) -> dict:
    bad = {w: r for w, r in runs.items() if not r.startswith(("passes", "warns"))}
    reason = case.header.get("not by a run:")
    wrong = case.named_wrong and not bad if reason else bool(bad)
    entry = {"label": "wrong" if wrong else "right", "digest": case.digest}
    if reason:
        entry["not by a run"] = reason
    return {**entry, "runs": _grouped(runs)}


def _grouped(runs: dict[str, str]) -> dict[str, str]:
    """The contexts by outcome, which is shorter."""
    groups: dict[str, list[str]] = {}
    for context, what in runs.items():
        groups.setdefault(what, []).append(context)
    return {what: ", ".join(where) for what, where in groups.items()}


if __name__ == "__main__":
    sys.exit(main())
