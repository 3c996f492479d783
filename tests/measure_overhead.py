"""Measure what the machinery costs, on top of the snippets' own time.

Verifies snippets side by side, on as many CPUs as there are, then runs the same ones
bare (``python snippet.py``), one after the other, and prints

    wall time of the first / (sum of the second / CPUs)

1.0 means that checking is free; the aim is 1.2 or less. Only default start methods
count, since a bare run has no other, and only programs that end by themselves.
Run it on an idle machine: python -m tests.measure_overhead [--interpreters FILE]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from spawnsafe import interpreter, snippet, verify
from spawnsafe.interpreter import Interpreter, clean_environment
from spawnsafe.snippet import Snippet

ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--interpreters", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only each N-th snippet")
    options = parser.parse_args()
    file = options.interpreters
    pythons = interpreter.load(file) if file else [interpreter.this_python()]
    cases = [
        (one, python)
        for one in snippet.load_all(ROOT / "snippets")[:: options.every]
        for python, method, why_not in verify.contexts(one, pythons)
        if why_not is None and method == python.default_method
        if verify.expected(one, python, method).running is None
    ]
    print(f"{len(cases)} programs, {os.cpu_count()} CPUs", flush=True)
    start = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = list(pool.map(lambda case: verified(*case), cases))
    wall = time.perf_counter() - start
    failed = sum(map(bool, problems))
    print(f"verified in {wall:.1f} s, {failed} failed", flush=True)
    total = sum(bare(*case) for case in cases)
    ideal = total / os.cpu_count()
    print(f"bare: {total:.1f} s, on {os.cpu_count()} CPUs {ideal:.1f} s")
    print(f"overhead: {wall / ideal:.2f}")


def verified(one: Snippet, python: Interpreter) -> list[str]:
    return verify.verify(one, python, python.default_method)


def bare(one: Snippet, python: Interpreter) -> float:
    """Seconds that a snippet takes by itself."""
    with tempfile.TemporaryDirectory(prefix="ss-") as folder:
        start = time.perf_counter()
        subprocess.run(
            [*python.command, str(one.path.resolve())],
            cwd=folder,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
        )
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
