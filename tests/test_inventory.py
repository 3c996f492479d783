"""Every example and claim of the source notes has its place on the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from spawnsafe.markdown import INCLUSION

ROOT = Path(__file__).parent.parent
FILE = Path(__file__).with_name("inventory.tsv")
# The examples and claims of the chapters that there are; later ones add theirs.
PLACED = [f"A{n:02}" for n in range(1, 55)] + [f"C{n:03}" for n in range(1, 111)]


def rows() -> list[tuple[int, list[str]]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [(n, li.split("\t")) for n, li in enumerate(lines, 1) if li[:1] not in "#"]


def misplaced(number: int, row: list[str], docs: Path) -> str | None:
    """Why a row does not lead to a section and its snippet, or None."""
    page, _, anchor = row[1].partition("#")
    for language in ("zh", "en"):
        file = docs / language / page
        if not file.is_file():
            return f"{FILE.name}:{number}: no page {language}/{page}"
        text = file.read_text(encoding="utf-8")
        if f"{{ #{anchor} }}" not in text:
            return f"{FILE.name}:{number}: no section {language}/{page}#{anchor}"
        shown = {match["path"] for match in INCLUSION.finditer(text)}
        if row[2] != "-" and row[2] not in shown:
            return f"{FILE.name}:{number}: {language}/{page} does not show {row[2]}"
    return None


def test_every_row_leads_to_its_section_and_snippet() -> None:
    wrong = [misplaced(number, row, ROOT / "docs") for number, row in rows()]
    assert not any(wrong), "\n".join(filter(None, wrong))


def test_nothing_is_left_out() -> None:
    left_out = sorted(set(PLACED) - {row[0] for _, row in rows()})
    assert not left_out, f"{FILE.name} has no row for {', '.join(left_out)}"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (["A01", "x/missing.md#a", "-"], "no page zh/x/missing.md"),
        (["A01", "x/page.md#b", "-"], "no section zh/x/page.md#b"),
        (["A01", "x/page.md#a", "x/other.py"], "zh/x/page.md does not show x/other.py"),
        (["A01", "x/page.md#a", "x/this.py"], None),
        (["A01", "x/page.md#a", "-"], None),
    ],
)
def test_a_wrong_row_is_found(tmp_path: Path, row: list[str], says: str | None) -> None:
    for language in ("zh", "en"):
        page = tmp_path / language / "x" / "page.md"
        page.parent.mkdir(parents=True)
        page.write_text("# T { #a }\n\n::: snippet x/this.py\n", encoding="utf-8")
    found = misplaced(7, row, tmp_path)
    assert found == (says and f"{FILE.name}:7: {says}")
