"""`python -m spawnsafe FILE...`: check scripts without running them, or run them."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from pathlib import Path

from . import check, report
from .errors import BadInput
from .snippet import METHODS

LARGEST = 10_000_000  # bytes: more is no script


def main(arguments: list[str], commands: str) -> int:
    """Check the named files: 0 without findings, 1 with, 2 for bad input.

    Args:
        commands: the names of the other commands, for the help text.

    Raises:
        BadInput: options that don't fit together.
    """
    options = _parse(arguments, commands)
    if options.run:
        return _run(options)
    for option in ("interpreters", "only", "methods", "seconds"):
        if getattr(options, option) is not None:
            name = {"methods": "method"}.get(option, option)
            raise BadInput(
                f"--{name} is about runs, and no file is run",
                remedy="add --run, or leave the option out",
            )
    files = [_check(file, options.language) for file in options.files]
    for one in files:
        if one.problem is not None:
            print(one.problem, file=sys.stderr)
    site = options.site.strip()
    text = report.render(files, options.format, language=options.language, site=site)
    if text:
        print(text)
    if any(one.problem is not None for one in files):
        return 2
    return 1 if any(one.findings for one in files) else 0


def _parse(arguments: list[str], commands: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m spawnsafe",
        description="Check scripts that start processes, without running them. "
        "Exit code: 0 no findings, 1 findings, 2 bad input.",
        epilog=f"Commands for the project's own snippets: {commands} (COMMAND --help). "
        "A file of such a name is given as ./NAME. A finding is ignored by a comment "
        "in its line: # spawnsafe: ignore[RULE] reason",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--format", choices=report.FORMATS, default="text", help="default: text"
    )
    parser.add_argument(
        "--language",
        choices=check.LANGUAGES,
        default=system_language(),
        help="of the report; default: the system's, or else en",
    )
    parser.add_argument(
        "--site",
        default=os.environ.get("SITE_URL", ""),
        help="address of the site, for links; default: SITE_URL, or else paths",
    )
    run = parser.add_argument_group("running (careful: this runs the files)")
    run.add_argument(
        "--run",
        action="store_true",
        help="run each file, in a copy of its folder, under every start method",
    )
    run.add_argument("--interpreters", type=Path, help="JSON file that lists Pythons")
    run.add_argument("--only", help="just the interpreters with this in their name")
    run.add_argument(
        "--method",
        dest="methods",
        action="append",
        choices=METHODS,
        help="just this start method; may be given several times",
    )
    run.add_argument("--seconds", type=float, help="time limit of each run")
    return parser.parse_args(arguments)


def system_language() -> str:
    """The language of reports that nobody chose: the system's, or else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next(filter(None, names), "") or locale.getlocale()[0] or ""
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"


def _run(options: argparse.Namespace) -> int:
    if options.format not in ("text", "json"):
        raise BadInput(
            f"--run has no format {options.format}",
            remedy="use --format text or --format json",
        )
    from . import tryout

    return tryout.command(
        options.files,
        interpreters=options.interpreters,
        only=options.only,
        methods=options.methods,
        language=options.language,
        format=options.format,
        seconds=options.seconds,
    )


def _check(file: Path, language: str) -> report.Checked:
    try:
        return report.Checked(file, check.check(read(file, language)))
    except check.Unreadable as error:
        problem = BadInput(
            error.problem[language],
            file=file,
            line=error.line,
            remedy=error.remedy[language],
        )
    except BadInput as error:
        problem = error
    return report.Checked(file, problem=problem)


def read(file: Path, language: str) -> bytes:
    """The bytes of a script.

    Raises:
        BadInput: there is no such file, it isn't one, or it can't be read.
    """
    texts = {
        "missing": {
            "en": ("there is no such file", "check its name and folder"),
            "zh": ("没有这个文件", "检查文件名和文件夹"),
        },
        "folder": {
            "en": ("a folder, not a file", "name the files in it, such as {}/*.py"),
            "zh": ("这是文件夹，不是文件", "写出其中的文件，例如 {}/*.py"),
        },
        "no file": {
            "en": ("not an ordinary file", "name a Python file"),
            "zh": ("不是普通文件", "写一个 Python 文件"),
        },
        "large": {
            "en": (f"larger than {LARGEST} bytes", "name a Python file"),
            "zh": (f"大于 {LARGEST} 字节", "写一个 Python 文件"),
        },
        "closed": {
            "en": ("can't be read: {}", "see to its permissions"),
            "zh": ("读不了：{}", "检查文件权限"),
        },
    }

    def bad(what: str, detail: object = "") -> BadInput:
        problem, remedy = (text.format(detail) for text in texts[what][language])
        return BadInput(problem, file=file, remedy=remedy)

    try:
        if file.is_dir():
            raise bad("folder", file)
        if not file.exists():
            raise bad("missing")
        if not file.is_file():
            raise bad("no file")
        if file.stat().st_size > LARGEST:
            raise bad("large")
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise bad("closed", getattr(error, "strerror", None) or error) from None
