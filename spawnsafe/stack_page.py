"""The recorded stacks of a hung snippet as HTML: who waits, and in which call."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from .render import UNSEARCHED
from .snippet import Snippet
from .stack_file import MAIN, Frame, Process, Recording, Thread
from .words import WORDS

HELPERS = ("fork server", "resource tracker")  # they wait for orders, always
STARTS = ("run", "_bootstrap_inner", "_bootstrap")  # how every thread begins
CHAIN = 3  # calls shown of a thread that runs no code of the snippet


def figure(snippet: Snippet, recording: Recording, language: str) -> str:
    """All processes of the snippet, the helpers of the library in one line."""
    return _Figure(snippet, recording, language).html()


class _Figure:
    def __init__(self, snippet: Snippet, recording: Recording, language: str) -> None:
        self.recording, self.words = recording, WORDS[language]
        self.own = snippet.path.name
        self.source = snippet.source.split("\n")

    def html(self) -> str:
        words = self.words
        title = words["stacks of"].format(
            name=f'<span class="snippet-name">{escape(self.own)}</span>'
        )
        shown = [p for p in self.recording.processes if p.role not in HELPERS]
        roles = (p.role for p in self.recording.processes)
        helpers = list(dict.fromkeys(role for role in roles if role in HELPERS))
        names = self.names(shown)
        blocks = [
            self.process(process, words["and"].join(names[id(one)] for one in same))
            for process, same in _equal(shown)
        ]
        where = escape(self.recording.where.replace(", ", words["comma"]))
        notes = [words["stacks recorded"].format(where=where)]
        if helpers:
            named = words["and"].join(words[f"process {role}"] for role in helpers)
            notes.append(words["helpers"].format(roles=named))
        return (
            f'<figure class="snippet stacks" aria-label="'
            f'{escape(words["stacks of"].format(name=self.own))}">'
            f'<figcaption class="snippet-head"><span>{title}</span></figcaption>'
            f"{''.join(blocks)}"
            f'<p class="stack-note" {UNSEARCHED}>{words["sentence"].join(notes)}</p>'
            "</figure>"
        )

    def names(self, processes: Sequence[Process]) -> dict[int, str]:
        """What each process is called: "main process", "child 2"."""
        names = {}
        for role, group in groupby(processes, key=lambda one: one.role):
            ones = list(group)
            for number, one in enumerate(ones, 1):
                name = self.words[f"process {role}"]
                names[id(one)] = f"{name} {number}" if len(ones) > 1 else name
        return names

    def process(self, process: Process, name: str) -> str:
        number = 1 if process.role == "main" else 2
        own = any(f.file == self.own for one in process.threads for f in one.frames)
        unfold = process.role in ("main", "child") and not own
        threads = "".join(
            self.thread(one, len(process.threads) > 1, unfold)
            for one in process.threads
        )
        return (
            f'<div class="stack-process stack-process-{number}">'
            f'<p class="stack-role">{escape(name)}</p>{threads}</div>'
        )

    def thread(self, thread: Thread, several: bool, unfold: bool) -> str:
        words = self.words
        name = words["thread"].format(name=f"<code>{escape(thread.name)}()</code>")
        if thread.name == MAIN:
            name = words["main thread"] if several else ""
        places = [n for n, frame in enumerate(thread.frames) if frame.file == self.own]
        if not places:  # the library's own: one line, the rest on request
            calls = [f.name for f in thread.frames[:CHAIN] if f.name not in STARTS]
            chain = " › ".join(f"<code>{escape(call)}</code>" for call in calls[::-1])
            lead = f"{name}{words['colon']}" if name else ""
            frames = "".join(map(self.frame, thread.frames))
            return (
                f'<details class="stack-more"{" open" * unfold}><summary>{lead}'
                f"{words['waits in'].format(call=chain)}</summary>"
                f'<ol class="stack">{frames}</ol></details>'
            )
        # what the innermost own line called; a call of C code has no frame of its own
        waiting = max(places[0] - 1, 0)
        call = thread.frames[waiting]
        if waiting == places[0]:
            text = words["waits in line"].format(line=call.line)
        else:
            text = words["waits in"].format(call=f"<code>{escape(call.name)}()</code>")
        head = f"{name}{words['colon']}{text}" if name else text
        inner = "".join(
            self.frame(frame, number == waiting)
            for number, frame in enumerate(thread.frames[: places[-1] + 1])
        )
        rest = thread.frames[places[-1] + 1 :]
        more = ""
        if rest:
            frames = "".join(map(self.frame, rest))
            label = words["before it"].format(n=len(rest))
            more = (
                f'<details class="stack-more"><summary {UNSEARCHED}>{label}</summary>'
                f'<ol class="stack">{frames}</ol></details>'
            )
        return f'<p class="stack-thread">{head}</p><ol class="stack">{inner}</ol>{more}'

    def frame(self, frame: Frame, waits: bool = False) -> str:
        own = frame.file == self.own
        kind = "frame-own" if own else "frame-library"
        place = f"{escape(frame.file)}:{frame.line}"
        text = f'<code>{escape(frame.name)}</code> <span class="frame-place">{place}'
        text += "</span>"
        if own:
            line = escape(self.source[frame.line - 1].strip())
            text += f' <code class="frame-line">{line}</code>'
        if waits:
            text = f"<strong>{text}</strong>"
        return f'<li class="frame {kind}{" frame-waits" * waits}">{text}</li>'


def _equal(processes: Sequence[Process]) -> list[tuple[Process, list[Process]]]:
    """Processes that are at the same place, together."""
    found: dict[tuple, list[Process]] = {}
    for one in processes:
        found.setdefault((one.role, one.threads), []).append(one)
    return [(same[0], same) for same in found.values()]
