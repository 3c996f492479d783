"""Twins are found out of line by their text, and brought in line by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from spawnsafe import twins
from spawnsafe.errors import BadInput

ZH = "---\ndescription: 等待。\n---\n# 等待 { #wait }\n\n文字。\n"
EN = "---\ndescription: Waiting.\n---\n# Wait { #wait }\n\nText.\n"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    docs = tmp_path / "docs"
    for language, text in (("zh", ZH), ("en", EN)):
        (docs / language / "process").mkdir(parents=True)
        for page in ("index.md", "process/join.md"):
            (docs / language / page).write_text(text, encoding="utf-8")
    return docs


def append(page: Path, text: str) -> None:
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_pages_without_a_record_are_told_with_the_remedy(docs: Path) -> None:
    problems = twins.check(docs)
    assert len(problems) == 4
    assert problems[0] == (
        "docs/zh/index.md:1: never recorded as in line with its twin\n"
        "  remedy: bring docs/zh/index.md and docs/en/index.md in line, "
        "then run `python -m spawnsafe twins docs/zh/index.md`"
    )


def test_after_an_update_nothing_is_left_to_tell(docs: Path) -> None:
    assert len(twins.update(docs)) == 4
    assert twins.check(docs) == []
    assert twins.update(docs) == []
    page = (docs / "zh" / "index.md").read_text(encoding="utf-8")
    assert page.startswith("---\ndescription: 等待。\ntwin: ")
    assert page.endswith(ZH.partition("---\n# ")[2])


def test_only_the_twin_of_a_changed_page_is_told(docs: Path) -> None:
    twins.update(docs)
    append(docs / "en" / "process" / "join.md", "\nMore.\n")
    (problem,) = twins.check(docs)
    assert problem.startswith(
        "docs/zh/process/join.md:3: docs/en/process/join.md has changed since"
    )


@pytest.mark.parametrize("language", twins.LANGUAGES)
def test_naming_either_page_brings_both_in_line(docs: Path, language: str) -> None:
    twins.update(docs)
    for own in twins.LANGUAGES:
        append(docs / own / "index.md", "\nMore.\n")
        append(docs / own / "process" / "join.md", "\nMore.\n")
    changed = twins.update(docs, [docs / language / "index.md"])
    assert sorted(p.as_posix() for p in changed) == sorted(
        (docs / own / "index.md").as_posix() for own in twins.LANGUAGES
    )
    assert [p.partition(":")[0] for p in twins.check(docs)] == [
        "docs/zh/process/join.md",
        "docs/en/process/join.md",
    ]


def test_front_matter_and_line_ends_are_no_text(docs: Path) -> None:
    twins.update(docs)
    page = docs / "en" / "index.md"
    text = page.read_text(encoding="utf-8").replace("Waiting.", "How to wait.")
    page.write_text(text, encoding="utf-8", newline="\r\n")
    assert twins.check(docs) == []


def test_a_page_without_front_matter_gets_some(docs: Path) -> None:
    page = docs / "en" / "index.md"
    page.write_text("# Wait { #wait }\n\n---\n\ntwin: no\n", encoding="utf-8")
    twins.update(docs, [page])
    assert page.read_text(encoding="utf-8").startswith("---\ntwin: ")
    assert not [p for p in twins.check(docs) if "index.md" in p]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("docs/en/nowhere.md", "docs/en/nowhere.md: no such page"),
        ("README.md", "README.md: not a page of the site"),
        ("docs/en/alone.md", "docs/zh/alone.md: no such page"),
    ],
)
def test_a_page_that_cannot_be_updated_is_bad_input(
    docs: Path, name: str, problem: str
) -> None:
    (docs / "en" / "alone.md").write_text(EN, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        twins.update(docs, [Path(name)])
    assert str(caught.value).startswith(problem)
    assert twins.update(docs)  # all that have a twin
