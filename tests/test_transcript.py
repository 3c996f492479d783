"""Transcripts: the grammar's bad input, and the choice between variants."""

from __future__ import annotations

from pathlib import Path

import pytest

from spawnsafe.errors import BadInput
from spawnsafe.transcript import choose, parse, parse_variant

FILE = Path("x.out")


@pytest.mark.parametrize(
    ("text", "line", "says", "remedy"),
    [
        ("ok\n{Child}\n", 2, "{Child} is neither", "{child}"),
        ("{}\n", 1, "{} is neither", "{{ }}"),
        ("a { b\n", 1, "a single '{'", "{{"),
        ("a }\n", 1, "a single '}'", "}}"),
        ("{...}\n", 1, "a gap without a reason", "{... why"),
        ("{... }\n", 1, "a gap without a reason", "{... why"),
        ("{1.0s}\n", 1, "{1.0s} is neither", "{1.0 s}"),
        ("--- stderr ---\n", 1, "unknown marker", "--- standard error ---"),
        ("--- exit code one ---\n", 1, "unknown marker", "--- exit code N ---"),
        ("--- exit code 1 ---\nmore\n", 2, "text after the end", "above"),
        ("--- exit code 1 ---\n--- exit code 2 ---\n", 2, "second or late end", "once"),
        (
            "--- still running after 1 s ---\n--- exit code 2 ---\n",
            2,
            "second or late",
            "once",
        ),
        (
            "--- standard error ---\n--- standard error ---\n",
            2,
            "begins twice",
            "keep one",
        ),
        (
            "--- exit code 1 ---\n--- standard error ---\n",
            2,
            "too late",
            "above the end",
        ),
        ("--- recorded: x; parent ---\n", 1, "not of the form role=PID", "record"),
        ("--- recorded: x ---\n--- recorded: y ---\n", 2, "recorded twice", "remove"),
        ("--- recorded: x ---\n--- exit code 1 ---\n", 2, "second or late end", "last"),
    ],
)
def test_malformed_names_file_line_and_remedy(text, line, says, remedy) -> None:
    with pytest.raises(BadInput) as caught:
        parse(text, FILE)
    message = str(caught.value)
    assert message.startswith(f"x.out:{line}: ")
    assert says in message
    assert remedy in message.partition("remedy: ")[2]


def test_all_sections() -> None:
    text = (
        "out\n--- standard error ---\nerr\n--- exit code -15 ---\n"
        "--- recorded: Python 3.14.8, Linux, spawn; parent=31, worker 1=32 ---\n"
    )
    transcript = parse(text, FILE)
    assert [li.source for li in transcript.out] == ["out"]
    assert [li.source for li in transcript.err] == ["err"]
    assert transcript.exit_code == -15
    assert transcript.recorded.where == "Python 3.14.8, Linux, spawn"
    assert transcript.recorded.pids == {"parent": 31, "worker 1": 32}
    assert parse("--- still running after 1.5 s ---\n", FILE).running == 1.5


@pytest.mark.parametrize(
    ("names", "context", "chosen"),
    [
        (["x.out"], ("linux", "3.11.7", "fork"), "x.out"),
        (["x.out", "x.spawn.out"], ("win32", "3.13.1", "spawn"), "x.spawn.out"),
        (["x.out", "x.spawn.out"], ("linux", "3.13.1", "fork"), "x.out"),
        (["x.out", "x.windows.out"], ("win32", "3.13.1", "spawn"), "x.windows.out"),
        (["x.out", "x.macos.out"], ("darwin", "3.13.1", "spawn"), "x.macos.out"),
        (["x.out", "x.py313.out"], ("linux", "3.13.9", "fork"), "x.py313.out"),
        (["x.out", "x.py313.out"], ("linux", "3.14.0", "fork"), "x.out"),
        (["x.out", "x.py314+.out"], ("linux", "3.15.0rc1", "fork"), "x.py314+.out"),
        (["x.out", "x.py313_8+.out"], ("linux", "3.13.7", "fork"), "x.out"),
        (["x.out", "x.py313_8+.out"], ("linux", "3.14.0", "fork"), "x.py313_8+.out"),
        (["x.py312+.out", "x.py314+.out"], ("linux", "3.15.0", "fork"), "x.py314+.out"),
        (["x.py312+.out", "x.py313.out"], ("linux", "3.13.0", "fork"), "x.py313.out"),
        (["x.spawn.out", "x.spawn.windows.out"], ("win32", "3.13.0", "spawn"), "x.spawn.windows.out"),
        (["x.spawn.out"], ("linux", "3.13.0", "fork"), None),
    ],
)  # fmt: skip
def test_the_most_specific_variant_applies(names, context, chosen) -> None:
    variants = {parse_variant(Path(name), "x"): Path(name) for name in names}
    found = choose(variants, *context)
    assert (found and found.name) == chosen


def test_equally_specific_variants_are_refused() -> None:
    variants = {
        parse_variant(Path(n), "x"): Path(n) for n in ("x.spawn.out", "x.windows.out")
    }
    with pytest.raises(BadInput, match="as specific as this"):
        choose(variants, "win32", "3.13.0", "spawn")
    assert choose(variants, "linux", "3.13.0", "spawn").name == "x.spawn.out"


@pytest.mark.parametrize(
    "tag", ["spwan", "py27", "py3.13", "spawn.fork", "py313_2", "win"]
)
def test_unknown_tags_are_refused(tag: str) -> None:
    with pytest.raises(BadInput, match="unknown or one too many"):
        parse_variant(Path(f"x.{tag}.out"), "x")
