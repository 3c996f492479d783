"""What a reader sees of a snippet: transcript, variants, limits, verified strip."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from spawnsafe import verified
from spawnsafe.snippet import load
from spawnsafe.strip import version_ranges
from spawnsafe.tabs import limits_note, tab_labels
from spawnsafe.words import WORDS
from tests.pages import Pages


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def output(pages: Pages, out: str, language: str = "en") -> BeautifulSoup:
    pages.write("x.py", out=out)
    return pages.page("::: snippet x.py", language).find(class_="snippet-output")


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["en"].keys() == WORDS["zh"].keys()

    def fields(value: object) -> set[str]:
        return set(re.findall(r"\{\w*\}", str(value)))

    for key, value in WORDS["en"].items():
        assert fields(value) == fields(WORDS["zh"][key]), key


def test_nothing_of_a_snippet_is_taken_for_html(pages) -> None:
    evil = "<script>alert('&amp;')</script>"
    pages.write(
        "x.py",
        "# /// script\n# requires-python = '>=3.12'\n# [tool.spawnsafe]\n"
        f'# reason = "{evil}"\n# reason-zh = "{evil}"\n# ///\n'
        f'print("{evil}")\n',
        out=f"{evil}\na| {evil}\nb| {{... {evil}}}\n--- standard error ---\n{evil}{{parent}}\n"
        f"--- exit code 1 ---\n--- recorded: {evil.replace(';', '')}; parent=1 ---\n",
    )
    one = load(pages.snippets / "x.py", pages.snippets)
    run = verified.Outcome(
        one.name, one.fingerprint, "Linux", "3.14.8", "fork", "2026-11-21",
        f"failed: {evil}",
    )  # fmt: skip
    verified.write_results(pages.results, [run])
    for language in WORDS:
        page = pages.page("::: snippet x.py", language)
        assert page.find("script") is None
        assert page.text.count(evil) == 7
        assert evil.replace(";", "") in page.text


@pytest.mark.skipif("sys.platform == 'win32'", reason="no such file names")
def test_a_file_name_is_not_taken_for_html(pages) -> None:
    name = "<b>&'x'.py"
    pages.write(name, out="hello\n")
    page = pages.page(f"::: snippet {name}")
    assert page.find("b") is None and page.find(class_="snippet-name").text == name
    assert page.find("a")["href"] == "snippets/%3Cb%3E%26%27x%27.py"
    assert page.find("a")["aria-label"] == f"Download: {name}"
    assert page.figure["aria-label"] == name


def test_search_finds_code_and_output_but_no_labels(pages) -> None:
    pages.write("x.py", out="told\n--- standard error ---\nboom\n", fork="{parent}\n")
    page = pages.page("::: snippet x.py")
    for hidden in page.find_all(attrs={"data-search-exclude": True}):
        hidden.decompose()
    text = "".join(page.get_text(" ").split())
    assert text == 'x.pyprint("hello")toldboomparent'


# PIDs

PIDS = """\
{parent} starts {worker 1}, {worker 2}
{worker 1} again, from {shell}
--- recorded: Python 3.14.8, Linux, spawn; parent=31, worker 1=32, worker 2=33, shell=7 ---
"""


def test_pids_are_numbers_in_the_colour_of_their_process(pages) -> None:
    pre = output(pages, PIDS).pre
    assert pre.text == "31 starts 32, 33\n32 again, from 7\n"
    seen = [
        (pid.text, pid["class"][1], pid["title"]) for pid in pre.find_all(class_="pid")
    ]
    assert seen == [
        ("31", "pid-1", "parent"),
        ("32", "pid-2", "worker 1"),
        ("33", "pid-3", "worker 2"),
        ("32", "pid-2", "worker 1"),
        ("7", "pid-8", "shell (whatever started Python)"),
    ]


def test_the_legend_names_each_process_and_the_run(pages) -> None:
    legend = output(pages, PIDS).find(class_="transcript-legend")
    items = [item.text for item in legend.find_all(class_="legend-item")]
    assert items == [
        "31 parent",
        "32 worker 1",
        "33 worker 2",
        "7 shell (whatever started Python)",
    ]
    assert "PIDs from one run: Python 3.14.8, Linux, spawn" in legend.text


def test_roles_are_named_in_chinese(pages) -> None:
    shown = output(pages, PIDS, "zh")
    assert [pid["title"] for pid in shown.pre.find_all(class_="pid")][:3] == [
        "父进程",
        "工作进程 1",
        "工作进程 2",
    ]
    assert "31 父进程" in shown.find(class_="transcript-legend").text


def test_more_processes_than_colours_keep_away_from_parent_and_shell(pages) -> None:
    names = [f"worker {n}" for n in range(1, 10)]
    out = "{parent}\n" + "".join(f"{{{name}}}\n" for name in names)
    numbers = ", ".join(f"{name}={n}" for n, name in enumerate(names, 40))
    out += f"--- recorded: Python 3.14.8, Linux, fork; parent=31, {numbers} ---\n"
    classes = [p["class"][1] for p in output(pages, out).pre.find_all(class_="pid")]
    assert classes == [f"pid-{n}" for n in (1, 2, 3, 4, 5, 6, 7, 2, 3, 4)]


def test_without_a_recording_the_role_stands_for_the_number(pages) -> None:
    shown = output(pages, "parent {parent}, child {child}\n")
    assert shown.pre.text == "parent parent, child child\n"
    assert "pid-unknown" in shown.pre.span.span["class"]
    assert shown.find(class_="transcript-legend") is None


# The rest of the grammar


def test_durations_say_their_bounds(pages) -> None:
    shown = output(pages, "took {1.0 s} and {2 s +5}\n")
    assert shown.pre.text == "took 1.0 s and 2 s\n"
    titles = [span["title"] for span in shown.find_all(class_="duration")]
    assert titles == ["at least 0.95 s, at most 3 s", "at least 1.5 s, at most 7 s"]
    shown = output(pages, "{1.0 s}\n", "zh")
    assert shown.find(class_="duration")["title"] == "不少于 0.95 秒，不超过 3 秒"


def test_lanes_are_bracketed_and_said_to_vary(pages) -> None:
    shown = output(pages, "first\na| one\nb| two\na| three\nlast\nb| four\n")
    lanes = shown.find_all(class_="lanes")
    assert len(lanes) == 1  # the last one is a single lane, as strict as no lane
    assert lanes[0].find(class_="lanes-note").text == "order may vary\n"
    marks = [
        (line["data-lane"], line["class"][-1], line.text)
        for line in lanes[0].find_all(class_="lane")
    ]
    assert marks == [
        ("a", "lane-1", "one\n"),
        ("b", "lane-2", "two\n"),
        ("a", "lane-1", "three\n"),
    ]
    text = "".join(line.text for line in shown.find_all(class_="line"))
    assert text == "first\none\ntwo\nthree\nlast\nfour\n"
    assert "顺序可能不同" in output(pages, "a| one\nb| two\n", "zh").text


def test_a_lane_that_may_be_cut_short_says_so(pages) -> None:
    shown = output(pages, "a| one\nb~| two\n")
    assert "order may vary; b may stop at any line" in shown.text
    shown = output(pages, "b~| two\n")
    assert shown.find(class_="lanes-note").text == "b may stop at any line\n"
    shown = output(pages, "a~| one\nb~| two\n", "zh")
    assert "顺序可能不同；a、b 可能在任意一行中断" in shown.text


def test_gaps_give_their_reason(pages) -> None:
    shown = output(pages, "<{... an address}>\n{... frames of the library}\n")
    assert shown.pre.text == "<… an address>\n… frames of the library\n"
    assert "transcript-gap" in shown.find_all(class_="line")[1]["class"]
    shown = output(pages, "{... frames}\n{... 库的帧}\n", "zh")
    assert [gap.get("lang") for gap in shown.find_all(class_="gap")] == ["en", None]


def test_braces_and_empty_lines_are_kept(pages) -> None:
    assert output(pages, "{{a}}\n\n\\--- b ---\n").pre.text == "{a}\n\n--- b ---\n"


def test_standard_error_is_set_apart_and_named(pages) -> None:
    out = "out\n--- standard error ---\nValueError: boom\n--- exit code 1 ---\n"
    shown = output(pages, out)
    first, second = shown.find_all("pre")
    assert (first.text, second.text) == ("out\n", "ValueError: boom\n")
    assert second["aria-label"] == "Standard error"
    assert shown.find(class_="snippet-label-err").text == "Standard error"
    assert shown.find(class_="transcript-end").text == "Exit code 1"
    assert "标准错误" in (text := output(pages, out, "zh").text) and "退出码 1" in text


def test_exit_code_0_is_not_mentioned(pages) -> None:
    assert output(pages, "out\n").find(class_="transcript-end") is None


def test_a_program_that_was_stopped_is_said_to_run(pages) -> None:
    out = "out\n--- still running after 3 s ---\n"
    end = output(pages, out).find(class_="transcript-end")
    assert end.text == "Still running after 3 s; stopped"
    end = output(pages, out, "zh").find(class_="transcript-end")
    assert end.text == "3 秒后仍在运行，已终止"


def test_no_output_is_said(pages) -> None:
    assert "no output" in output(pages, "").text
    assert "没有输出" in output(pages, "--- exit code 3 ---\n", "zh").text


# Variants


@pytest.mark.parametrize(
    ("tags", "labels"),
    [
        (["", "fork"], ["spawn, forkserver", "fork"]),
        (["", "spawn", "forkserver"], ["fork", "spawn", "forkserver"]),
        (["", "windows"], ["Linux, macOS", "Windows"]),
        (["", "py314+"], ["Python 3.13 or older", "Python 3.14 or newer"]),
        (["", "py313"], ["other Python versions", "Python 3.13"]),
        (["", "py313_8+"], ["Python older than 3.13.8", "Python 3.13.8 or newer"]),
        (
            ["", "py313", "py314+"],
            ["Python 3.12 or older", "Python 3.13", "Python 3.14 or newer"],
        ),
        (
            ["", "py312", "py314+"],
            ["other Python versions", "Python 3.12", "Python 3.14 or newer"],
        ),
        (["", "py311", "py312"], ["Python 3.13 or newer", "Python 3.11", "Python 3.12"]),
        (["", "py311", "py313"], ["other Python versions", "Python 3.11", "Python 3.13"]),
        (
            ["", "fork", "spawn", "forkserver", "windows"],
            ["everywhere else", "fork", "spawn", "forkserver", "Windows"],
        ),
        (["", "fork", "windows"], ["spawn, forkserver (Linux, macOS)", "fork", "Windows"]),
        (
            ["", "fork", "windows", "py314+"],
            ["everywhere else", "fork", "Windows", "Python 3.14 or newer"],
        ),
        (
            ["", "linux", "linux.py314+"],
            ["macOS, Windows", "Linux, Python 3.13 or older", "Linux, Python 3.14 or newer"],
        ),
        (
            ["", "spawn", "spawn.windows", "spawn.linux.py314+"],
            ["fork, forkserver", "spawn", "spawn, Windows", "spawn, Linux, Python 3.14 or newer"],
        ),
        (
            ["", "forkserver.py314+"],
            ["everywhere else", "forkserver, Python 3.14 or newer"],
        ),
        (
            ["", "windows", "windows.py314+"],
            ["Linux, macOS", "Windows, Python 3.13 or older", "Windows, Python 3.14 or newer"],
        ),
        (["fork", "spawn"], ["fork", "spawn"]),
        (["", "fork", "spawn", "forkserver"], ["everywhere else", "fork", "spawn", "forkserver"]),
    ],
)  # fmt: skip
def test_variants_are_labelled_in_plain_words(pages, tags, labels) -> None:
    pages.write("x.py", **{tag.replace(".", "__") or "out": "x\n" for tag in tags})
    found = tab_labels(load(pages.snippets / "x.py", pages.snippets), "en")
    assert [label for _, label in found] == labels


def test_variants_are_tabs(pages) -> None:
    pages.write("x.py", out="a\n", fork="b\n")
    shown = pages.page("::: snippet x.py", "zh").find(class_="tabbed-set")
    assert [label.text for label in shown.find_all("label")] == [
        "spawn、forkserver",
        "fork",
    ]
    radios = shown.find_all("input", type="radio")
    assert [radio.has_attr("checked") for radio in radios] == [True, False]
    assert [label["for"] for label in shown.find_all("label")] == [
        radio["id"] for radio in radios
    ]
    blocks = shown.select(".tabbed-content > .tabbed-block")
    assert [block.text for block in blocks] == ["a\n", "b\n"]


def test_what_remains_depends_on_the_limits(pages) -> None:
    pages.write(
        "x.py", limited('start-methods = ["fork", "spawn"]'), out="a\n", fork="b\n"
    )
    found = tab_labels(load(pages.snippets / "x.py", pages.snippets), "zh")
    assert [label for _, label in found] == ["spawn", "fork"]


# Limits


def limited(own: str, top: str = "") -> str:
    lines = [
        top,
        "[tool.spawnsafe]",
        own,
        'reason = "the reason."',
        'reason-zh = "原因。"',
    ]
    block = "".join(
        f"# {line}\n" for text in lines for line in text.split("\n") if line
    )
    return f"# /// script\n{block}# ///\nprint(1)\n"


@pytest.mark.parametrize(
    ("own", "top", "english", "chinese"),
    [
        (
            'platforms = ["linux", "macos"]', "",
            "Only on Linux and macOS: the reason.",
            "仅限 Linux、macOS：原因。",
        ),
        (
            "", 'requires-python = ">=3.14"',
            "Only with Python 3.14 or newer: the reason.",
            "仅限 Python 3.14 及以上：原因。",
        ),
        (
            'start-methods = ["fork"]', "",
            "Only under fork: the reason.",
            "仅限 fork 启动方法：原因。",
        ),
        (
            'platforms = ["windows"]', 'requires-python = ">=3.12,<3.14"',
            "Only on Windows, with Python 3.12 or newer and Python older than 3.14: "
            "the reason.",
            "仅限 Windows，Python 3.12 及以上、Python 3.14 之前：原因。",
        ),
        (
            "sets-start-method = true", "",
            "Run as it is: no start method is set from outside.",
            "按原样运行，不从外部设定启动方法。",
        ),
        ("timeout = 20", "", "", ""),
    ],
)  # fmt: skip
def test_limits_are_a_sentence(pages, own, top, english, chinese) -> None:
    pages.write("x.py", limited(own, top), out="1\n")
    requires = load(pages.snippets / "x.py", pages.snippets).requires
    assert limits_note(requires, "en") == english
    assert limits_note(requires, "zh") == chinese
    page = pages.page("::: snippet x.py")
    note = page.find(class_="snippet-limits")
    assert (note.text if note else "") == english
    assert "/// script" not in page.text


# The verified strip


class Runs:
    """Writes outcomes for one snippet into the results folder."""

    def __init__(self, pages: Pages, source: str = "print(1)\n") -> None:
        self.pages = pages
        pages.write("x.py", source, out="1\n")

    def add(self, *contexts: str, mark: str | None = None) -> None:
        """Contexts like "Linux|3.14.8|fork|2026-11-21|pass"."""
        one = load(self.pages.snippets / "x.py", self.pages.snippets)
        runs = [
            verified.Outcome(one.name, mark or one.fingerprint, *context.split("|"))
            for context in contexts
        ]
        verified.write_results(self.pages.results, runs)

    def strip(self, language: str = "en") -> BeautifulSoup:
        return self.pages.page("::: snippet x.py", language).find(class_="verified")


def test_the_strip_sums_up_the_runs_that_passed(pages) -> None:
    runs = Runs(pages)
    runs.add(
        *(
            f"Linux|3.{v}.1|{m}|2026-11-21|pass"
            for v in (11, 12, 13, 15)
            for m in ("forkserver", "spawn", "fork")
        ),
        "Windows (Wine)|3.13.11|spawn|2026-11-21|pass",
    )
    assert runs.strip().summary.text == (
        "Verified 2026-11-21: Linux 3.11–3.13, 3.15 · Windows (Wine) 3.13 · "
        "fork, spawn, forkserver"
    )
    assert runs.strip("zh").summary.text.startswith(
        "已验证 2026-11-21：Linux 3.11–3.13"
    )


def test_the_table_has_a_cell_for_each_run(pages) -> None:
    runs = Runs(pages)
    runs.add(
        "Linux|3.14.8|fork|2026-11-21|pass",
        "Linux|3.14.8|spawn|2026-11-21|failed: line 1 differs",
        "Windows|3.14.2|spawn|2026-11-21|pass",
    )
    strip = runs.strip()
    assert strip.name == "details" and not strip.has_attr("open")
    rows = [
        [cell.text for cell in row.find_all(["th", "td"])]
        for row in strip.table.find_all("tr")
    ]
    assert rows == [
        ["System and Python", "fork", "spawn"],
        ["Linux 3.14.8", "✓passed", "✗failed"],
        ["Windows 3.14.2", "no run", "✓passed"],
    ]
    assert strip.find(class_="verified-note").text == (
        "✗ failed: line 1 differs (Linux 3.14.8 spawn)"
    )
    # what is read out is the word; the sign is for the eye
    for sign in strip.table.find_all(string=re.compile("[✓✗–]")):
        assert sign.parent["aria-hidden"] == "true"


def test_a_failed_run_is_said_before_anything_else(pages) -> None:
    runs = Runs(pages)
    runs.add(
        "Linux|3.14.8|fork|2026-11-21|pass",
        "Linux|3.14.8|spawn|2026-11-21|failed: boom",
    )
    strip = runs.strip()
    assert strip.summary.text.startswith(
        "1 run failed. Verified 2026-11-21: Linux 3.14"
    )
    assert "verified-failed" in strip["class"]
    runs.add("Linux|3.14.8|fork|2026-11-21|failed: boom")
    assert runs.strip().summary.text.startswith("2 runs failed. Run 2026-11-21: ")
    assert "2 次运行失败。" in runs.strip("zh").summary.text


def test_not_applicable_gives_the_reason_in_the_language_of_the_page(pages) -> None:
    runs = Runs(pages, limited('start-methods = ["fork"]'))
    runs.add("Windows|3.14.2|spawn|2026-11-21|not applicable: the reason.")
    strip = runs.strip("zh")
    assert "原因。" in strip.text and "the reason" not in strip.text
    assert "the reason." in runs.strip("en").text
    assert "✓" not in strip.text and "–" in strip.table.text
    assert "不适用" in strip.summary.text and "已验证" not in strip.summary.text


def test_dates_are_told_apart_where_they_differ(pages) -> None:
    runs = Runs(pages)
    runs.add(
        "Linux|3.14.8|fork|2026-11-19|pass",
        "Linux|3.14.8|spawn|2026-11-21|pass",
    )
    strip = runs.strip()
    assert strip.summary.text.startswith("Verified 2026-11-19 to 2026-11-21: ")
    cells = [cell.text for cell in strip.tbody.find_all("td")]
    assert cells == ["✓passed 2026-11-19", "✓passed", "2026-11-21"]


def test_of_several_micro_versions_the_newest_is_shown(pages) -> None:
    runs = Runs(pages)
    runs.add(
        "Linux|3.14.8|fork|2026-11-20|pass",
        "Linux|3.14.10|fork|2026-11-20|pass",
        "Linux|3.14.9|fork|2026-11-21|pass",
    )
    assert [row.th.text for row in runs.strip().tbody.find_all("tr")] == [
        "Linux 3.14.10"
    ]


def test_without_runs_it_says_so(pages) -> None:
    assert Runs(pages).strip().text == "Not yet run"
    assert Runs(pages).strip("zh").text == "尚无运行记录"


def test_runs_of_other_content_are_not_shown(pages) -> None:
    runs = Runs(pages)
    runs.add("Linux|3.14.8|fork|2026-11-21|pass")
    assert runs.strip().summary
    pages.write("x.py", "print(1)  # changed\n")
    assert runs.strip().text == "Not yet run"


def test_a_changed_transcript_hides_the_runs_too(pages) -> None:
    runs = Runs(pages)
    runs.add("Linux|3.14.8|fork|2026-11-21|pass")
    pages.write("x.py", "print(1)\n", out="2\n")
    assert runs.strip().text == "Not yet run"


def test_the_committed_record_is_shown_and_overlaid_by_local_runs(pages) -> None:
    runs = Runs(pages)
    runs.add("Linux|3.14.8|fork|2026-11-21|pass")
    verified.merge_files(
        pages.snippets / "verified.json", [pages.results], pages.snippets
    )
    for file in pages.results.iterdir():
        file.unlink()
    assert "Linux 3.14 · fork" in runs.strip().summary.text
    runs.add("Linux|3.14.8|fork|2026-11-21|failed: boom")
    assert "1 run failed" in runs.strip().summary.text


def test_version_ranges() -> None:
    assert version_ranges([(3, 15), (3, 13), (3, 11), (3, 14), (3, 13)]) == (
        "3.11, 3.13–3.15"
    )
