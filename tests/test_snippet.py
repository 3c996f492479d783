"""Snippets: metadata, sections, fingerprint, and what is wrong with bad files."""

from __future__ import annotations

from pathlib import Path

import pytest

from spawnsafe.errors import BadInput
from spawnsafe.snippet import Snippet, load

WHOLE = """\
# /// script
# requires-python = ">=3.14"
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# start-methods = ["fork"]
# reason = "os.fork exists on POSIX only"
# reason-zh = "只有 POSIX 系统有 os.fork"
# timeout = 20
# ///
import os


def child():
    # --8<-- [start:body]
    if os.getpid():
        print("child")
    # --8<-- [end:body]


child()
"""


@pytest.fixture
def write(tmp_path: Path):
    def write(source: str | bytes, **transcripts: str) -> Snippet:
        path = tmp_path / "x.py"
        data = source if isinstance(source, bytes) else source.encode()
        path.write_bytes(data)
        return load(path, tmp_path)

    return write


def test_requirements(write) -> None:
    requires = write(WHOLE).requires
    assert requires.platforms == ("linux", "macos")
    assert requires.methods == ("fork",)
    assert requires.timeout == 20
    assert requires.why_not("linux", "3.14.2", "fork") is None
    assert requires.why_not("linux", "3.15.0rc1", "fork") is None
    reason = "os.fork exists on POSIX only"
    assert requires.why_not("linux", "3.13.9", "fork") == reason
    assert requires.why_not("linux", "3.14.0", "spawn") == reason
    assert requires.why_not("win32", "3.14.0", "fork") == reason


def test_page_shows_neither_metadata_nor_markers(write) -> None:
    display = write(WHOLE).display
    assert display.startswith("import os\n")
    assert "///" not in display and "--8<--" not in display


def test_sections_are_dedented(write) -> None:
    assert write(WHOLE).sections == {"body": 'if os.getpid():\n    print("child")\n'}


def test_fingerprint_changes_with_code_and_transcripts(tmp_path: Path, write) -> None:
    first = write("print(1)\n").fingerprint
    assert write(b"print(1)\r\n").fingerprint == first
    assert write("print(2)\n").fingerprint != first
    (tmp_path / "x.out").write_text("1\n", encoding="utf-8")
    second = write("print(1)\n").fingerprint
    assert second != first
    (tmp_path / "x.spawn.out").write_text("1\n", encoding="utf-8")
    third = write("print(1)\n").fingerprint
    assert third not in (first, second)
    (tmp_path / "xy.out").write_text("another snippet's\n", encoding="utf-8")
    assert write("print(1)\n").fingerprint == third


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('["fork"]', '["frok"]', 5, "unknown name 'frok'"),
        ('["linux", "macos"]', '["linux", "solaris"]', 4, "unknown name 'solaris'"),
        ('["linux", "macos"]', '"linux"', 4, "platforms must be a list"),
        ('["linux", "macos"]', "[]", 4, "platforms must be a list"),
        ('">=3.14"', '"3.14 or so"', 2, "no version specifier"),
        ("timeout = 20", "timeout = 0", 8, "timeout must be a number"),
        ("timeout = 20", 'timeout = "20"', 8, "timeout must be a number"),
        ("timeout = 20", "tiemout = 20", 8, "unknown key 'tiemout'"),
        ("timeout = 20", "timeout = ", 8, "not valid TOML"),
        ("timeout = 20", "sets-start-method = 1", 8, "must be true or false"),
        ('# reason = "os.fork exists on POSIX only"\n', "", 1, "needs a reason"),
        ('# reason-zh = "只有 POSIX 系统有 os.fork"\n', "", 1, "needs a reason-zh"),
        ("# ///\nimport", "import", 1, "metadata block is malformed"),
        ("import os\n", "import os os\n", 10, "not valid Python"),
        ("    # --8<-- [end:body]\n", "", 14, "section 'body' is not closed"),
        ("    # --8<-- [start:body]\n", "", 16, "ends but never started"),
        ("# --8<-- [end:body]", "# --8<-- [start:body]", 17, "starts twice"),
    ],
)
def test_bad_snippets_name_file_line_and_remedy(
    write, tmp_path, old, new, line, says
) -> None:
    assert old in WHOLE
    with pytest.raises(BadInput) as caught:
        write(WHOLE.replace(old, new, 1))
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'x.py'}:{line}: "), message
    assert says in message
    assert "remedy: " in message


def test_other_bad_files(write, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="not UTF-8"):
        write("# 中文\n".encode("gbk"))
    with pytest.raises(BadInput, match="not valid Python"):
        write(b"print(1)\0\n")
    with pytest.raises(BadInput, match="no such snippet"):
        load(tmp_path / "missing.py", tmp_path)


def test_no_transcript_for_a_run(write) -> None:
    with pytest.raises(BadInput, match="no transcript for linux, Python 3.14.2, fork"):
        write("print(1)\n").transcript("linux", "3.14.2", "fork")
