"""Record a transcript from several runs of a snippet.

What all runs agree on is written down; PIDs become roles, lines that come in varying
order become lanes. Nothing is invented: where the runs differ in any other way, the
recorder says which lines and leaves the decision to a person, who writes a duration
or a gap there; a transcript that fits all runs already is left as it is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from packaging.version import Version

from .errors import BadInput
from .interpreter import Interpreter
from .match import fit
from .run import Limits, Result, run
from .snippet import Snippet, read_transcript
from .transcript import Duration, Gap, Line, Transcript, choose, parse, parse_variant
from .verify import contexts, judge, known, without_carets

FRAMES = "{... frames of the standard library}"
ADDRESS = "{... memory address}"
_FRAME = re.compile(r'  File "(?P<file>.+)", line \d+, in .+')


@dataclass
class Draft:
    """A transcript proposed by the runs.

    Attributes:
        text: its text, complete where there are no problems.
        problems: where the runs differ in a way that only a person can decide.
    """

    text: str
    problems: list[str] = field(default_factory=list)


def record_file(
    snippet: Snippet,
    file: Path,
    pythons: Iterable[Interpreter],
    methods: list[str] | None = None,
    *,
    runs: int = 5,
    jobs: int | None = None,
) -> tuple[str, bool]:
    """Run a snippet wherever one of its transcripts holds, and write that transcript.

    Args:
        file: the transcript; its name tells the variant.
        runs: how often on each interpreter under each start method.
        jobs: runs at a time; by default as many as there are CPUs.

    Returns:
        what was done, for people, and whether the file is now true of all runs.

    Raises:
        BadInput: none of the interpreters and start methods is for this transcript.
    """
    variants = {**snippet.variants, parse_variant(file, snippet.path.stem): file}
    rows = [
        (python, method)
        for python, method, why_not in contexts(snippet, pythons, methods)
        if why_not is None
        and choose(variants, python.platform, python.version, method) == file
    ]
    if not rows:
        raise BadInput(
            "none of the interpreters and start methods runs this",
            file=file,
            remedy="name more interpreters or start methods, or correct the variant",
        )
    # the first run's PIDs are shown: take the newest Python's default method
    rows.sort(key=lambda row: row[1] != row[0].default_method)
    rows.sort(key=lambda row: Version(row[0].version), reverse=True)
    rows.sort(key=lambda row: row[0].wine)
    old = read_transcript(file) if file.exists() else None
    limits = Limits(seconds=(old and old.running) or snippet.requires.timeout)

    def observed(row: tuple[Interpreter, str]) -> Result:
        sets_method = snippet.requires.sets_method
        return run(
            snippet.path, *row, limits=limits, sets_method=sets_method, observe=True
        )

    with ThreadPoolExecutor(jobs or os.cpu_count()) as pool:
        results = list(pool.map(observed, rows * runs))
    draft = record(results, file, old)
    if draft.problems:
        text = f"{file}: not written, {len(draft.problems)} problems\n"
        text += "\n".join([*draft.problems[:5], "the draft:", draft.text])
        return text.rstrip("\n").replace("\n", "\n    "), False
    if file.exists() and file.read_text(encoding="utf-8") == draft.text:
        return f"{file}: unchanged ({len(results)} runs)", True
    file.write_text(draft.text, encoding="utf-8", newline="\n")
    return f"{file}: written from {len(results)} runs; now review it", True


def record(results: list[Result], path: Path, old: Transcript | None = None) -> Draft:
    """Make a transcript of several runs of one snippet.

    Args:
        results: the runs, recorded with ``observe=True``; at least two, better more.
        path: the transcript's file, for messages.
        old: the present transcript; its durations and gaps are kept where they fit.
    """
    if old is not None and old.recorded and not any(judge(old, r) for r in results):
        return Draft(path.read_text(encoding="utf-8"))
    first = results[0]
    draft = Draft("")
    ends = {_end(result) for result in results}
    if len(ends) > 1:
        draft.problems.append(
            f"the runs end in different ways: {', '.join(sorted(ends))}"
        )
    for result in results:
        left = [*result.left_processes, *result.left_shared_memory, *result.left_files]
        if left and not result.stopped:
            draft.problems.append("left behind: " + ", ".join(left))
            break
    roles = _roles(first)
    out = _stream(results, "out", old.out if old else (), roles, draft)
    err = _stream(results, "err", old.err if old else (), roles, draft)
    text = "".join(line + "\n" for line in out)
    if err:
        text += "--- standard error ---\n" + "".join(line + "\n" for line in err)
    if (end := _end(first)) != "exit code 0":
        text += f"--- {end} ---\n"
    used = sorted(
        {name: pid for name, pid in roles.items() if f"{{{name}}}" in text}.items(),
        key=lambda item: text.index(f"{{{item[0]}}}"),
    )
    python = first.interpreter
    where = f"Python {python.version}, {python.system}, {first.method}"
    pids = "; " + ", ".join(f"{name}={pid}" for name, pid in used) if used else ""
    draft.text = text + f"--- recorded: {where}{pids} ---\n"
    if not draft.problems:
        made = parse(draft.text, path)
        for result in results:
            draft.problems += judge(made, result)
    return draft


def _end(result: Result) -> str:
    if result.stopped is None:
        return f"exit code {result.exit_code}"
    if result.stopped.startswith("time limit"):
        seconds = re.search(r"[\d.]+", result.stopped)[0]
        return f"still running after {seconds} s"
    return f"stopped by the {result.stopped}"


def _roles(result: Result) -> dict[str, int]:
    """Role -> PID for the processes whose PIDs the program printed, named by kinship
    and numbered as they first appear in the output."""
    parents = {seen.pid: seen.ppid for seen in result.processes}
    commands = {seen.pid: seen.command for seen in result.processes}

    def is_server(pid: int) -> bool:
        return (
            "forkserver import main" in commands.get(pid, "") and parents[pid] == main
        )

    main = result.pid
    if main is None:  # under Wine: the process whose parent is none of the run's
        roots = [pid for pid, ppid in parents.items() if ppid not in parents]
        main = roots[0] if len(roots) == 1 else None
    printed = [
        int(n)
        for n in re.findall(r"(?<![\d.])[1-9]\d*(?![\d.])", result.out + result.err)
    ]
    roles: dict[str, int] = dict(known(result))
    if main is not None:
        roles["parent"] = main
    kin: dict[str, list[int]] = {}
    for pid in dict.fromkeys(printed):
        if pid not in parents or pid in roles.values():
            continue
        depth, at = 0, pid
        while at != main and at in parents and depth < 9:
            # children of the fork server count as the main process's own
            depth += not is_server(parents[at])
            at = parents[at]
        kind = "child" if depth <= 1 else "grandchild"
        kin.setdefault("fork server" if is_server(pid) else kind, []).append(pid)
    for name, pids in kin.items():
        for number, pid in enumerate(pids, 1):
            roles[name if len(pids) == 1 else f"{name} {number}"] = pid
    return roles


def _stream(
    results: list[Result],
    stream: str,
    old: tuple[Line, ...],
    roles: dict[str, int],
    draft: Draft,
) -> list[str]:
    """The lines of one stream, as a transcript has them."""
    loose = [li for li in old if any(isinstance(p, Duration | Gap) for p in li.parts)]
    masked = [_mask(result, stream, loose) for result in results]
    name = "standard output" if stream == "out" else "standard error"
    shapes = [sorted(line.shape for line in run) for run in masked]
    for number, shape in enumerate(shapes[1:], 2):
        if shape != shapes[0]:
            only_first = [x for x in shapes[0] if shape.count(x) < shapes[0].count(x)]
            only_other = [x for x in shape if shapes[0].count(x) < shape.count(x)]
            draft.problems.append(
                f"{name} differs between run 1 and run {number}:\n"
                + "".join(f"  run 1: {x}\n" for x in only_first)
                + "".join(f"  run {number}: {x}\n" for x in only_other)
                + "  make it the same in every run, or write {1.0 s} or {... reason} there"
            )
            return [line.text(roles) for line in masked[0]]
    return _lanes(masked, roles)


@dataclass(frozen=True)
class _Masked:
    """A line with its PIDs taken out; ``shape`` is what runs are compared by."""

    shape: str
    pids: tuple[int, ...]

    def text(self, roles: dict[str, int]) -> str:
        names = {pid: name for name, pid in roles.items()}
        pids = iter(self.pids)
        return re.sub("\0", lambda _: f"{{{names[next(pids)]}}}", self.shape)


def _mask(result: Result, stream: str, loose: list[Line]) -> list[_Masked]:
    pids = {*_roles(result).values()}
    text = result.out if stream == "out" else without_carets(result.err)
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    masked: list[_Masked] = []
    skipping = False
    for line in lines:
        frame = _FRAME.fullmatch(line)
        if frame:
            skipping = frame["file"] != result.script.name
        elif not line.startswith("    "):
            skipping = False
        if skipping and stream == "err":
            if not masked or masked[-1].shape != FRAMES:
                masked.append(_Masked(FRAMES, ()))
            continue
        masked.append(_mask_line(line, pids, loose))
    return masked


def _mask_line(line: str, pids: set[int], loose: list[Line]) -> _Masked:
    for pattern in loose:
        if not pattern.is_gap and not isinstance(fit(pattern, line, frozenset()), str):
            return _Masked(pattern.source, ())
    found: list[int] = []

    def take(number: re.Match[str]) -> str:
        if int(number[0]) not in pids:
            return number[0]
        found.append(int(number[0]))
        return "\0"

    shape = line.replace("{", "{{").replace("}", "}}")
    shape = re.sub(r"0x[0-9A-Fa-f]{6,}", lambda m: "0x" + ADDRESS, shape)
    shape = re.sub(r"(?<![\w.])[1-9]\d*(?![\w]|\.\d)", take, shape)
    if re.match(r"--- |[a-z][a-z0-9 ]*~?\||\\", shape):
        shape = "\\" + shape
    return _Masked(shape, tuple(found))


def _lanes(runs: list[list[_Masked]], roles: dict[str, int]) -> list[str]:
    """Write lines that keep their order in all runs as they are, the rest in lanes."""
    first = runs[0]
    keys = [_keys(run) for run in runs]
    places = [{key: i for i, key in enumerate(own)} for own in keys]
    lines: list[str] = []
    start = 0
    while start < len(first):
        end = start + 1  # the least block that holds the same lines in every run
        while any({*own[start:end]} != {*keys[0][start:end]} for own in keys[1:]):
            end += 1
        block = range(start, end)
        if len(block) == 1:
            lines.append(first[start].text(roles))
        else:
            lanes: list[list[int]] = []
            for i in block:
                key = keys[0][i]
                for lane in lanes:
                    last = keys[0][lane[-1]]
                    if all(place[last] < place[key] for place in places):
                        lane.append(i)
                        break
                else:
                    lanes.append([i])
            for number, lane in enumerate(lanes):
                letter = "abcdefghijklmnopqrstuvwxyz"[number % 26]
                name = f"{letter}{number // 26}" if number >= 26 else letter
                texts = [first[i].text(roles).removeprefix("\\") for i in lane]
                lines += [f"{name}| {text}" for text in texts]
        start = end
    return lines


def _keys(run: list[_Masked]) -> list[tuple[str, int]]:
    """A name for each line that is the same in every run: its shape, and which of the
    lines of that shape it is."""
    count: dict[str, int] = {}
    keys = []
    for line in run:
        count[line.shape] = count.get(line.shape, 0) + 1
        keys.append((line.shape, count[line.shape]))
    return keys
