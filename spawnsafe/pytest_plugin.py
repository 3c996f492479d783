"""A pytest plugin: `pytest --spawnsafe` makes a failing test of each finding.

Installed with the package, it does nothing without that option.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

MARK = "spawnsafe"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("spawnsafe")
    group.addoption(
        "--spawnsafe",
        action="store_true",
        help="check how the Python files of the folders given start processes; "
        "a finding is a failure",
    )


def pytest_configure(config: pytest.Config) -> None:
    about = f"{MARK}: a file checked, or a finding, by --spawnsafe"
    config.addinivalue_line("markers", about)


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    if parent.config.getoption("--spawnsafe") and file_path.suffix in (".py", ".pyw"):
        return CheckedFile.from_parent(parent, path=file_path)
    return None


class CheckedFile(pytest.File):
    """A Python file: one test for each finding, one that passes if there is none."""

    def collect(self) -> Iterator[pytest.Item]:
        from . import check, examine
        from .errors import BadInput

        language = examine.system_language()
        try:
            findings = check.check(examine.read(self.path, language))
        except check.Unreadable as error:
            texts = error.problem[language], error.remedy[language]
            yield self.item(MARK, error.line or 1, *texts)
            return
        except BadInput as error:
            yield self.item(MARK, 1, error.problem, error.remedy)
            return
        if not findings:
            yield self.item(MARK, 1)
        for one in findings:
            rule = f"{one.rule.id} {one.rule.name}"
            message = f"{rule}: {one.message(language)}"
            name = f"{one.rule.id}:{one.line}:{one.column}"
            yield self.item(name, one.line, message, one.remedy(language))

    def item(
        self, name: str, line: int, problem: str = "", remedy: str = ""
    ) -> pytest.Item:
        item = Item.from_parent(self, name=name)
        item.line, item.problem, item.remedy = line, problem, remedy
        item.add_marker(MARK)
        return item


class Item(pytest.Item):
    """Passes where nothing was found; else fails and shows line, problem, remedy."""

    line: int
    problem: str
    remedy: str

    def runtest(self) -> None:
        if self.problem:
            raise Found(self.problem)

    def repr_failure(self, excinfo: pytest.ExceptionInfo, style=None):
        if not isinstance(excinfo.value, Found):
            return super().repr_failure(excinfo, style)
        place = f"{self.relative()}:{self.line}"
        return f"{place}: {self.problem}\n  {self.remedy}"

    def relative(self) -> str:
        try:
            return self.path.relative_to(self.config.invocation_params.dir).as_posix()
        except ValueError:
            return self.path.as_posix()

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, f"{self.relative()}::{self.name}"


class Found(Exception):
    """A finding; there is no traceback to show."""
