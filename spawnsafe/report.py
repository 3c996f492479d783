"""Findings as text, JSON, SARIF 2.1.0 and GitHub annotations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from .check import RULES, Finding
from .errors import BadInput

FORMATS = ("text", "json", "sarif", "github")
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_WORDS = {
    "en": {
        "remedy": "remedy",
        "clean": "{files} checked: no findings",
        "found": "{files} checked: {findings}",
        "files": ("1 file", "{} files"),
        "findings": ("1 finding", "{} findings"),
        "colon": ": ",
        "bad": ", {} not readable",
    },
    "zh": {
        "remedy": "办法",
        "clean": "检查了 {files}：没有发现问题",
        "found": "检查了 {files}：{findings}",
        "files": ("1 个文件", "{} 个文件"),
        "findings": ("1 个问题", "{} 个问题"),
        "colon": "：",
        "bad": "，{} 个文件读不了",
    },
}


@dataclass(frozen=True)
class Checked:
    """A file that was checked: its findings, or why it can't be read."""

    file: Path
    findings: Sequence[Finding] = ()
    problem: BadInput | None = None


def link(page: str, language: str, site: str) -> str:
    """Where a page of the site is: an address, or a path if no site is configured.

    Args:
        page: ``path.md#anchor`` below ``docs/<language>/``.
        site: the site's address, or "".
    """
    path, hash_sign, anchor = page.partition("#")
    path = path.removesuffix(".md")
    path = path.removesuffix("index") if path.endswith("/index") else path + "/"
    prefix = "" if language == "zh" else f"{language}/"
    base = f"{site.rstrip('/')}/" if site else "/"
    return f"{base}{prefix}{path}{hash_sign}{anchor}"


def render(
    files: Sequence[Checked], format: str, *, language: str, site: str = ""
) -> str:
    """The report in one of FORMATS; text without a final newline."""
    write = {"text": _text, "json": _json, "sarif": _sarif, "github": _github}[format]
    return write(files, language, site)


def _text(files: Sequence[Checked], language: str, site: str) -> str:
    words, lines = _WORDS[language], []
    for one in files:
        for each in one.findings:
            lines += [
                f"{one.file}:{each.line}:{each.column}: {each.rule.id} "
                f"{each.rule.name}{words['colon']}{each.message(language)}",
                f"  {words['remedy']}{words['colon']}{each.remedy(language)}",
                f"  {link(each.page, language, site)}",
            ]
    findings = sum(len(one.findings) for one in files)
    bad = sum(one.problem is not None for one in files)
    summary = words["found" if findings else "clean"].format(
        files=_number(len(files) - bad, words["files"]),
        findings=_number(findings, words["findings"]),
    )
    return "\n".join([*lines, summary + (words["bad"].format(bad) if bad else "")])


def _number(n: int, forms: tuple[str, str]) -> str:
    return forms[0] if n == 1 else forms[1].format(n)


def _json(files: Sequence[Checked], language: str, site: str) -> str:
    document = [
        {
            "file": one.file.as_posix(),
            "findings": [_finding(each, language, site) for each in one.findings],
            "unreadable": None
            if one.problem is None
            else {
                "problem": one.problem.problem,
                "line": one.problem.line,
                "remedy": one.problem.remedy,
            },
        }
        for one in files
    ]
    return json.dumps({"files": document}, ensure_ascii=False, indent=2)


def _finding(one: Finding, language: str, site: str) -> dict[str, object]:
    return {
        "rule": one.rule.id,
        "name": one.rule.name,
        "level": one.rule.level,
        "line": one.line,
        "column": one.column,
        "end_line": one.end_line,
        "end_column": one.end_column,
        "message": one.message(language),
        "remedy": one.remedy(language),
        "link": link(one.page, language, site),
    }


def _sarif(files: Sequence[Checked], language: str, site: str) -> str:
    rules = sorted(RULES.values(), key=lambda rule: rule.id)
    index = {rule.id: number for number, rule in enumerate(rules)}
    results = [
        {
            "ruleId": each.rule.id,
            "ruleIndex": index[each.rule.id],
            "level": each.rule.level,
            "message": {"text": f"{each.message(language)} {each.remedy(language)}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(one.file)},
                        "region": {
                            "startLine": each.line,
                            "startColumn": each.column,
                            "endLine": each.end_line,
                            "endColumn": each.end_column,
                        },
                    }
                }
            ],
        }
        for one in files
        for each in one.findings
    ]
    driver: dict[str, object] = {"name": "spawnsafe", "rules": []}
    for rule in rules:
        where = link(rule.page, language, site)
        entry: dict[str, object] = {
            "id": rule.id,
            "name": rule.name,
            "shortDescription": {"text": rule.title[language]},
            "help": {"text": where},
            "defaultConfiguration": {"level": rule.level},
        }
        if site:
            entry["helpUri"] = where  # has to be an absolute address
        driver["rules"].append(entry)
    problems = [one for one in files if one.problem is not None]
    invocation = {
        "executionSuccessful": not problems,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": f"{one.problem.problem} {one.problem.remedy}"},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": _uri(one.file)},
                            "region": {"startLine": one.problem.line or 1},
                        }
                    }
                ],
            }
            for one in problems
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": {"zh": "zh-CN"}.get(language, language),
        "invocations": [invocation],
        "results": results,
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _uri(file: Path) -> str:
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())


def _github(files: Sequence[Checked], language: str, site: str) -> str:
    lines = []
    for one in files:
        if one.problem is not None:
            places = {"file": one.file.as_posix(), "line": str(one.problem.line or 1)}
            text = f"{one.problem.problem}\n{one.problem.remedy}"
            lines.append(_annotation("error", places, text))
        for each in one.findings:
            places = {
                "file": one.file.as_posix(),
                "line": str(each.line),
                "endLine": str(each.end_line),
                "title": f"{each.rule.id} {each.rule.name}",
            }
            if each.line == each.end_line:  # GitHub takes columns in one line only
                places |= {"col": str(each.column), "endColumn": str(each.end_column)}
            where = link(each.page, language, site)
            text = f"{each.message(language)}\n{each.remedy(language)}\n{where}"
            lines.append(_annotation(each.rule.level, places, text))
    return "\n".join(lines)


def _annotation(level: str, places: dict[str, str], text: str) -> str:
    fields = ",".join(
        f"{name}={_escape(value, ':,')}" for name, value in places.items()
    )
    return f"::{level} {fields}::{_escape(text)}"


def _escape(text: str, more: str = "") -> str:
    """Percent-encoding of what would end an annotation or one of its fields."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
