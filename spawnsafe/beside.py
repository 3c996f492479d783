"""The files beside a script that a throw-away copy of its folder needs."""

from __future__ import annotations

import os
from pathlib import Path

from spawnsafe.errors import BadInput

MAX_BYTES = 100_000_000
MAX_FILES = 5_000

# made by tools and made again by them; never read by a script as its data
LEFT_OUT = {
    *("__pycache__", ".git", ".hg", ".svn", ".venv", "venv", "node_modules", ".tox"),
    *(".nox", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".ipynb_checkpoints"),
}


def beside(
    script: Path, *, max_bytes: int = MAX_BYTES, max_files: int = MAX_FILES
) -> list[tuple[Path, str]]:
    """Each file of the script's folder, and its path in the folder, without the script.

    Left out are what tools keep for themselves, links to folders (a program could write
    through them into the original), what is no regular file, and what can't be read.

    Raises:
        BadInput: there are more than `max_files`, or more than `max_bytes` in them.
    """
    folder = script.absolute().parent
    found: list[tuple[Path, str]] = []
    size = 0
    for directory, folders, names in os.walk(folder):  # into no links
        folders[:] = sorted(set(folders) - LEFT_OUT)
        for name in sorted(names):
            path = Path(directory, name)
            if path == folder / script.name:
                continue
            if not path.is_file() or not os.access(path, os.R_OK):
                continue
            size += path.stat().st_size
            found.append((path, path.relative_to(folder).as_posix()))
            if size > max_bytes or len(found) > max_files:
                raise BadInput(
                    f"its folder {folder} is too large to be copied: more than"
                    f" {max_bytes / 1e6:g} MB or {max_files} files",
                    file=script,
                    remedy="put the script into a folder of its own, with the files"
                    " that it needs",
                )
    return found
