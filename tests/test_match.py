"""The matcher: what fits a transcript passes, what does not fails with the right line."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spawnsafe.match import match
from spawnsafe.transcript import SLACK, Line, Role, Text, parse

FILE = Path("x.out")


def fits(transcript: str, output: str, **known: int) -> bool:
    pids, mismatch = match(
        parse(transcript, FILE).out, output, frozenset(known.items())
    )
    assert (pids is None) == (mismatch is not None)
    return pids is not None


def message(transcript: str, output: str, **known: int) -> str:
    _, mismatch = match(parse(transcript, FILE).out, output, frozenset(known.items()))
    assert mismatch is not None
    return mismatch.describe("standard output", "x.out")


@pytest.mark.parametrize(
    ("transcript", "output"),
    [
        ("", ""),
        ("one\ntwo\n", "one\ntwo\n"),
        ("one\n", "one"),
        ("{{x}}\n", "{x}\n"),
        ("\\a| not a lane\n", "a| not a lane\n"),
        ("\\--- exit code 1 ---\n", "--- exit code 1 ---\n"),
        ("I am {child}\nhe is {child}\n", "I am 12\nhe is 12\n"),
        ("{worker 1} {worker 2}\n", "3 4\n"),
        ("took {1.0 s}\n", "took 1.0 s\n"),
        ("took {1.0 s}\n", f"took {1.0 + SLACK} s\n"),
        ("took {1.0 s +5}\n", "took 6.0 s\n"),
        ("took {2 s}\n", "took 2 s\n"),
        ("a| 1\na| 2\nb| 3\n", "3\n1\n2\n"),
        ("a| 1\na| 2\nb| 3\n", "1\n3\n2\n"),
        ("a~| 1\na~| 2\nend\n", "1\nend\n"),
        ("a~| 1\na~| 2\nend\n", "end\n"),
        ("a\n{... why}\nb\n", "a\nb\n"),
        ("a\n{... why}\nb\n", "a\nx\ny\nb\n"),
        ("at 0x{... address}>\n", "at 0xdead>\n"),
        # two ways to read the first two lines; only one leads to the end
        (
            "a| up {child 1}\nb| up {child 2}\nfirst was {child 1}\n",
            "up 5\nup 6\nfirst was 6\n",
        ),
    ],
)
def test_fits(transcript: str, output: str) -> None:
    assert fits(transcript, output)


@pytest.mark.parametrize(
    ("transcript", "output", "says"),
    [
        ("one\n", "two\n", ["line 1: came 'two'", "expected 'one' (x.out:1)"]),
        ("one\ntwo\n", "two\none\n", ["line 1: came 'two'", "'one' (x.out:1)"]),
        (
            "one\ntwo\n",
            "one\n",
            ["line 2: came the end of the output", "'two' (x.out:2)"],
        ),
        ("one\n", "one\nmore\n", ["line 2: came 'more'", "the end of the output"]),
        ("{parent}\n{child}\n", "7\n7\n", ["line 2", "7 is {parent}, not {child}"]),
        ("{child}\n{child}\n", "7\n8\n", ["line 2", "{child} is 7, not 8"]),
        ("pid {child}\n", "pid 07\n", ["came 'pid 07'"]),
        ("took {1.0 s}\n", "took 0.9 s\n", ["0.9 s is not within 1.0 to 3 s"]),
        ("took {1.0 s}\n", "took 3.1 s\n", ["3.1 s is not within 1.0 to 3 s"]),
        ("took {1.0 s}\n", "took 1 s\n", ["came 'took 1 s'"]),
        (
            "a| 1\na| 2\nb| 3\n",
            "2\n1\n3\n",
            ["line 1", "'1' (x.out:1)", "'3' (x.out:3)"],
        ),
        ("a| 1\nb| 2\nend\n", "1\nend\n2\n", ["line 2: came 'end'", "'2' (x.out:2)"]),
        ("a~| 1\na~| 2\nend\n", "2\nend\n", ["line 1: came '2'"]),
        ("x{... why}y\n", "xy\n", ["came 'xy'"]),
    ],
)
def test_does_not_fit_and_says_where(
    transcript: str, output: str, says: list[str]
) -> None:
    text = message(transcript, output)
    for part in says:
        assert part in text


def test_the_runner_knows_the_parent() -> None:
    assert fits("{parent}\n", "7\n", parent=7)
    assert "{parent} is 7, not 8" in message("{parent}\n", "8\n", parent=7)
    assert "7 is {parent}, not {child}" in message("{child}\n", "7\n", parent=7)


def test_a_hopeless_search_ends() -> None:
    lanes = "".join(
        f"{letter}| x {{w {i}}}\n" for i, letter in enumerate("abcdefghijkl", 1)
    )
    output = "".join(f"x {i}\n" for i in range(1, 13))
    assert "too many lanes print alike lines" in message(
        lanes + "end\n", output + "END\n"
    )


# Property tests: transcripts and outputs are made together, so that the right answer
# is known without the matcher.

words = st.text("abc{}|\\- .*", min_size=1, max_size=6).filter(lambda s: s.strip())
roles = st.sampled_from(["parent", "child", "worker 1", "worker 2"])


def literal(text: str) -> str:
    return "\\" + text.replace("{", "{{").replace("}", "}}")


@st.composite
def recorded(draw) -> tuple[str, str]:
    """A transcript of barriers and lanes, and an output that it promises."""
    pids = dict(
        zip(["parent", "child", "worker 1", "worker 2"], (11, 22, 33, 44), strict=True)
    )
    order = random.Random(draw(st.integers()))
    transcript, output = [], []
    for _ in range(draw(st.integers(0, 4))):
        if draw(st.booleans()):
            text, role = draw(words), draw(st.none() | roles)
            transcript.append(literal(text) + (f" {{{role}}}" if role else ""))
            output.append(text + (f" {pids[role]}" if role else ""))
            continue
        lanes = draw(
            st.lists(st.lists(roles, min_size=1, max_size=3), min_size=1, max_size=3)
        )
        waiting = []
        for name, lane in zip("abc", lanes, strict=False):
            transcript += [
                f"{name}| {name}{i} {{{role}}}" for i, role in enumerate(lane)
            ]
            waiting.append([f"{name}{i} {pids[role]}" for i, role in enumerate(lane)])
        while any(waiting):
            output.append(order.choice([lane for lane in waiting if lane]).pop(0))
    return "\n".join(transcript) + "\n", "\n".join(output) + "\n"


@given(recorded())
def test_every_promised_output_fits(case: tuple[str, str]) -> None:
    transcript, output = case
    transcript = transcript if transcript != "\n" else ""
    assert fits(transcript, output if output != "\n" else "")


@given(recorded(), st.data())
def test_a_lost_line_never_fits(case: tuple[str, str], data) -> None:
    transcript, output = case
    lines = output.splitlines()
    assume(output != "\n")
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    assert not fits(transcript, "".join(line + "\n" for line in lines))


@given(recorded(), st.data())
def test_an_extra_line_never_fits(case: tuple[str, str], data) -> None:
    transcript, output = case
    lines = [] if output == "\n" else output.splitlines()
    lines.insert(data.draw(st.integers(0, len(lines))), "an extra line")
    transcript = "" if transcript == "\n" else transcript
    assert not fits(transcript, "".join(line + "\n" for line in lines))


@given(recorded(), st.data())
def test_a_wrong_pid_never_fits(case: tuple[str, str], data) -> None:
    """Where a role stands twice, or beside another one, a strange PID shows."""
    transcript, output = case
    spots = [
        i for i, line in enumerate(output.split("\n")) if line.endswith((" 11", " 22"))
    ]
    assume(len(spots) > 1)
    lines = output.split("\n")
    spot = data.draw(st.sampled_from(spots))
    role = lines[spot][-3:]
    assume(sum(line.endswith(role) for line in lines) > 1)
    lines[spot] = lines[spot][:-3] + " 99"
    # the other place of the role binds it to another PID
    assert not fits(transcript, "\n".join(lines))


@given(
    st.lists(
        st.lists(st.integers(0, 2), min_size=1, max_size=3), min_size=1, max_size=3
    ),
    st.lists(st.integers(0, 2), max_size=9),
)
@settings(max_examples=300)
def test_lanes_agree_with_brute_force(
    lanes: list[list[int]], output: list[int]
) -> None:
    """Output fits lanes exactly when it is one of their interleavings."""

    def interleaving(rest: tuple[tuple[int, ...], ...], out: tuple[int, ...]) -> bool:
        if not out:
            return not any(rest)
        return any(
            lane and lane[0] == out[0] and interleaving(
                rest[:i] + (lane[1:],) + rest[i + 1 :], out[1:]
            )
            for i, lane in enumerate(rest)
        )  # fmt: skip

    text = "".join(
        f"{name}| {n}\n" for name, lane in zip("abc", lanes, strict=False) for n in lane
    )
    expected = interleaving(tuple(map(tuple, lanes)), tuple(output))
    assert fits(text, "".join(f"{n}\n" for n in output)) == expected


@given(st.lists(words, max_size=5))
def test_literal_text_is_literal(lines: list[str]) -> None:
    transcript = "".join(literal(line) + "\n" for line in lines)
    parsed = parse(transcript, FILE).out
    assert [li.parts for li in parsed] == [(Text(line),) for line in lines]
    assert fits(transcript, "".join(line + "\n" for line in lines))


@given(st.lists(st.one_of(words.map(Text), roles.map(Role)), min_size=1, max_size=4))
def test_source_is_parsed_back(parts: list) -> None:
    assume(
        not any(
            a.__class__ is b.__class__ is Text
            for a, b in zip(parts, parts[1:], strict=False)
        )
    )
    line = Line(tuple(parts), 1)
    assert parse("\\" + line.source + "\n", FILE).out == (line,)
