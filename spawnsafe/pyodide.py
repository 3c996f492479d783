"""Pyodide, the Python that runs in a browser: fetched by npm, checked, published.

``python -m spawnsafe.pyodide`` puts the npm package into .cache/ and ends with exit
code 2 if that can't be done. The package stays packed; its hash is compared each time
that something is taken out.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from functools import lru_cache
from pathlib import Path

from .errors import BadInput

# `python dev.py pin` rewrites both
VERSION = "314.0.7"
INTEGRITY = "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="

CACHE = Path(".cache")
FILES = (  # of the package, what a browser asks for
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
NOTICE = f"""\
Pyodide {VERSION}: {", ".join(FILES)}.

These files are those of the npm package "pyodide", unchanged. Pyodide is under the
Mozilla Public License 2.0, https://www.mozilla.org/MPL/2.0/. Its source code is at
https://github.com/pyodide/pyodide, version {VERSION}.

They contain CPython and its standard library, under the Python Software Foundation
License Version 2, https://docs.python.org/3/license.html. Copyright (c) Python
Software Foundation; All Rights Reserved.
"""
SECONDS = 300  # for npm


def package(cache: Path) -> Path:
    """Where the package is kept, there or not."""
    return cache / f"pyodide-{VERSION}.tgz"


def fetch(cache: Path) -> Path:
    """The package, from npm if it isn't in the cache yet.

    Raises:
        BadInput: there is no npm, it fails, or what comes isn't the pinned package.
    """
    kept = package(cache)
    if kept.is_file() and integrity(kept) == INTEGRITY:
        return kept
    npm = shutil.which("npm")  # npm.cmd on Windows
    if npm is None:
        raise BadInput(
            "Pyodide can't be fetched: there is no npm",
            remedy="install Node.js, which brings npm (https://nodejs.org)",
        )
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        command = [npm, "pack", f"pyodide@{VERSION}", "--ignore-scripts", "--silent"]
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise _failed(f"it took more than {SECONDS} s") from None
        got = Path(folder, kept.name)
        if done.returncode or not got.is_file():
            raise _failed((done.stderr or done.stdout).strip() or "it said nothing")
        if integrity(got) != INTEGRITY:
            raise BadInput(
                f"the package pyodide {VERSION} that npm gave isn't the pinned one: "
                f"{integrity(got)}",
                remedy="see where npm is configured to get its packages from",
            )
        got.replace(kept)
    return kept


def _failed(why: str) -> BadInput:
    return BadInput(
        f"npm could not fetch pyodide {VERSION}: {why}",
        remedy="is the network up? npm is configured by `npm config`: registry, proxy",
    )


def integrity(file: Path) -> str:
    """The hash of a file as npm writes it."""
    digest = hashlib.sha512(file.read_bytes()).digest()
    return f"sha512-{base64.b64encode(digest).decode()}"


def sizes(cache: Path) -> dict[str, int]:
    """The bytes of each file; empty where there is no package, or another one."""
    kept = package(cache)
    if not kept.is_file():
        return {}
    return dict(_sizes(kept, kept.stat().st_mtime_ns))


@lru_cache
def _sizes(kept: Path, stamp: int) -> tuple[tuple[str, int], ...]:
    if integrity(kept) != INTEGRITY:
        return ()
    with tarfile.open(kept) as tar:
        return tuple((name, tar.getmember(f"package/{name}").size) for name in FILES)


def publish(cache: Path, target: Path) -> bool:
    """Put the files and their licence into a folder; False if there is no package."""
    if not sizes(cache):
        return False
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(package(cache)) as tar:
        for name in FILES:
            data = tar.extractfile(f"package/{name}").read()
            (target / name).write_bytes(data)
    (target / "NOTICE.txt").write_text(NOTICE, encoding="utf-8", newline="\n")
    return True


def pin(source: Path) -> str:
    """Write the newest version and its hash into this file; returns the version."""
    npm = shutil.which("npm")
    if npm is None:
        raise BadInput("there is no npm", remedy="install Node.js, which brings it")
    command = [npm, "view", "pyodide", "version", "dist.integrity", "--json"]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=SECONDS
    )
    if done.returncode:
        raise BadInput(
            f"npm could not look up pyodide: {done.stderr.strip()}",
            remedy="is the network up? npm is configured by `npm config`",
        )
    newest = json.loads(done.stdout)
    text = source.read_text(encoding="utf-8")
    for name, value in (
        ("VERSION", newest["version"]),
        ("INTEGRITY", newest["dist.integrity"]),
    ):
        line = f'{name} = "{value}"'
        text = re.sub(rf'(?m)^{name} = "[^"\n]*"$', lambda _, line=line: line, text)
    source.write_text(text, encoding="utf-8", newline="\n")
    return newest["version"]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m spawnsafe.pyodide",
        description="Put the pinned Pyodide into .cache/, for the site to publish.",
    )
    parser.add_argument(
        "--if-possible", action="store_true", help="exit code 0 without it, too"
    )
    parser.add_argument(
        "--pin", action="store_true", help="only move the pin to the newest version"
    )
    options = parser.parse_args(arguments)
    try:
        if options.pin:
            print(f"pyodide: pinned {pin(Path(__file__))}", flush=True)
            return 0
        fetch(CACHE)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 0 if options.if_possible else 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
