"""Help for tests that render pages: snippets on disk, pages as HTML, a strict look."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import markdown
from bs4 import BeautifulSoup

from spawnsafe.markdown import makeExtension

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


class WellFormed(HTMLParser):
    """Fails on a tag that is not closed in its turn and on an id that comes twice."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in {attrs}"
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            # these may hold words and spans only: a block in them ends them early
            blocks = {"p", "div", "pre", "figure", "table", "ul", "details"}
            inside = {"p", "pre", "span", "summary", "figcaption"} & set(self.open)
            assert not (tag in blocks and inside), f"<{tag}> in {inside}"
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        assert tag in VOID, f"<{tag}/> is not closed in HTML"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> in {self.open}"
        self.open.pop()

    def check(self, html: str) -> None:
        self.feed(html)
        self.close()
        assert not self.open, f"not closed: {self.open}"
        assert len(self.ids) == len(set(self.ids)), f"an id twice: {self.ids}"


class Pages:
    """A project in a folder: write snippets, render text."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.snippets, self.results = folder / "snippets", folder / "results"
        self.snippets.mkdir()

    def write(self, name: str, text: str = 'print("hello")\n', **outs: str) -> Path:
        """A snippet and its transcripts: out="...", fork="..." for x.fork.out."""
        file = self.snippets / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(text, "utf-8")
        for tags, out in outs.items():
            tags = "" if tags == "out" else "." + tags.replace("__", ".")
            file.with_name(f"{file.stem}{tags}.out").write_text(out, "utf-8")
        return file

    def html(self, text: str, language: str = "en", **settings: str) -> str:
        extension = makeExtension(
            snippets=str(self.snippets),
            results=str(self.results),
            language=language,
            **settings,
        )
        html = markdown.markdown(
            text,
            extensions=[
                "pymdownx.superfences",
                "pymdownx.tabbed",
                "md_in_html",
                "admonition",
                extension,
            ],
            extension_configs={"pymdownx.tabbed": {"alternate_style": True}},
        )
        WellFormed().check(html)
        return html

    def page(self, text: str, language: str = "en", **settings: str) -> BeautifulSoup:
        return BeautifulSoup(self.html(text, language, **settings), "html.parser")
