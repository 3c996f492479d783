"""`python -m spawnsafe FILE...` as a person and a program meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spawnsafe import report, tryout
from spawnsafe.__main__ import COMMANDS, main
from spawnsafe.check import RULES

WRONG = "from multiprocessing import Process\n\np = Process(target=lambda: 1)\n"
RIGHT = "from multiprocessing import Process\n\np = Process(target=print)\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    Path("wrong.py").write_text(WRONG, encoding="utf-8")
    Path("right.py").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def test_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["right.py"]) == 0
    assert capsys.readouterr().out == "1 file checked: no findings\n"
    assert main(["right.py", "wrong.py"]) == 1
    assert "2 files checked: 1 finding\n" in capsys.readouterr().out
    assert main(["wrong.py", "none.py"]) == 2  # and the finding is reported
    told = capsys.readouterr()
    assert "SS201" in told.out and told.err.startswith("none.py: there is no such file")
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    main(["wrong.py"])
    first, remedy, link, _ = capsys.readouterr().out.splitlines()
    assert first.startswith("wrong.py:3:20: SS201 unpicklable-target: A lambda can't")
    assert remedy.startswith("  remedy: ")
    assert link == "  /en/process/arguments/#pickle"
    main(["wrong.py", "--language", "zh", "--site", "https://example.org/guide/"])
    first, remedy, link, total = capsys.readouterr().out.splitlines()
    assert "不能 pickle" in first and remedy.startswith("  办法：")
    assert link == "  https://example.org/guide/process/arguments/#pickle"
    assert total == "检查了 1 个文件：1 个问题"


@pytest.mark.parametrize(
    ("locale", "language"), [("zh_CN.UTF-8", "zh"), ("de_DE.UTF-8", "en"), ("C", "en")]
)
def test_language_of_the_system(
    locale: str,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    main(["right.py"])
    assert ("检查了" in capsys.readouterr().out) == (language == "zh")


def test_site_address_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org")
    main(["wrong.py"])
    assert "  https://example.org/en/process/arguments/#pickle" in (
        capsys.readouterr().out.splitlines()
    )


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.py").write_text("x = (", encoding="utf-8")
    assert main(["--format", "json", "wrong.py", "bad.py"]) == 2
    wrong, bad = json.loads(capsys.readouterr().out)["files"]
    assert wrong["file"] == "wrong.py" and wrong["unreadable"] is None
    (finding,) = wrong["findings"]
    assert (finding["rule"], finding["line"], finding["column"]) == ("SS201", 3, 20)
    assert finding["level"] == "error" and finding["remedy"] and finding["message"]
    assert bad["findings"] == [] and bad["unreadable"]["line"] == 1
    assert "valid Python" in bad["unreadable"]["problem"]


def test_sarif(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spaced = folder / "my script.py"
    spaced.write_text(WRONG, encoding="utf-8")
    main(["--format", "sarif", "my script.py", str(spaced), "none.py"])
    document = json.loads(capsys.readouterr().out)
    assert document["version"] == "2.1.0" and document["$schema"] == report.SCHEMA
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == {rule.id for rule in RULES.values()}
    assert all("helpUri" not in rule for rule in rules)  # a path is no address
    relative, absolute = run["results"]
    for result in (relative, absolute):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "SS201"
        assert result["level"] in ("error", "warning") and result["message"]["text"]
    place = relative["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20script.py"
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 20,
        "endLine": 3,
        "endColumn": 29,
    }
    place = absolute["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == spaced.as_uri()
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 1
    main(["--format", "sarif", "right.py", "--site", "https://example.org"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert run["results"] == [] and run["invocations"][0]["executionSuccessful"]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["helpUri"].startswith("https://example.org/en/")


def test_github_annotations(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a,b.py").write_text(WRONG, encoding="utf-8")
    assert main(["--format", "github", "a,b.py", "none.py"]) == 2
    finding, missing = capsys.readouterr().out.splitlines()
    fields, _, text = finding.removeprefix("::error ").partition("::")
    assert dict(field.split("=") for field in fields.split(",")) == {
        "file": "a%2Cb.py",
        "line": "3",
        "endLine": "3",
        "col": "20",
        "endColumn": "29",
        "title": "SS201 unpicklable-target",
    }
    assert text.count("%0A") == 2
    assert missing.startswith("::error file=none.py,line=1::there is no such file%0A")
    main(["--format", "github", "right.py"])
    assert capsys.readouterr().out == ""


def test_github_gives_no_columns_over_several_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "from multiprocessing import Process\nProcess(target=lambda: (\n1))\n"
    Path("long.py").write_text(text, encoding="utf-8")
    main(["--format", "github", "long.py"])
    line = capsys.readouterr().out
    assert "line=2,endLine=3," in line and "col=" not in line


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"x = 1\0", "null byte"),
        (b"x = '\xff'", "not text in utf-8"),
        (b'{"cells": [], "nbformat": 4}', "a notebook"),
        (b"(" * 10_000, "remedy"),
        (b"x = (\n", "bad.py:1: no valid Python"),
        (b" " * 10_000_001, "larger than"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_unreadable_files(
    content: bytes, told: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.py").write_bytes(content)
    assert main(["bad.py", "--language", language]) == 2
    error = capsys.readouterr().err
    assert error.startswith("bad.py:") and "Traceback" not in error
    assert language == "zh" or told in error


def test_folders_and_empty_files(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sub").mkdir()
    assert main(["sub"]) == 2
    assert "a folder, not a file" in capsys.readouterr().err
    Path("empty.py").write_bytes(b"")
    assert main(["empty.py"]) == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_wins_and_a_path_is_a_file(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(WRONG, encoding="utf-8")
    assert main([f"./{name}"]) == 1
    assert f"{name}:3:20" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main([name, "--help"])
    assert f"spawnsafe {name}" in capsys.readouterr().out


def test_options_of_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["wrong.py", "--method", "spawn"]) == 2
    assert "--method is about runs" in capsys.readouterr().err
    assert main(["wrong.py", "--run", "--format", "sarif"]) == 2
    assert "no format sarif" in capsys.readouterr().err
    seen = {}

    def command(files: list[Path], **options: object) -> int:
        seen.update(options, files=files)
        return 1

    monkeypatch.setattr(tryout, "command", command)
    line = "--run right.py --method spawn --only linux --seconds 5 --format json"
    assert main(line.split()) == 1
    assert seen == {
        "files": [Path("right.py")],
        "interpreters": None,
        "only": "linux",
        "methods": ["spawn"],
        "language": "en",
        "format": "json",
        "seconds": 5.0,
    }
