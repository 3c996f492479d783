"""Turn a snippet into HTML: code, transcript and limits, in the page's language."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import count, groupby
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from .snippet import Snippet, read_transcript
from .tabs import limits_note, tab_labels
from .transcript import Duration, Gap, Line, Role, Text, Transcript
from .words import WORDS, reason_text, role_name

# Keeps labels, links and tables of runs out of the site's search: they stand on every
# page, and the search would take them for a part of the word before.
UNSEARCHED = "data-search-exclude"
COLOURS = 8  # classes pid-1 ... pid-8; 1 is the parent's, 8 the shell's
_formatter = HtmlFormatter(nowrap=True)
_lexer = PythonLexer()


def code(source: str) -> str:
    """The code in the markup that Material's colours and copy button expect."""
    tokens = highlight(source, _lexer, _formatter)
    return (
        '<div class="language-python highlight"><pre><span></span>'
        f"<code>{tokens}</code></pre></div>"
    )


def heading(
    snippet: Snippet,
    language: str,
    *,
    download: str,
    source: str | None = None,
    section: str | None = None,
    output: bool = False,
) -> str:
    """The line above: the file's name, what part of it this is, the download link."""
    words = WORDS[language]
    name = escape(snippet.path.name)
    shown = f'<span class="snippet-name">{name}</span>'
    if source:
        title = escape(words["source"].format(name=snippet.name))
        shown = f'<a class="snippet-name" href="{escape(source)}" title="{title}">{name}</a>'
    if output:
        shown = words["output of"].format(name=shown)
    elif section:
        part = escape(words["section"].format(name=section))
        shown += f' <span class="snippet-part">{part}</span>'
    link = words["download all" if section else "download"]
    label = escape(words["download file"].format(download=link, name=snippet.path.name))
    return (
        f'<figcaption class="snippet-head"><span>{shown}</span>'
        f'<a class="snippet-download" href="{escape(download)}" download {UNSEARCHED} '
        f'aria-label="{label}">{link}</a></figcaption>'
    )


def limits(snippet: Snippet, language: str) -> str:
    """The note on where the snippet runs; empty where it has no limits."""
    note = limits_note(snippet.requires, language)
    return f'<p class="snippet-limits">{escape(note)}</p>' if note else ""


def output(snippet: Snippet, language: str, ident: str, heading: bool = True) -> str:
    """The transcripts, as tabs where there are several.

    Args:
        snippet: it has at least one transcript.
        language: "en" or "zh".
        ident: unique on the page, for the ids of the tabs.
        heading: whether to show the word "Output" above them.
    """
    words = WORDS[language]
    labels = tab_labels(snippet, language)
    blocks = [
        (label, transcript(read_transcript(snippet.variants[variant]), language))
        for variant, label in labels
    ]
    title = (
        f'<p class="snippet-label" aria-hidden="true" {UNSEARCHED}>{words["output"]}</p>'
        if heading
        else ""
    )
    inner = blocks[0][1] if len(blocks) == 1 else _tabs(blocks, ident)
    return (
        f'<div class="snippet-output" role="group" aria-label="{words["output"]}">'
        f"{title}{inner}</div>"
    )


def _tabs(blocks: Sequence[tuple[str, str]], ident: str) -> str:
    """Material's tabs: radio buttons, so that they work without JavaScript."""
    inputs, labels, contents = [], [], []
    for number, (label, html) in enumerate(blocks, 1):
        tab, checked = f"{ident}-{number}", ' checked="checked"' if number == 1 else ""
        inputs.append(f'<input{checked} id="{tab}" name="{ident}" type="radio">')
        labels.append(f'<label for="{tab}">{escape(label)}</label>')
        contents.append(f'<div class="tabbed-block">{html}</div>')
    return (
        f'<div class="tabbed-set tabbed-alternate" data-tabs="{len(blocks)}">'
        f'{"".join(inputs)}<div class="tabbed-labels" {UNSEARCHED}>{"".join(labels)}</div>'
        f'<div class="tabbed-content">{"".join(contents)}</div></div>'
    )


def transcript(shown: Transcript, language: str) -> str:
    """One transcript: output, standard error, how it ended, whose the numbers are."""
    return _Transcript(shown, language).html()


class _Transcript:
    """Renders one transcript; knows which process has which number and colour."""

    def __init__(self, shown: Transcript, language: str) -> None:
        self.shown, self.language, self.words = shown, language, WORDS[language]
        roles = [
            part.name
            for line in (*shown.out, *shown.err)
            for part in line.parts
            if isinstance(part, Role)
        ]
        self.roles = list(dict.fromkeys(roles))
        free = count()
        self.colour = {
            role: {"parent": 1, "shell": COLOURS}.get(role)
            or 2 + next(free) % (COLOURS - 2)
            for role in self.roles
        }
        self.pids = shown.recorded.pids if shown.recorded else {}

    def html(self) -> str:
        shown, words = self.shown, self.words
        blocks = []
        if shown.out:
            blocks.append(f'<pre class="transcript">{self.lines(shown.out)}</pre>')
        if shown.err:
            label = words["standard error"]
            blocks.append(
                f'<p class="snippet-label snippet-label-err" aria-hidden="true" '
                f"{UNSEARCHED}>{label}"
                f'</p><pre class="transcript transcript-err" role="group" '
                f'aria-label="{label}">{self.lines(shown.err)}</pre>'
            )
        if not blocks:
            blocks.append(f'<p class="transcript-empty">{words["no output"]}</p>')
        if shown.running is not None:
            text = words["running"].format(seconds=f"{shown.running:g}")
            blocks.append(f'<p class="transcript-end">{text}</p>')
        elif shown.exit_code:
            text = words["exit code"].format(code=shown.exit_code)
            blocks.append(f'<p class="transcript-end">{text}</p>')
        return "".join(blocks) + self.legend()

    def lines(self, lines: Sequence[Line]) -> str:
        blocks = []
        for in_lane, block in groupby(lines, lambda line: line.lane is not None):
            block = list(block)
            html = "".join(map(self.line, block))
            blocks.append(self.lanes(block) if in_lane else html)
        return "".join(blocks)

    def lanes(self, block: list[Line]) -> str:
        """Lines that interleave freely, marked by a bracket and in words."""
        names = list(dict.fromkeys(str(line.lane) for line in block))
        cut = list(dict.fromkeys(str(line.lane) for line in block if line.cut))
        notes = [self.words["order"]] if len(names) > 1 else []
        if cut:
            lanes = self.words["and"].join(cut)
            notes.append(self.words["cut"].format(lanes=lanes))
        note, long = escape(self.words["semicolon"].join(notes)), ""
        if len(names) > 1:
            long = f' title="{self.words["order long"]}"'
        html = "".join(
            self.line(line, f" lane lane-{names.index(str(line.lane)) % 4 + 1}")
            for line in block
        )
        if not note:  # a single lane is as strict as no lane
            return html
        return (
            f'<span class="lanes" style="--lane: {max(map(len, names))}ch">'
            f'<span class="lanes-note"{long}>{note}\n</span>'
            f"{html}</span>"
        )

    def line(self, line: Line, lane: str = "") -> str:
        mark = f' data-lane="{escape(line.lane)}"' if lane and line.lane else ""
        gap = " transcript-gap" if line.is_gap else ""
        parts = "".join(map(self.part, line.parts))
        return f'<span class="line{lane}{gap}"{mark}>{parts}\n</span>'

    def part(self, part: Any) -> str:
        if isinstance(part, Text):
            return escape(part.text, quote=False)
        if isinstance(part, Role):
            name = escape(role_name(part.name, self.language))
            number = self.pids.get(part.name)
            colour = f"pid pid-{self.colour[part.name]}"
            if number is None:
                return f'<span class="{colour} pid-unknown">{name}</span>'
            return f'<span class="{colour}" title="{name}">{number}</span>'
        if isinstance(part, Duration):
            low = max(part.seconds - 0.5 * 10**-part.decimals, 0)
            bounds = self.words["duration"].format(
                low=f"{low:.{part.decimals + 1}f}",
                high=f"{part.seconds + part.slack:g}",
            )
            return f'<span class="duration" title="{bounds}">{part.text} s</span>'
        assert isinstance(part, Gap)
        reason = reason_text(part.reason, self.language)
        lang = ' lang="en"' if self.language != "en" and reason.isascii() else ""
        return f'<span class="gap"{lang}>… {escape(reason)}</span>'

    def legend(self) -> str:
        """Whose number is which; where the numbers were seen."""
        items = [
            f'<span class="legend-item"><span class="pid pid-{self.colour[role]}">'
            f"{self.pids[role]}</span> {escape(role_name(role, self.language))}</span>"
            for role in self.roles
            if role in self.pids
        ]
        if not items:
            return ""
        where = escape(self.shown.recorded.where.replace(", ", self.words["comma"]))
        return (
            f'<p class="transcript-legend" {UNSEARCHED}>{" ".join(items)} '
            f'<span class="legend-note">'
            f"{self.words['recorded'].format(where=where)}</span></p>"
        )
