"""The search of the error index: the page's script, over the rendered pages, in Node."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from .error_pages import NODE, SCRIPT, entries, rank

FILE = Path(__file__).parent / "error_texts.toml"
LABELS = tomllib.loads(FILE.read_text(encoding="utf-8"))
TEXTS = [(ident, text) for ident, of in LABELS.items() for text in of["texts"]]

BEFORE = """\
Traceback (most recent call last):
  File "/home/ada/project/run.py", line 31, in <module>
    main()
    ~~~~^^
  File "/home/ada/project/run.py", line 12, in main
    results = collect(settings, records)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^
"""
AFTER = "\nada@box:~/project$ \n"
# What a reader may write around a pasted text, and on its line.
COMMENTS = {
    "Chinese": (
        "各位好，我在 Windows 上用 Python 3.14 写的多进程程序运行时报错：\n\n",
        "\n\n请问是什么原因？队列、锁和进程池都换过了，还是不行。\n",
    ),
    "English": (
        "Hi, since I upgraded to Python 3.14 my program with a process pool fails:\n\n",
        "\n\nI tried another queue and another lock, but the error is still there.\n",
    ),
    "a chat": ("> 运行到这里就报错：", "，怎么解决呢？"),
}
FORMS = {
    "alone": lambda text: text,
    "in a traceback": lambda text: BEFORE + text + AFTER,
    "wrapped": lambda text: re.sub(r"(?m)^(?! )(.{60,75}?) (?=\S)", r"\1\n", text),
    "in colours": lambda text: f"\x1b[1;35m{text}\x1b[0m",
    "from pytest": lambda text: re.sub("(?m)^", "E       ", text),
    **{
        name: lambda text, before=before, after=after: before + text + after
        for name, (before, after) in COMMENTS.items()
    },
}

needs_node = pytest.mark.skipif(NODE is None, reason="node is not on PATH")


def missed(language: str, form: str, script: Path = SCRIPT) -> list[str]:
    """The texts for which another entry, or none, comes first."""
    texts = [FORMS[form](text) for _, text in TEXTS]
    found = rank(entries(language), texts, script)
    return [
        f"{text!r}: {ids[:3] or 'nothing'} instead of {wanted}"
        for (wanted, text), ids in zip(TEXTS, found, strict=True)
        if (ids[0] if ids else "none") != wanted
    ]


@needs_node
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_right_entry_comes_first(language: str, form: str) -> None:
    if wrong := missed(language, form):
        pytest.fail("\n".join(wrong), pytrace=False)


@needs_node
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_quoted_text_finds_its_entry(language: str) -> None:
    """All of them: what the page says is found by what the page says."""
    shown = entries(language)
    found = rank(shown, ["\n".join(one["lines"]) for one in shown])
    lost = [
        one["id"] for one, ids in zip(shown, found, strict=True) if one["id"] not in ids
    ]
    assert not lost


def test_both_languages_have_the_same_data() -> None:
    assert entries("zh") == entries("en")


def test_labels_name_entries() -> None:
    known = {one["id"] for one in entries("en")} | {"none"}
    assert not LABELS.keys() - known, f"{FILE.name} names entries that don't exist"
    texts = [text for _, text in TEXTS]
    assert len(texts) == len(set(texts)), f"{FILE.name} has a text twice"


@needs_node
@pytest.mark.parametrize(
    ("old", "new"),
    [
        # each: a step of the comparison that is taken away
        ("* part * part", ""),
        ("if (part < LIKELY) return;", ""),
        ("if (strange && other) {", "if (false) {"),
        ("|| PYTHON.has(word)", ""),
        ("Math.log(1 + entries.length / (holders.get(word) || 0.5))", "1"),
        ("score *= 1.5;", "score *= 1;"),
        ("one.late = found.some(", "one.late = [].some("),
        ("size <= Math.min(3, end)", "size <= 1"),
    ],
)
def test_the_labels_notice_a_worse_comparison(
    old: str, new: str, tmp_path: Path
) -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert text.count(old) == 1
    worse = tmp_path / "errors.js"
    worse.write_text(text.replace(old, new), encoding="utf-8")
    assert any(missed("en", form, worse) for form in FORMS)
