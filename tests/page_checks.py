"""Checks of the pages' sources, for any folder that holds zh/ and en/.

Each takes that folder and returns problems as text: file, line, and what to do.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import markdown

from spawnsafe.errors import BadInput
from spawnsafe.twins import LANGUAGES, pages, twin_of

# What a page may show itself: not code that could be run, that comes from snippets/.
FENCES = ("console", "text", "toml", "yaml", "json", "ini", "diff")

_FENCE = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_HEADING = re.compile(r"[ \t]*(?P<level>#{1,6})(?!#)[ \t]*(?P<text>.*)")
_ID = re.compile(r"\{[^{}]*#(?P<id>[^\s{}]+)[^{}]*\}[ \t]*#*[ \t]*$")
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s)>]*)"  # [text](target), ![text](target "title")
    r"|^[ ]{0,3}\[[^\]^]+\]:\s+<?(?P<reference>[^\s>]+)"  # [name]: target
    r"""|<(?:a|img)\b[^>]*?\b(?:href|src)=["'](?P<html>[^"']*)""",
    re.M,
)
_INLINE_CODE = re.compile(r"(`+)(?:.*?[^`])??\1(?!`)")


@dataclass(frozen=True)
class Page:
    """A page's source; the lines of its fenced blocks are empty in `lines`."""

    path: Path
    front: dict[str, tuple[int, str]]  # key -> line, value
    lines: list[tuple[int, str]]  # line number, text
    fences: list[tuple[int, str]]  # line number of the opening, its info string

    @classmethod
    def read(cls, path: Path) -> Page:
        source = path.read_text(encoding="utf-8-sig").splitlines()
        front, start = {}, 0
        if source and source[0].rstrip() == "---":
            closing = [at for at, line in enumerate(source) if line.rstrip() == "---"]
            start = closing[1] + 1 if len(closing) > 1 else 0
            for number, line in enumerate(source[1 : max(start - 1, 1)], 2):
                key, colon, value = line.partition(":")
                if colon and not line[0].isspace():
                    front[key] = (number, value.strip().strip("\"'"))
        lines, fences, fence = [], [], None
        for number, line in enumerate(source[start:], start + 1):
            found = _FENCE.fullmatch(line)
            if fence is None and found and "`" not in found["info"]:
                fence = found["mark"]
                fences.append((number, found["info"].strip()))
                line = ""
            elif fence is not None:
                if line.strip(" \t>") and set(line.strip(" \t>")) == {fence[0]}:
                    if len(line.strip(" \t>")) >= len(fence):
                        fence = None
                line = ""
            lines.append((number, line))
        return cls(path, front, lines, fences)

    @property
    def headings(self) -> list[tuple[int, int, str | None]]:
        """(line, level, explicit id or None)"""
        found = []
        for number, line in self.lines:
            if match := _HEADING.fullmatch(line):
                ident = _ID.search(match["text"])
                found.append((number, len(match["level"]), ident and ident["id"]))
        return found

    @property
    def inclusions(self) -> list[tuple[int, str]]:
        return [
            (number, " ".join(line.split()))
            for number, line in self.lines
            if line.lstrip().startswith(":::")
        ]

    @property
    def sections(self) -> list[tuple[int, list[str]]]:
        """(line of the heading, the relative links up to the next heading)"""
        starts = {number for number, _, _ in self.headings}
        sections: list[tuple[int, list[str]]] = [(1, [])]
        for number, line in self.lines:
            if number in starts:
                sections.append((number, []))
            for match in _LINK.finditer(_INLINE_CODE.sub("", line)):
                target = next(filter(None, match.groups()), "")
                if target and not re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.I):
                    sections[-1][1].append(target)
        return sections


def problem(text: str, file: Path, line: int | None, remedy: str) -> str:
    """One problem, worded like any bad input of this project."""
    try:
        file = file.resolve().relative_to(Path.cwd())
    except ValueError:
        pass
    return str(BadInput(text, file=file.as_posix(), line=line, remedy=remedy))


def twins(docs: Path) -> list[tuple[Path, Path]]:
    """Each pair of pages that there is: (Chinese, English)."""
    pairs = [(page, twin_of(page, docs)) for page in pages(docs)]
    return [(p, t) for p, t in pairs if t.is_file() and p.is_relative_to(docs / "zh")]


def missing_twins(docs: Path) -> list[str]:
    """Pages that only one language has."""
    found = []
    for page in pages(docs):
        twin = twin_of(page, docs)
        if not twin.is_file():
            name = twin.relative_to(docs).as_posix()
            remedy = f"write {docs.name}/{name}, or remove this page"
            text = "this page is missing in the other language"
            found.append(problem(text, page, None, remedy))
    return found


def headings(docs: Path) -> list[str]:
    """Headings without explicit id, ids that are used twice or no plain words, and
    pages whose headings differ from their twin's."""
    found = []
    for page in map(Page.read, pages(docs)):
        seen: dict[str, int] = {}
        levels = [level for _, level, _ in page.headings]
        if levels.count(1) != 1 or levels[0] != 1:
            remedy = (
                "begin the page with its title, '# Title { #id }', and no second one"
            )
            found.append(
                problem("a page has one level-1 heading, first", page.path, 1, remedy)
            )
        for number, _, ident in page.headings:
            if ident is None:
                remedy = (
                    "end it with an English id, the same in both languages: { #id }"
                )
                found.append(
                    problem("heading without explicit id", page.path, number, remedy)
                )
            elif not re.fullmatch(r"[a-z][a-z0-9-]*", ident):
                remedy = "use small letters, digits and hyphens: { #like-this }"
                found.append(
                    problem(f"heading id {ident!r}", page.path, number, remedy)
                )
            elif ident in seen:
                remedy = f"rename one; the other is in line {seen[ident]}"
                text = f"heading id {ident!r} stands twice"
                found.append(problem(text, page.path, number, remedy))
            else:
                seen[ident] = number
        found += _underlined(page)
    for zh, en in twins(docs):
        found += _compare(
            zh,
            en,
            [(n, f"{'#' * level} #{i}") for n, level, i in Page.read(zh).headings],
            [(n, f"{'#' * level} #{i}") for n, level, i in Page.read(en).headings],
            "heading",
        )
    return found


def _underlined(page: Page) -> list[str]:
    """Headings made by a line of === or --- below them: they would go unseen here."""
    found, before = [], ""
    for number, line in page.lines:
        if (
            re.fullmatch(r"(=+|-+)[ \t]*", line)
            and before.strip()
            and "|" not in before
        ):
            if not re.match(r"[ \t]|[-*+>] ", before):
                remedy = "write '## Heading { #id }', or an empty line above a rule"
                found.append(
                    problem("a line of this sort makes a heading", page.path, number, remedy)
                )  # fmt: skip
        before = line
    return found


def inclusions(docs: Path) -> list[str]:
    """Pages that don't place the same snippets in the same order as their twins."""
    found = []
    for zh, en in twins(docs):
        ours, theirs = Page.read(zh).inclusions, Page.read(en).inclusions
        found += _compare(zh, en, ours, theirs, "inclusion")
    return found


def _compare(
    zh: Path,
    en: Path,
    ours: list[tuple[int, str]],
    theirs: list[tuple[int, str]],
    kind: str,
) -> list[str]:
    """The first place where two lists of (line, text) part."""
    if [text for _, text in ours] == [text for _, text in theirs]:
        return []
    at = 0
    while at < min(len(ours), len(theirs)) and ours[at][1] == theirs[at][1]:
        at += 1
    line, here = ours[at] if at < len(ours) else (None, None)
    other, there = theirs[at] if at < len(theirs) else (None, None)
    if here is None:
        text = f"{kind} {there!r} of {_short(en)} line {other} is missing here"
    elif there is None:
        text = f"{kind} {here!r} is missing in {_short(en)}"
    else:
        text = f"{kind} {here!r}, but in {_short(en)} line {other} {there!r}"
    remedy = f"give both pages the same {kind}s in the same order"
    return [problem(text, zh, line, remedy)]


def links(docs: Path) -> list[str]:
    """Sections that don't link to the same places as the same section of the twin.

    Within a section the order is free: it follows the sentence. Links to other sites
    are too: each language may have its own.
    """
    found = []
    for zh, en in twins(docs):
        ours, theirs = Page.read(zh).sections, Page.read(en).sections
        for (line, here), (other, there) in zip(ours, theirs, strict=False):
            if Counter(here) == Counter(there):
                continue
            only = [f"{link} here only" for link in (Counter(here) - Counter(there))]
            only += [f"{link} there only" for link in (Counter(there) - Counter(here))]
            text = f"other links than in {_short(en)} line {other}: {', '.join(only)}"
            remedy = "link to the same pages and anchors in both languages"
            found.append(problem(text, zh, line, remedy))
    return found


def code(docs: Path) -> list[str]:
    """Blocks of code that stand in a page: nobody runs them."""
    remedy = "make it a file in snippets/ and place it: ::: snippet CHAPTER/NAME.py"
    found = []
    for page in map(Page.read, pages(docs)):
        for number, info in page.fences:
            language = (re.findall(r"[\w+-]+", info) or [""])[0].lower()
            if language not in FENCES:
                text = f"block of {language or 'unnamed'} code in a page"
                other = f"; if it isn't Python, name it as one of {', '.join(FENCES)}"
                found.append(problem(text, page.path, number, remedy + other))
        source = page.path.read_text(encoding="utf-8-sig").splitlines()
        for number, line in enumerate(source, 1):
            if re.match(r"[ \t>]*>>> ", line) or re.search(r"<pre\b", line, re.I):
                found.append(
                    problem("code typed into a page", page.path, number, remedy)
                )
        found += [
            problem("indented block of code in a page", page.path, number, remedy)
            for number in _indented(page)
        ]
    return found


def _indented(page: Page) -> list[int]:
    """Lines where an indented block of code begins.

    What indentation means depends on lists, notes and tabs around it: the parser says.
    """
    text = "\n".join(re.sub(r"^[ \t]*:::.*", "", line) for _, line in page.lines)
    html = markdown.markdown(
        text,
        extensions=[
            "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables",
            "pymdownx.details", "pymdownx.tabbed",
        ],
        extension_configs={"pymdownx.tabbed": {"alternate_style": True}},
    )  # fmt: skip
    firsts = re.findall(r"<pre><code>(.*)", html)
    numbers, at = [], 0
    for first in firsts:
        first = re.sub(r"&(lt|gt|amp|quot);", ".", re.escape(first).replace("\\&", "&"))
        first = first.replace("\\;", ";")
        pattern = re.compile(r"[ \t]+.*" + first.strip())
        while at < len(page.lines) and not pattern.match(page.lines[at][1]):
            at += 1
        numbers.append(page.lines[at][0] if at < len(page.lines) else 1)
    return numbers


def descriptions(docs: Path) -> list[str]:
    """Pages whose front matter doesn't describe them in their language."""
    found = []
    for page in map(Page.read, pages(docs)):
        line, value = page.front.get("description", (1, ""))
        chinese = re.search(r"[\u4e00-\u9fff]", value)
        wanted = page.path.is_relative_to(docs / "zh")
        if not value.strip(" .。"):
            text = "no description in the front matter"
        elif bool(chinese) != wanted:
            text = "the description is in the other language"
        else:
            continue
        remedy = "begin the file with '---', 'description: one sentence', '---'"
        found.append(problem(text, page.path, line, remedy))
    return found


def _short(path: Path) -> str:
    parts = path.parts
    language = next(own for own in LANGUAGES if own in parts)
    return Path(*parts[parts.index(language) :]).as_posix()
