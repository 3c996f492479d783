"""The data files of the reference pages: bad ones name file, line and remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from spawnsafe import api, glossary, inventory, tables
from spawnsafe.errors import BadInput

GOOD = """# a comment
[first]
en = "x"

["os.fork"]
en = "y"
"""


def test_tables_and_their_lines(tmp_path: Path):
    file = tmp_path / "data.toml"
    file.write_bytes(GOOD.replace("\n", "\r\n").encode())
    read = tables.read(file)
    assert read.data == {"first": {"en": "x"}, "os.fork": {"en": "y"}}
    assert read.lines["first"] == 2 and read.lines["os.fork"] == 5
    assert str(read.bad("os.fork", "wrong", "mend it")).startswith(f"{file}:5: ")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('en = "y"', "en = y", 6, "not valid TOML"),
        ("# a comment", "top = 1", 1, "top: not a table"),
        ('"y"', '"\udcff"', 6, "not UTF-8"),
    ],
)
@pytest.mark.parametrize("load", [api.load, glossary.load, inventory.load])
def test_bad_files_name_line_and_remedy(tmp_path, old, new, line, says, load):
    file = tmp_path / "data.toml"
    text = GOOD.replace(old, new, 1)
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BadInput) as caught:
        load(file)
    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert says in caught.value.problem and caught.value.remedy


@pytest.mark.parametrize("load", [api.load, glossary.load, inventory.load])
def test_a_missing_file_is_told(tmp_path: Path, load):
    with pytest.raises(BadInput, match="no such file"):
        load(tmp_path / "data.toml")


def test_a_changed_file_is_read_again(tmp_path: Path):
    reads = []
    load = tables.cached(lambda read: reads.append(1) or read.data)
    file = tmp_path / "data.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert load(file) is load(file)
    file.write_text(GOOD.replace('"y"', '"z"'), encoding="utf-8")
    os.utime(file, ns=(1, 1))  # another time, however coarse the clock of the disk
    assert load(file)["os.fork"] == {"en": "z"}
    assert len(reads) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [("[G01]\nzh = '锁'\n", "no such table"), ("[notes.000]\nname = 'x'\n", "no file")],
)
def test_the_inventory_needs_its_notes(tmp_path: Path, text: str, says: str):
    file = tmp_path / "inventory.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=says):
        inventory.load(file)
