"""Say in plain words which runs a transcript or a snippet is for."""

from __future__ import annotations

import re
from dataclasses import replace

from packaging.specifiers import Specifier

from . import snippet as snippets
from .snippet import Requirements, Snippet
from .transcript import Variant
from .words import PLATFORMS, WORDS

OLDEST = (3, 11)  # the oldest Python that snippets are verified on


def tab_labels(snippet: Snippet, language: str) -> list[tuple[Variant, str]]:
    """Each transcript with its label: the general one first, then the special ones."""
    words = WORDS[language]
    variants = sorted(
        snippet.variants,
        key=lambda v: (
            len(v.tags),
            snippets.METHODS.index(v.method) if v.method else 9,
            list(PLATFORMS).index(v.platform) if v.platform else 9,
            v.version or (),
        ),
    )
    return [(variant, _label(snippet, variant, words)) for variant in variants]


def _label(snippet: Snippet, variant: Variant, words: dict) -> str:
    """What the variant's tags say, and what more special variants leave to it."""
    tags = set(variant.tags)
    special = [
        replace(other, tags=tuple(tag for tag in other.tags if tag not in tags))
        for other in snippet.variants
        if tags < set(other.tags)
    ]
    parts = _tags(variant, words)
    if special and (left := _remaining(snippet, special, words)):
        parts.append(left)
    return words["comma"].join(parts) or words["everywhere else"]


def _tags(variant: Variant, words: dict) -> list[str]:
    parts = [variant.method] if variant.method else []
    if variant.platform:
        parts.append(PLATFORMS[variant.platform])
    if variant.version:
        form = words["newer" if variant.newer else "exactly"]
        parts.append(form.format(_dots(variant.version)))
    return parts


def _remaining(snippet: Snippet, special: list[Variant], words: dict) -> str:
    """What is left when the special variants are taken away; empty if not sayable.

    It can be said in a few words only where each of them has a tag that, alone, makes
    a variant too: then what is left are the runs for which none of these tags holds.
    """
    single = [v for v in special if len(v.tags) == 1]
    covered = {v.tags[0] for v in single}
    if not all(covered & set(v.tags) for v in special):
        return ""
    platforms = {snippets.PLATFORMS.get(tag) for tag in covered} - {None}
    versions = [v for v in single if v.tags[0].startswith("py")]
    methods = covered & set(snippets.METHODS)
    left = []
    if methods:
        left.append(
            words["list"].join(m for m in snippet.requires.methods if m not in methods)
        )
    if platforms:
        own = (snippets.PLATFORMS[name] for name in snippet.requires.platforms)
        left.append(words["list"].join(PLATFORMS[p] for p in own if p not in platforms))
    if versions:
        left.append(_other_versions(versions, words))
    if not all(left) or len(left) > 2:
        return ""
    return left[0] if len(left) == 1 else words["of those"].format(*left)


def _other_versions(versions: list[Variant], words: dict) -> str:
    newer = [v.version for v in versions if v.newer]
    exact = {v.version for v in versions if not v.newer}
    if not newer:
        last = OLDEST  # above the oldest ones there are only newer ones
        while last in exact:
            exact.discard(last)
            last = (last[0], last[1] + 1)
        if exact:
            return words["other versions"]
        return words["newer"].format(_dots(last))
    first = min(newer)
    while (before := (first[0], first[1] - 1)) in exact and len(first) == 2:
        exact.discard(before)
        first = before
    if any(version < first for version in exact):
        return words["other versions"]
    if len(first) == 3:
        return words["older than"].format(_dots(first))
    return words["older"].format(_dots((first[0], first[1] - 1)))


def limits_note(requires: Requirements, language: str) -> str:
    """One sentence on where a snippet runs; empty where it runs everywhere."""
    words = WORDS[language]
    parts = []
    if len(requires.platforms) < len(snippets.PLATFORMS):
        names = [PLATFORMS[snippets.PLATFORMS[p]] for p in requires.platforms]
        parts.append(words["on"].format(words["and"].join(names)))
    if requires.python:
        specifiers = sorted(requires.python, key=lambda s: (s.version, s.operator))
        parts.append(
            words["with"].format(
                words["and"].join(_specifier(s, words) for s in specifiers)
            )
        )
    if len(requires.methods) < len(snippets.METHODS):
        parts.append(words["under"].format(words["and"].join(requires.methods)))
    note = ""
    if parts:
        reason = (requires.reason or {}).get(language, "").strip().rstrip(".。")
        limits = words["comma"].join(parts)
        note = words["limits"].format(limits=limits, reason=reason) + words["stop"]
    if requires.sets_method:
        note += (" " if note and language == "en" else "") + words["sets method"]
    return note


def _specifier(specifier: Specifier, words: dict) -> str:
    version = re.sub(r"\.\*$", "", specifier.version)
    form = {
        ">=": "newer",
        "~=": "newer",
        "<=": "older",
        "<": "older than",
        ">": "newer than",
        "!=": "except",
    }.get(specifier.operator, "exactly")
    return words[form].format(version)


def _dots(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
