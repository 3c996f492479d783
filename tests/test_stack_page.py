"""Files of stacks: what is refused, what counts as a difference, how a page shows it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from spawnsafe import __main__ as command_line
from spawnsafe import stack_file
from spawnsafe.errors import BadInput
from spawnsafe.interpreter import this_python
from spawnsafe.markdown import PageError
from spawnsafe.snippet import Snippet, load
from spawnsafe.words import WORDS
from tests.pages import Pages

SOURCE = """\
from multiprocessing import Event, Process


def work(go):
    go.wait()


if __name__ == "__main__":
    go = Event()
    child = Process(target=work, args=(go,))
    child.start()
    child.join()
"""
STACKS = """\
main
  thread main
    poll (multiprocessing/popen_fork.py:28)
    join (multiprocessing/process.py:156)
    <module> (x_wrong.py:12)
  thread _feed
    wait (threading.py:363)
    _feed (multiprocessing/queues.py:249)
    _bootstrap (threading.py:1180)

child
  thread main
    wait (multiprocessing/synchronize.py:275)
    work (x_wrong.py:5)
    _bootstrap (multiprocessing/process.py:320)

resource tracker
  thread main
    main (multiprocessing/resource_tracker.py:441)
"""


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    made = Pages(tmp_path)
    made.write("hangs/x_wrong.py", SOURCE, out="--- still running after 1 s ---\n")
    write(made, STACKS)
    return made


def snippet(pages: Pages) -> Snippet:
    return load(pages.snippets / "hangs" / "x_wrong.py", pages.snippets)


def write(pages: Pages, stacks: str) -> None:
    one = snippet(pages)
    head = "recorded: Python 3.15.0, Linux, fork\n"
    head += f"snippet: {stack_file.fingerprint(one)}\n\n"
    text = stack_file.HEAD + head + stacks
    stack_file.path_of(one).write_text(text, "utf-8")


def figure(pages: Pages, language: str = "en"):
    return pages.page("::: stacks hangs/x_wrong.py", language).figure


# The page


def test_each_process_by_role_with_the_call_that_waits(pages) -> None:
    shown = figure(pages)
    roles = [p.text for p in shown.find_all(class_="stack-role")]
    assert roles == ["main process", "child process"]
    heads = [p.text for p in shown.find_all(class_="stack-thread")]
    assert heads == ["main thread: waits in join()", "waits in wait()"]
    waiting = [li.code.text for li in shown.find_all(class_="frame-waits")]
    assert waiting == ["join", "wait"]
    own = [
        li.find(class_="frame-line").text for li in shown.find_all(class_="frame-own")
    ]
    assert own == ["child.join()", "go.wait()"]
    feeder = shown.find("summary", string=None)
    assert feeder.text == "thread _feed(): waits in _feed › wait"
    note = shown.find(class_="stack-note").text
    assert "Python 3.15.0, Linux, fork" in note and "resource tracker" in note


def test_what_led_to_it_is_folded(pages) -> None:
    folded = figure(pages).find_all("details")
    assert folded[-1].summary.text == "library calls before that: 1"
    assert folded[-1].li.code.text == "_bootstrap"


def test_a_call_of_c_code_waits_in_a_line(pages) -> None:
    write(pages, STACKS.replace("    wait (multiprocessing/synchronize.py:275)\n", ""))
    assert "waits in line 5" in figure(pages).text


def test_a_process_without_own_calls_is_not_folded(pages) -> None:
    write(pages, STACKS.replace("    <module> (x_wrong.py:12)\n", ""))
    folds = [("open" in one.attrs) for one in figure(pages).find_all("details")]
    assert folds == [True, True, False]  # the main process's two, the child's rest


def test_processes_at_the_same_place_are_shown_once(pages) -> None:
    child = STACKS[STACKS.index("child") : STACKS.index("resource")]
    write(pages, STACKS.replace(child, child + child))
    roles = [p.text for p in figure(pages).find_all(class_="stack-role")]
    assert roles == ["main process", "child process 1 and child process 2"]


def test_each_kind_of_helper_is_named_once(pages) -> None:
    tracker = STACKS[STACKS.index("resource") :]
    write(pages, STACKS + "\n" + tracker)
    assert figure(pages).find(class_="stack-note").text.count("resource tracker") == 1


def test_chinese(pages) -> None:
    text = figure(pages, "zh").text
    assert "x_wrong.py 停在哪里" in text and "主线程：在 join() 中等待" in text
    assert "子进程" in text and "资源追踪器" in text and "waits" not in text


def test_every_role_has_its_words() -> None:
    for role in stack_file.ROLES:
        for language, words in WORDS.items():
            assert f"process {role}" in words, f"{role} in {language}"


# Files that are refused


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("(x_wrong.py:5)", "(/home/me/x_wrong.py:5)", "a path of one machine: /home"),
        (
            "(threading.py",
            "(C:\\Python\\Lib\\threading.py",
            "a path of one machine: C:",
        ),
        ("snippet: ", "snippet: 0", "does not say of which text"),
        ("recorded: Python 3.15.0", "recorded: 3.15", "does not say where"),
        ("# Where", "# There", "does not begin as a file of stacks"),
        ("\nmain\n", "\nmother\n", "neither process, thread nor call: 'mother'"),
        ("\nmain\n  thread main\n", "\nmain\n", "neither process, thread nor call"),
        ("\nchild\n", "\nchild\n  thread odd\n", "a thread without calls"),
    ],
)
def test_a_bad_file_is_told_with_line_and_remedy(pages, old, new, said) -> None:
    file = stack_file.path_of(snippet(pages))
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PageError, match=re.escape(said)) as caught:
        figure(pages)
    assert "record --stacks" in str(caught.value)
    assert re.search(r"x_wrong\.stacks:\d+: ", str(caught.value))


def test_a_missing_file_is_told(pages) -> None:
    stack_file.path_of(snippet(pages)).unlink()
    with pytest.raises(PageError, match="has no stacks") as caught:
        figure(pages)
    assert "record --stacks" in str(caught.value)


def test_stacks_of_another_text_are_told(pages) -> None:
    (pages.snippets / "hangs" / "x_wrong.py").write_text("\n" + SOURCE, "utf-8")
    with pytest.raises(PageError, match="of another text than hangs/x_wrong.py"):
        figure(pages)


def test_no_path_of_a_machine_is_written(pages) -> None:
    frame = stack_file.Frame("f", "/opt/odd/f.py", 1)
    thread = stack_file.Thread("main", (frame,))
    one = dataclasses.replace(
        stack_file.load(snippet(pages)),
        processes=(stack_file.Process("main", (thread,)),),
    )
    with pytest.raises(BadInput, match="/opt/odd"):
        stack_file.refuse_paths(one, Path("x.py"))


# What counts as a difference


def test_a_file_round_trips(pages) -> None:
    one = snippet(pages)
    text = stack_file.path_of(one).read_text("utf-8")
    assert stack_file.dump(stack_file.load(one)) == text


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("popen_fork.py:28", "popen_fork.py:29", False),  # a patch release
        ("441", "9", False),
        ("x_wrong.py:12", "x_wrong.py:11", True),
        ("join (", "close (", True),
        ("popen_fork.py", "popen_spawn.py", True),
        ("thread _feed", "thread other", True),
        ("\nchild\n", "\npool worker\n", True),
        (STACKS[STACKS.index("resource") :], "", False),  # who starts it, and when
        (STACKS[STACKS.index("child") : STACKS.index("resource")], "", True),
    ],
)
def test_compare(pages, old, new, differs) -> None:
    one = snippet(pages)
    recorded = stack_file.load(one)
    assert old in STACKS
    write(pages, STACKS.replace(old, new, 1))
    problems = stack_file.compare(recorded, stack_file.load(one), one)
    assert bool(problems) is differs, problems


def test_the_order_of_processes_does_not_count(pages) -> None:
    one = snippet(pages)
    recorded = stack_file.load(one)
    turned = dataclasses.replace(recorded, processes=recorded.processes[::-1])
    assert stack_file.compare(recorded, turned, one) == []


# Runs

linux = pytest.mark.skipif(
    this_python().platform != "linux", reason="stacks are recorded on Linux"
)


@linux
def test_a_snippet_that_ends_has_no_stacks(pages) -> None:
    path = pages.write("hangs/y_wrong.py", "print(1)\n")
    with pytest.raises(BadInput, match="does not hang: it ended with exit code 0"):
        stack_file.record(load(path, pages.snippets), [this_python()])
    assert not path.with_suffix(".stacks").exists()


@linux
def test_a_snippet_that_is_not_at_rest_has_no_stacks(pages) -> None:
    source = (
        "import time\nstart = time.monotonic()\n"
        "while time.monotonic() < start + 2.5:\n    time.sleep(0.01)\n"
        "while True:\n    time.sleep(0.01)\n"
    )
    path = pages.write("hangs/y_wrong.py", source)
    with pytest.raises(BadInput, match="is not at rest"):
        stack_file.record(load(path, pages.snippets), [this_python()])
    assert not path.with_suffix(".stacks").exists()


@linux
def test_record_writes_what_a_page_shows(pages, monkeypatch, capsys) -> None:
    monkeypatch.chdir(pages.folder)
    code = command_line.main(["record", "--stacks", "snippets/hangs/x_wrong.py"])
    assert code == 0 and "x_wrong.stacks: written" in capsys.readouterr().out
    recorded = stack_file.load(snippet(pages))
    python = this_python()
    assert recorded.where == f"Python {python.version}, Linux, {python.default_method}"
    assert [p.role for p in recorded.processes][:2] == ["main", "child"]
    assert figure(pages).find_all(class_="frame-waits")
