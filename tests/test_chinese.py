"""The Chinese that the machinery writes has Chinese punctuation."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "spawnsafe").glob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# ASCII punctuation beside a Chinese character or a field; f() and file:line are code
HALF_WIDTH = re.compile(
    r"[\u4e00-\u9fff}](?:[,;?!](?!\))|:(?!\{line)|\((?!\)))|[,:;?!)][\u4e00-\u9fff]"
)


def half_width(source: str) -> list[str]:
    """Texts with Chinese in them whose punctuation is not, each with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            if CHINESE.search(text) and HALF_WIDTH.search(text):
                found.append(f"line {node.lineno}: {text}")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_punctuation(module: Path) -> None:
    assert half_width(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", ["通过,有警告", "{n}:次", "次(运行", "a)次", "是:"])
def test_half_width_is_found(text: str) -> None:
    assert half_width(f"WORDS = {text!r}") == [f"line 1: {text}"]


@pytest.mark.parametrize(
    "text",
    [
        "通过，有警告",
        "{n} 次（运行）",
        "`f(x)` 的",
        "a, b",
        "调用 f()：否则",
        "{f}() 与 {file}:{line} 的",
    ],
)
def test_full_width_is_right(text: str) -> None:
    assert half_width(f"WORDS = {text!r}") == []
