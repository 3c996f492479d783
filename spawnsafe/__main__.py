"""The command line: check readers' scripts; verify, record and merge snippets' runs."""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from . import examine, record, snippet, stack_file, verify
from . import interpreter as interpreters
from .errors import BadInput
from .interpreter import Interpreter

SNIPPETS = Path("snippets")
COMMANDS = ("verify", "record", "merge", "twins")


def main(arguments: list[str] | None = None) -> int:
    """Check files or run one command; exit code 0, 1 for findings, 2 for bad input."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] not in COMMANDS:
        try:
            return examine.main(arguments, ", ".join(COMMANDS))
        except BadInput as error:
            print(error, file=sys.stderr)
            return 2
    parser = argparse.ArgumentParser(prog="python -m spawnsafe", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("verify", help="run snippets and judge each run")
    check.set_defaults(action=_verify)
    write = commands.add_parser("record", help="write transcripts from several runs")
    write.add_argument(
        "--variant", default="", help="tags of the variant, like spawn.py314+"
    )
    write.add_argument(
        "--runs", type=int, default=5, help="runs per context (default 5)"
    )
    write.add_argument(
        "--stacks",
        action="store_true",
        help="write where the processes of a snippet that hangs are, instead",
    )
    write.set_defaults(action=_record)
    for command in (check, write):
        command.add_argument("snippets", nargs="+", type=Path, metavar="SNIPPET")
        command.add_argument(
            "--interpreters", type=Path, help="JSON file that lists Pythons"
        )
        command.add_argument(
            "--only", help="just the interpreters with this in their name"
        )
        command.add_argument(
            "--method",
            dest="methods",
            action="append",
            choices=snippet.METHODS,
            help="just this start method; may be given several times",
        )
        command.add_argument(
            "--jobs", type=int, default=os.cpu_count(), help="runs at a time"
        )

    merge = commands.add_parser("merge", help="merge result files into the record")
    merge.add_argument("results", nargs="+", type=Path)
    merge.set_defaults(action=_merge)
    twins = commands.add_parser("twins", help="note that pages agree with their twins")
    twins.add_argument("pages", nargs="*", type=Path, help="default: all pages")
    twins.set_defaults(action=_twins)

    options = parser.parse_args(arguments)
    try:
        return options.action(options)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2


def _pythons(options: argparse.Namespace) -> list[Interpreter]:
    file = options.interpreters
    pythons = interpreters.load(file) if file else [interpreters.this_python()]
    return [python for python in pythons if (options.only or "") in python.name]


def _verify(options: argparse.Namespace) -> int:
    pythons = _pythons(options)
    ones = [snippet.load(path, SNIPPETS) for path in options.snippets]
    rows = [
        (one, *row)
        for one in ones
        for row in verify.contexts(one, pythons, options.methods)
    ]
    work = [
        partial(verify.verify, one, python, method) if why_not is None else lambda: []
        for one, python, method, why_not in rows
    ]
    failed = 0
    pool = ThreadPoolExecutor(options.jobs)
    outcomes = pool.map(lambda task: task(), work)
    for (one, python, method, why_not), problems in zip(rows, outcomes, strict=True):
        outcome = (
            "FAILED"
            if problems
            else f"not applicable: {why_not}"
            if why_not
            else "pass"
        )
        print(
            f"{one.name}  {python.name} ({python.version})  {method}  {outcome}",
            flush=True,
        )
        for problem in problems:
            print("    " + problem.replace("\n", "\n    "), flush=True)
        failed += bool(problems)
    print(f"{len(rows)} runs, {failed} failed")
    return 1 if failed else 0


def _record(options: argparse.Namespace) -> int:
    pythons, failed = _pythons(options), 0
    for path in options.snippets:
        one = snippet.load(path, SNIPPETS)
        if options.stacks:
            print(stack_file.record(one, pythons, options.methods), flush=True)
            continue
        name = ".".join(part for part in (path.stem, options.variant, "out") if part)
        report, written = record.record_file(
            one,
            path.parent / name,
            pythons,
            options.methods,
            runs=options.runs,
            jobs=options.jobs,
        )
        print(report, flush=True)
        failed += not written
    return 1 if failed else 0


def _merge(options: argparse.Namespace) -> int:
    from . import verified

    print(verified.merge_files(SNIPPETS / "verified.json", options.results, SNIPPETS))
    return 0


def _twins(options: argparse.Namespace) -> int:
    from . import twins

    for page in twins.update(Path("docs"), options.pages):
        print(f"{page}: now records its twin's text")
    return 0


if __name__ == "__main__":
    sys.exit(main())
