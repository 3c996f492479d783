"""The pages' sources: two languages with one structure, and no code of their own.

That each check would find what it is for is shown below, on planted defects.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from spawnsafe import twins

from . import page_checks

DOCS = Path(__file__).parent.parent / "docs"
CHECKS = [
    page_checks.missing_twins,
    page_checks.headings,
    page_checks.inclusions,
    page_checks.links,
    page_checks.code,
    page_checks.descriptions,
    twins.check,
]


def name(check: Callable) -> str:
    return "twins" if check is twins.check else check.__name__


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_pages(check: Callable[[Path], list[str]]) -> None:
    if problems := check(DOCS):
        pytest.fail("\n".join(problems), pytrace=False)


# A clean pair of pages, and what can be wrong with it.

ZH = """---
description: 等待子进程。
---
# 等待 { #wait }

见[启动](start.md#begin)和[首页](../index.md)。`# 这不是标题`，`[这](no.md)`也不是链接。

::: snippet process/join.py

## 超时 { #timeout }

- 列表：

    ::: output process/join.py

    缩进的段落，不是代码，见[文档](https://docs.python.org/zh-cn/3/)。

!!! note "提示"

    缩进的段落。

```console
$ python join.py  # 不是标题
```
"""
EN = """---
description: Waiting for a child.
---
# Wait { #wait }

See the [home page](../index.md) and [start](start.md#begin). `# no heading`

::: snippet process/join.py

## Timeout { #timeout }

- A list:

    ::: output process/join.py

    An indented paragraph is no code; see [docs](https://docs.python.org/3/).

!!! note "Note"

    An indented paragraph.

```console
$ python join.py  # no heading
```
"""


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    docs = tmp_path / "docs"
    for language, text in (("zh", ZH), ("en", EN)):
        page = docs / language / "process" / "join.md"
        page.parent.mkdir(parents=True)
        page.write_text(text, encoding="utf-8")
    twins.update(docs)
    return docs


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_a_clean_pair_passes(docs: Path, check: Callable) -> None:
    assert check(docs) == []


# check, language of the page with the defect, old text, new text, what must be said
DEFECTS = [
    ("headings", "en", " { #timeout }", "", "en/process/join.md:11: heading without"),
    ("headings", "zh", "{ #timeout }", "{ #time }", "zh/process/join.md:11: heading '##"),
    ("headings", "zh", "{ #timeout }", "{ #超时 }", "zh/process/join.md:11: heading id"),
    ("headings", "zh", "## 超时", "### 超时", "zh/process/join.md:11: heading '### "),
    ("headings", "en", "## Timeout { #timeout }\n", "", "zh/process/join.md:11: heading"),
    ("headings", "en", "{ #timeout }", "{ #wait }", "'wait' stands twice"),
    ("headings", "en", "## Timeout", "# Timeout", "en/process/join.md:1: a page has one"),
    ("headings", "en", "# Wait { #wait }", "Wait\n====", "en/process/join.md:6: a line"),
    ("inclusions", "en", "process/join.py\n\n##", "process/run.py\n\n##", "join.md:9:"),
    ("inclusions", "en", "join.py\n\n##", "join.py section=x\n\n##", "section=x'"),
    ("inclusions", "zh", "    ::: output process/join.py\n", "", "line 15 is missing here"),
    ("links", "en", "../index.md", "../other.md", "../index.md here only, ../other.md"),
    ("links", "zh", "start.md#begin", "start.md", "zh/process/join.md:5: other links"),
    ("links", "en", "\n\n:::", ' <a href="x.md">x</a>\n\n:::', "x.md there only"),
    ("code", "en", "```console", "```python", "en/process/join.md:23: block of python"),
    ("code", "en", "```console", '``` py title="x.py"', "join.md:23: block of py code"),
    ("code", "en", "```console", "```{.python .numbered}", "join.md:23: block of python"),
    ("code", "zh", "```console", "```", "zh/process/join.md:23: block of unnamed code"),
    ("code", "zh", "```console\n", "~~~ py\nx\n~~~\n```text\n", "join.md:23: block of py"),
    ("code", "zh", "- 列表：\n", "- ```python\n  x\n  ```\n", "join.md:13: block of python"),
    ("code", "zh", "    缩进的段落，", "    ```Python3\n    x\n    ```\n", "of python3 code"),
    ("code", "en", "## Timeout", "Code:\n\n    import os\n\n## Timeout", "join.md:13: ind"),
    ("code", "en", "## Timeout", "Code:\n\n\tx = a < 1\n\n## Timeout", "join.md:13: inde"),
    ("code", "en", "    An indented", "        x = [1]\n\n    An", "join.md:17: indented"),
    ("code", "en", "$ python join.py", ">>> 1 + 1", "join.md:24: code typed into a page"),
    ("code", "en", "## Timeout", "<pre>x = 1</pre>\n\n## Timeout", "join.md:11: code ty"),
    ("descriptions", "zh", "description: 等待子进程。\n", "", "zh/process/join.md:1: no"),
    ("descriptions", "en", "Waiting for a child.", "", "en/process/join.md:2: no"),
    ("descriptions", "en", "Waiting for a child.", "等待", "join.md:2: the description is"),
    ("twins", "en", "Timeout {", "Time-out {", "zh/process/join.md:3: docs/en/process"),
    ("twins", "en", "twin: ", "other: ", "en/process/join.md:1: never recorded"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "language", "old", "new", "said"), DEFECTS)
def test_a_planted_defect_is_told(
    docs: Path, check: str, language: str, old: str, new: str, said: str
) -> None:
    page = docs / language / "process" / "join.md"
    text = page.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = {name(c): c for c in CHECKS}[check](docs)
    assert any(said in p for p in problems), f"{said!r} not in {problems}"
    assert all(p.startswith("docs/") and "\n  remedy: " in p for p in problems)


@pytest.mark.parametrize("language", twins.LANGUAGES)
def test_a_missing_twin_is_told(docs: Path, language: str) -> None:
    (docs / language / "process" / "join.md").unlink()
    (problem,) = page_checks.missing_twins(docs)
    assert f"write docs/{language}/process/join.md" in problem
