"""The site, built once for all tests that look at it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Below a path, as a project's site on GitHub Pages: links from the root break there.
PATH = "/multiprocessing-by-example/"
URL = f"https://someone.github.io{PATH}"
REPOSITORY = "https://github.com/someone/multiprocessing-by-example"


def build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the site as CI does."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "REPO_URL": REPOSITORY,
        "SITE_URL": URL,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(
        [*command, "--site-dir", str(site)],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site's folder, and what was wrong with it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = build(ROOT, folder)
    lines = done.stderr.splitlines()
    said = "\n".join(line for line in lines if not line.startswith("INFO"))
    return folder, said or "unknown" if done.returncode else ""
