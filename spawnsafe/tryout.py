"""What `--run` prints: as text in Chinese or English, or as JSON."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from spawnsafe.attempts import LIMITS, Attempt, Tryout, readable, try_out
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import load, this_python
from spawnsafe.stacks import Stack

WORDS = {
    "en": {
        "warning": "Runs {file}, in copies of its folder. A copy is no protection:"
        " the script can change other files and use the network.",
        "hangs": "hangs",
        "does not end": "does not end",
        "fails": "fails",
        "leaks": "leaves something behind",
        "differs": "prints something else than most",
        "warns": "passes, with a warning",
        "passes": "passes",
        "changing": "its output is another one each time; it was not compared",
        "sets": "It sets its start method itself, and so was run as it is.",
        "note": "not this start method: {note}",
        "main": "main process {pid}",
        "child": "child process {pid} of {ppid}",
        "resource tracker": "resource tracker {pid}",
        "fork server": "fork server {pid}",
        "in": "{name} in {file}:{line}",
        "same": "{file}: passes everywhere ({n} runs)",
        "not same": "{file}: {bad} of {n} runs do not pass",
        "time": "time limit of {limit}",
        "output": "output limit of {limit} bytes",
        "process": "process limit of {limit}",
        "colon": ": ",
        "more": "… and {n} more lines",
    },
    "zh": {
        "warning": "即将在文件夹的副本中运行 {file}。副本不是保护：脚本仍可修改其他文件、访问网络。",
        "hangs": "卡住",
        "does not end": "不结束",
        "fails": "失败",
        "leaks": "留下了东西",
        "differs": "输出与多数运行不同",
        "warns": "通过，有警告",
        "passes": "通过",
        "changing": "每次运行的输出都不同，未作比较",
        "sets": "脚本自己设置启动方法，因此原样运行。",
        "note": "不是这种启动方法：{note}",
        "main": "主进程 {pid}",
        "child": "子进程 {pid}（父进程 {ppid}）",
        "resource tracker": "资源追踪器 {pid}",
        "fork server": "fork 服务器进程 {pid}",
        "in": "{file}:{line} 的 {name}",
        "same": "{file}：全部通过（{n} 次运行）",
        "not same": "{file}：{n} 次运行中有 {bad} 次未通过",
        "time": "{limit} 时限已到",
        "output": "输出超过 {limit} 字节",
        "process": "进程数超过 {limit}",
        "colon": "：",
        "more": "…… 还有 {n} 行",
    },
}
LIMIT = re.compile(
    r"(?P<what>time|output|process) limit of (?P<limit>\S+(?: s)?)(?: bytes)?"
)
# helpers of multiprocessing wait for orders; that is no news
HELPERS = ("resource tracker", "fork server")


def text(report: Tryout, language: str) -> str:
    """The report for a person to read."""
    words = WORDS[language]
    bad = sum(one.outcome not in ("passes", "warns") for one in report.attempts)
    n = len(report.attempts)
    summary = words["not same" if bad else "same"]
    lines = [summary.format(file=report.script, n=n, bad=bad)]
    if report.sets_method:
        lines.append("  " + words["sets"])
    width = max(len(_context(one)) for one in report.attempts)
    for one in report.attempts:
        first = _limit(one.problems[0], words) if one.problems else ""
        cause = words["colon"] + first if first else ""
        lines.append(f"  {_context(one):{width}}  {words[one.outcome]}{cause}")
        lines += ["      " + problem for problem in one.problems[1:]]
        lines += [
            "      "
            + (words["more"].format(n=line[2:]) if line.startswith("… ") else line)
            for line in one.difference
        ]
        if one.changing:
            lines.append("      " + words["changing"])
        if one.note:
            lines.append("      " + words["note"].format(note=one.note))
        lines += _stacks(one.result.stacks, words)
    return "\n".join(lines)


def data(report: Tryout) -> dict[str, object]:
    """The report for programs, ready for JSON."""
    return {
        "file": str(report.script),
        "passes": report.sound,
        "sets_start_method": report.sets_method,
        "usual_output": list(report.usual),
        "runs": [_run(one) for one in report.attempts],
    }


def command(
    files: Sequence[Path],
    *,
    interpreters: Path | None = None,
    only: str | None = None,
    methods: Sequence[str] | None = None,
    language: str = "en",
    format: str = "text",
    seconds: float | None = None,
) -> int:
    """`--run`: run each file, print the report; 1 if one does not pass, else 0.

    Args:
        interpreters: JSON file that lists interpreters; default: this Python.
        only: just the interpreters with this in their name.
        methods: just these start methods.
        language: "en" or "zh".
        format: "text" or "json".
        seconds: limit of each run, by default that of LIMITS.

    Raises:
        BadInput: a file can't be run, no interpreter is left, or the listing is wrong.
    """
    pythons = load(interpreters) if interpreters else [this_python()]
    pythons = [python for python in pythons if (only or "") in python.name]
    if seconds is not None and not seconds > 0:
        raise BadInput(
            f"a time limit of {seconds:g} s ends every run at once",
            remedy="give a number of seconds above 0",
        )
    limits = dataclasses.replace(LIMITS, seconds=seconds or LIMITS.seconds)
    reports = []
    for file in files:
        readable(file)  # before it is said to be run
        print(WORDS[language]["warning"].format(file=file), file=sys.stderr, flush=True)
        jobs = os.cpu_count() or 1
        report = try_out(file, pythons, methods, limits=limits, jobs=jobs)
        reports.append(report)
        if format == "text":
            print(text(report, language), flush=True)
    if format == "json":
        whole = [data(report) for report in reports]
        print(json.dumps(whole, indent=2, ensure_ascii=False))
    return 0 if all(report.sound for report in reports) else 1


def _context(one: Attempt) -> str:
    python = one.interpreter
    return f"{python.system} {python.version} {one.method}"


def _limit(problem: str, words: dict[str, str]) -> str:
    """The problem; if it is a limit of `run`, in the language of the report."""
    if match := LIMIT.fullmatch(problem):
        return words[match["what"]].format(limit=match["limit"])
    return problem


def _stacks(stacks: Sequence[Stack], words: dict[str, str]) -> list[str]:
    lines, last = [], None
    for one in stacks:
        if one.role in HELPERS:
            continue
        if one.pid != last:
            last = one.pid
            lines.append("      " + words[one.role].format(pid=one.pid, ppid=one.ppid))
        frames = [words["in"].format(file=f, line=n, name=m) for f, n, m in one.frames]
        lines.append("        " + " > ".join(_telling(one, frames)))
    return lines


def _telling(stack: Stack, frames: list[str]) -> list[str]:
    """The script's own frames, and the last two of all."""
    own = [
        number
        for number, (file, _, _) in enumerate(stack.frames)
        if not file.startswith(("…/", "<", "/"))
    ]
    kept = sorted({*own, *range(max(len(frames) - 2, 0), len(frames))})
    return [frames[number] for number in kept]


def _run(one: Attempt) -> dict[str, object]:
    return {
        "interpreter": one.interpreter.name,
        "system": one.interpreter.system,
        "version": one.interpreter.version,
        "start_method": one.method,
        "outcome": one.outcome,
        "problems": list(one.problems),
        "exit_code": one.result.exit_code,
        "seconds": round(one.result.duration, 2),
        "output": one.result.out,
        "errors": one.result.err,
        "difference": list(one.difference),
        "output_changes": one.changing,
        "note": one.note,
        "stacks": [
            {
                "pid": stack.pid,
                "parent": stack.ppid,
                "role": stack.role,
                "frames": [
                    {"file": file, "line": line, "function": name}
                    for file, line, name in stack.frames
                ],
            }
            for stack in one.result.stacks
        ],
    }
