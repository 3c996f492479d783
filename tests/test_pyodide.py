"""Pyodide: what npm gives is compared with the pin before anything of it is used."""

from __future__ import annotations

import io
import json
import re
import stat
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from spawnsafe import pyodide
from spawnsafe.errors import BadInput

ROOT = Path(__file__).parent.parent


def packed(folder: Path) -> Path:
    """A package with small files, where npm would put it."""
    file = folder / "packed.tgz"
    with tarfile.open(file, "w:gz") as tar:
        for number, name in enumerate((*pyodide.FILES, "README.md")):
            data = name.encode() * (number + 1)
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return file


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An npm that gives a small package, and counts how often; pinned is that one."""
    given = packed(tmp_path)
    calls = []
    monkeypatch.setattr(pyodide, "INTEGRITY", pyodide.integrity(given))
    monkeypatch.setattr(pyodide.shutil, "which", lambda name: f"/bin/{name}")

    def run(command, cwd=None, **_):
        calls.append(command)
        Path(cwd, f"pyodide-{pyodide.VERSION}.tgz").write_bytes(given.read_bytes())
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(pyodide.subprocess, "run", run)
    return calls


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_fetched_once_then_published(npm: list, cache: Path, tmp_path: Path) -> None:
    kept = pyodide.fetch(cache)
    assert pyodide.fetch(cache) == kept and len(npm) == 1
    assert npm[0][:3] == ["/bin/npm", "pack", f"pyodide@{pyodide.VERSION}"]
    assert [file.name for file in cache.iterdir()] == [kept.name]
    assert pyodide.publish(cache, tmp_path / "site" / "pyodide")
    published = {
        f.name: f.stat().st_size for f in (tmp_path / "site/pyodide").iterdir()
    }
    notice = published.pop("NOTICE.txt")
    assert published == pyodide.sizes(cache) and notice > 300


def test_the_licences_are_named() -> None:
    said = " ".join(pyodide.NOTICE.split())
    assert "Mozilla Public License 2.0" in said and "source code" in said
    assert "Python Software Foundation License" in said


def test_another_package_than_the_pinned_one(npm, cache: Path, monkeypatch) -> None:
    monkeypatch.setattr(pyodide, "INTEGRITY", "sha512-other")
    with pytest.raises(BadInput, match="isn't the pinned one"):
        pyodide.fetch(cache)
    assert list(cache.iterdir()) == []
    assert pyodide.sizes(cache) == {}


def test_a_damaged_cache_is_fetched_again(npm: list, cache: Path) -> None:
    kept = pyodide.fetch(cache)
    good = kept.read_bytes()
    kept.write_bytes(good[:-9])
    assert pyodide.sizes(cache) == {}
    assert not pyodide.publish(cache, cache / "site")
    pyodide.fetch(cache)
    assert len(npm) == 2 and kept.read_bytes() == good


def test_no_npm(cache: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(pyodide.shutil, "which", lambda name: None)
    with pytest.raises(BadInput, match="there is no npm"):
        pyodide.fetch(cache)
    monkeypatch.setattr(pyodide, "CACHE", cache)
    assert pyodide.main([]) == 2
    assert pyodide.main(["--if-possible"]) == 0
    assert capsys.readouterr().err.count("  remedy: install Node.js") == 2


@pytest.mark.parametrize("code, said", [(1, "E404 no such package"), (0, "")])
def test_npm_fails(npm, cache: Path, code: int, said: str, monkeypatch) -> None:
    def run(command, **_):
        return subprocess.CompletedProcess(command, code, "", said)

    monkeypatch.setattr(pyodide.subprocess, "run", run)
    with pytest.raises(BadInput, match=said or "it said nothing"):
        pyodide.fetch(cache)
    assert list(cache.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the npm here is a shell script")
def test_npm_is_found_on_path(npm, cache: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.undo()
    tool = tmp_path / "bin" / "npm"
    tool.parent.mkdir()
    name = f"pyodide-{pyodide.VERSION}.tgz"
    tool.write_text(f'#!/bin/sh\ncp "{packed(tmp_path)}" {name}\n', encoding="utf-8")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tool.parent), prepend=":")
    monkeypatch.setattr(
        pyodide, "INTEGRITY", pyodide.integrity(tmp_path / "packed.tgz")
    )
    assert pyodide.fetch(cache).is_file()


def test_the_pin_is_moved(npm, tmp_path: Path, monkeypatch) -> None:
    newest = {"version": "999.1.2", "dist.integrity": "sha512-new=="}

    def run(command, **_):
        assert command[1:3] == ["view", "pyodide"]
        return subprocess.CompletedProcess(command, 0, json.dumps(newest), "")

    monkeypatch.setattr(pyodide.subprocess, "run", run)
    source = tmp_path / "pyodide.py"
    original = Path(pyodide.__file__).read_text(encoding="utf-8")
    source.write_text(original, encoding="utf-8")
    assert pyodide.pin(source) == "999.1.2"
    changed = source.read_text(encoding="utf-8")
    assert 'VERSION = "999.1.2"\nINTEGRITY = "sha512-new=="\n' in changed
    assert len(changed.splitlines()) == len(original.splitlines())


def test_the_pin_is_exact_and_names_no_host() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", pyodide.VERSION)
    assert re.fullmatch(r"sha512-[\w+/]{86}==", pyodide.INTEGRITY)
    source = Path(pyodide.__file__).read_text(encoding="utf-8")
    assert "registry." not in source


def test_the_cache_is_not_committed() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert f"{pyodide.CACHE}/" in ignored


def test_the_package_has_the_files() -> None:
    """The real one, where it was fetched."""
    cache = ROOT / pyodide.CACHE
    if not pyodide.package(cache).is_file():
        pytest.skip("Pyodide isn't here: python -m spawnsafe.pyodide")
    sizes = pyodide.sizes(cache)
    assert sizes.keys() == set(pyodide.FILES), "damaged: fetch it again"
    assert all(sizes.values())
