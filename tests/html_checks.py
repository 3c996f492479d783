"""Checks of a built site: Chinese at its root, English in en/.

Each takes a `Site` and returns problems as text: file, line, and what to do. The
HTML is what readers get; much of what can go wrong passes `mkdocs build --strict`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup, Tag

from spawnsafe.errors import BadInput

LANGUAGES = {"zh-Hans": "", "en": "en/"}  # lang -> folder
DEFAULT = "en"  # x-default

# Where an address stands that a browser fetches without being asked.
FETCHED = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "frame": ("src",),
    "iframe": ("src", "srcdoc"),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
# <link> that only names a place; every other kind fetches or connects
NAMED = {"canonical", "alternate", "prev", "next", "license", "author", "edit"}
# What makes the theme's own script fetch something from elsewhere.
TRIGGERS = {
    "[data-md-component=source]": "it makes the theme ask the repository's host",
    ".mermaid": "it makes the theme load Mermaid from a CDN",
    "link[rel=alternate]": "it makes the theme fetch a sitemap for each language",
}
_EXTERNAL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.I)
_CSS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+["']([^"']*)""", re.I
)
_ADDRESS = re.compile(
    r"""["'`]\s*((?:(?:https?|wss?):)?//[\w.-]+\.\w[^"'`\s]*)""", re.I
)


class Site:
    """A built site in a folder, and the address it was built for."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        self.prefix = urlsplit(url).path  # "/" or "/name/"

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Path below the folder -> its HTML, each page parsed once."""
        return {
            file.relative_to(self.folder).as_posix(): BeautifulSoup(
                file.read_text(encoding="utf-8"), "html.parser"
            )
            for file in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def files(self) -> set[str]:
        return {
            file.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("*")
            if file.is_file()
        }

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        return {
            page: {str(tag["id"]) for tag in soup.find_all(id=True)}
            for page, soup in self.pages.items()
        }

    def language(self, page: str) -> str:
        return "en" if page.startswith("en/") else "zh-Hans"

    def address(self, page: str) -> str:
        """The full URL of a page."""
        return self.url + re.sub(r"(^|/)index\.html$", r"\1", page)

    def twin(self, page: str) -> str:
        """The same page in the other language; that one's home for the 404 page."""
        if page.startswith("en/"):
            return page.removeprefix("en/")
        return "en/index.html" if page == "404.html" else f"en/{page}"

    def resolve(self, page: str, link: str) -> tuple[str, str] | None:
        """(file, fragment) that a link leads to; None for a place outside the site.

        The file is one that a server would send, there or not.
        """
        if re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:", link, re.I):
            return None  # mailto:, data:
        # a host of its own, so that nothing that is written out is taken for ours
        base = urljoin("http://site.invalid" + self.prefix, page)
        url = urlsplit(urljoin(base, link))
        if url.netloc != "site.invalid":
            return None
        fragment = unquote(url.fragment)
        path = unquote(url.path)
        if not path.startswith(self.prefix):
            return f"(outside the site) {path}", fragment
        path = path.removeprefix(self.prefix)
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path, fragment


def problem(site: Site, text: str, page: str, at: Tag | int | None, remedy: str) -> str:
    """One problem, with the place in the HTML and the source it was made of."""
    line = at.sourceline if isinstance(at, Tag) else at
    if page.endswith("index.html"):
        text += f" (made from {_source(page)})"
    return str(BadInput(text, file=f"site/{page}", line=line, remedy=remedy))


def _source(page: str) -> str:
    """The Markdown file of a page, as far as its place says it."""
    name = page.removeprefix("en/").removesuffix("index.html").rstrip("/")
    folder = "docs/en" if page.startswith("en/") else "docs/zh"
    as_file = f"{folder}/{name}.md"
    return (
        as_file
        if Path(as_file).is_file()
        else f"{folder}/{name}/index.md".replace("//", "/")
    )


def leftovers(site: Site) -> list[str]:
    """Lines meant for an extension that didn't take them."""
    found = []
    for page, soup in site.pages.items():
        for text in soup.find_all(string=re.compile(r"--8<--|:::")):
            # in code, ::: may be what the page is about
            shown = (
                text.find_parent(["code", "pre", "kbd", "script", "style"]) is not None
            )
            if "--8<--" in text:
                remedy = "place the snippet with '::: snippet PATH'"
                found.append(
                    problem(site, "--8<-- on a page", page, text.parent, remedy)
                )
            elif not shown and re.search(r"(?m)^\s*:::", text):
                remedy = (
                    "put the line between empty lines, indented like its neighbours"
                )
                line = text.strip().splitlines()[0]
                found.append(
                    problem(site, f"left over: {line}", page, text.parent, remedy)
                )
    return found


def empty_code(site: Site) -> list[str]:
    """Blocks of code or output with nothing in them."""
    remedy = "check what the page includes there: an empty file, an empty section?"
    return [
        problem(site, "empty block of code", page, tag, remedy)
        for page, soup in site.pages.items()
        for tag in soup.find_all("pre")
        if not tag.get_text().strip()
    ]


def not_html(site: Site) -> list[str]:
    """Files that are called .html but hold a notebook or a script as it is."""
    found = []
    for page, soup in site.pages.items():
        if soup.find("html") is None or soup.find("body") is None:
            remedy = "see which plugin renders this page, and that it did"
            found.append(problem(site, "no HTML page", page, 1, remedy))
    return found


def external_requests(site: Site) -> list[str]:
    """What a browser would fetch from elsewhere. A link to click on is none."""
    remedy = "serve the file from this site, or leave it out"
    found = []
    for page, soup in site.pages.items():
        for tag, address in _fetched(soup):
            if _EXTERNAL.match(address.strip()):
                text = f"<{tag.name}> makes a request to {address.strip()}"
                found.append(problem(site, text, page, tag, remedy))
        for selector, why in TRIGGERS.items():
            for tag in soup.select(selector):
                text = f"{selector} on a page: {why}"
                found.append(problem(site, text, page, tag, "take it out"))
    for name in sorted(site.files):
        # the theme's scripts name hosts that they don't ask without the triggers above
        ours = name.endswith(".js") and "assets/javascripts/" not in name
        if not (ours or name.endswith((".css", ".svg"))):
            continue
        text = (site.folder / name).read_text(encoding="utf-8")
        for address in _in_script(text) if ours else _in_css(text):
            if _EXTERNAL.match(address):
                found.append(
                    problem(site, f"a request to {address}", name, None, remedy)
                )
        if name.endswith(".svg"):
            soup = BeautifulSoup(text, "html.parser")
            found += [
                problem(site, f"a request to {address}", name, tag, remedy)
                for tag, address in _fetched(soup)
                if _EXTERNAL.match(address)
            ]
    return found


def _fetched(soup: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Every (tag, address) that a browser fetches by itself."""
    for tag in soup.find_all(True):
        for name in FETCHED.get(tag.name, ()):
            if value := tag.get(name):
                if name == "srcset":
                    yield from ((tag, part.split()[0]) for part in value.split(","))
                elif name == "srcdoc":
                    yield from _fetched(BeautifulSoup(value, "html.parser"))
                else:
                    yield tag, str(value)
        if tag.name == "link" and tag.get("href"):
            rel = tag.get("rel") or []
            if not set(rel) <= NAMED or not rel:
                yield tag, str(tag["href"])
        if tag.name in ("a", "area") and tag.get("ping"):
            yield tag, str(tag["ping"])
        if tag.name == "base" and tag.get("href"):
            yield tag, str(tag["href"])
        if tag.name == "meta" and str(tag.get("http-equiv")).lower() == "refresh":
            yield tag, str(tag.get("content", "")).partition("=")[2]
        if tag.get("style"):
            yield from ((tag, address) for address in _in_css(str(tag["style"])))
        if tag.name == "style":
            yield from ((tag, address) for address in _in_css(tag.get_text()))
        if tag.name == "script" and tag.get("type") != "application/ld+json":
            yield from ((tag, address) for address in _in_script(tag.get_text()))
        for name, value in tag.attrs.items():
            if name.startswith("on"):
                yield from ((tag, address) for address in _in_script(str(value)))


def _in_css(text: str) -> list[str]:
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return [next(filter(None, m.groups()), "").strip() for m in _CSS.finditer(text)]


def _in_script(text: str) -> list[str]:
    return [match[1] for match in _ADDRESS.finditer(text)]


def broken_links(site: Site) -> list[str]:
    """Links, images, scripts, styles and anchors that lead nowhere in the site."""
    found = []
    for page, soup in site.pages.items():
        links = [(tag, str(tag["href"])) for tag in soup.find_all(["a", "area", "link"]) if tag.get("href") is not None]  # fmt: skip
        links += [(tag, link) for tag, link in _fetched(soup) if tag.name != "link"]
        for tag, link in links:
            if text := _broken(site, page, link.strip()):
                remedy = "correct the link, or the heading's { #id } that it names"
                found.append(problem(site, text, page, tag, remedy))
    for name in sorted(site.files):
        if name.endswith(".css"):
            text = (site.folder / name).read_text(encoding="utf-8")
            for link in _in_css(text):
                if why := _broken(site, name, link):
                    found.append(problem(site, why, name, None, "correct the address"))
    return found


def _broken(site: Site, page: str, link: str) -> str | None:
    if link.lower().startswith("javascript:"):
        return f"{link} does nothing without JavaScript"
    target = site.resolve(page, link)
    if target is None:
        return None
    file, fragment = target
    if file not in site.files:
        return f"link to {link}: there is no {file}"
    if fragment and file in site.ids and fragment not in site.ids[file]:
        return f"link to {link}: {file} has no id {fragment!r}"
    return None


def search_index(site: Site) -> list[str]:
    """Each language's index: there, and all that it finds exists."""
    found = []
    for folder in LANGUAGES.values():
        name = f"{folder}search/search_index.json"
        if name not in site.files:
            remedy = "keep the plugin search in both configurations"
            found.append(problem(site, "no search index", name, None, remedy))
            continue
        index = json.loads((site.folder / name).read_text(encoding="utf-8"))
        if index["config"]["pipeline"]:
            text = f"pipeline {index['config']['pipeline']}"
            remedy = "set the search's pipeline to []: a stemmer loses multiprocessing"
            found.append(problem(site, text, name, None, remedy))
        for entry in index["docs"]:
            text = _broken(site, f"{folder}index.html", entry["location"] or ".")
            if text:
                found.append(problem(site, text, name, None, "see the page's headings"))
    return found


def language(site: Site) -> list[str]:
    """Pages that don't say what language they are in."""
    found = []
    for page, soup in site.pages.items():
        tag, wanted = soup.find("html"), site.language(page)
        if tag is not None and tag.get("lang") != wanted:
            text = f"lang is {tag.get('lang')!r}, not {wanted!r}"
            remedy = "set theme.language in the configuration of this language"
            found.append(problem(site, text, page, tag, remedy))
    return found


def language_switch(site: Site) -> list[str]:
    """Pages from which one can't get to the same page in the other language."""
    found = []
    remedy = "see docs/theme/partials/alternate.html and docs/hook.py"
    for page, soup in site.pages.items():
        twin = site.twin(page)
        tags = soup.select("a.language-switch")
        if len(tags) != 1:
            found.append(problem(site, "no language switch", page, None, remedy))
            continue
        (tag,) = tags
        target = site.resolve(page, str(tag.get("href")))
        if twin not in site.files:
            text = f"no page in the other language: {twin}"
            found.append(problem(site, text, page, tag, "write the page's twin"))
        elif target != (twin, ""):
            text = f"the language switch leads to {tag.get('href')}, not to {twin}"
            found.append(problem(site, text, page, tag, remedy))
        elif tag.get("hreflang") != site.language(twin):
            text = f"hreflang is {tag.get('hreflang')!r}, not {site.language(twin)!r}"
            found.append(problem(site, text, page, tag, remedy))
    return found


def sitemap(site: Site) -> list[str]:
    """The sitemap: each page, with both languages; canonical links that agree."""
    if "sitemap.xml" not in site.files:
        text = "no sitemap"
        return [problem(site, text, "sitemap.xml", None, "see docs/theme/sitemap.xml")]
    found = []
    remedy = "see docs/theme/sitemap.xml and docs/hook.py"
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    listed = {}
    for entry in root:
        loc = entry.findtext("{*}loc")
        links = {e.get("hreflang"): e.get("href") for e in entry.findall("{*}link")}
        if loc in listed:
            text = f"{loc} stands twice"
            found.append(problem(site, text, "sitemap.xml", None, remedy))
        listed[loc] = links
    expected = {site.address(page): page for page in site.pages if page != "404.html"}
    for loc in listed.keys() - expected.keys():
        text = f"{loc} is no page of the site"
        found.append(problem(site, text, "sitemap.xml", None, remedy))
    for loc, page in expected.items():
        both = {site.language(p): site.address(p) for p in (page, site.twin(page))}
        wanted = {**both, "x-default": both[DEFAULT]}
        if loc not in listed:
            found.append(problem(site, "not in sitemap.xml", page, None, remedy))
        elif listed[loc] != wanted:
            text = f"{loc} has the alternates {listed[loc]}, not {wanted}"
            found.append(problem(site, text, "sitemap.xml", None, remedy))
        canonical = site.pages[page].select("link[rel=canonical]")
        if [tag.get("href") for tag in canonical] != [loc]:
            text = f"no canonical link to {loc}"
            found.append(problem(site, text, page, None, "see site_url in mkdocs.yml"))
    return found


def ids(site: Site) -> list[str]:
    """Ids that are empty or used twice, and labels of things that aren't there."""
    found = []
    for page, soup in site.pages.items():
        seen = set()
        for tag in soup.find_all(id=True):
            ident = str(tag["id"])
            if not ident.strip() or re.search(r"\s", ident):
                text, remedy = f"id {ident!r} on <{tag.name}>", "give it a real id"
            elif ident in seen:
                text, remedy = f"id {ident!r} stands twice", "rename one of them"
            else:
                seen.add(ident)
                continue
            found.append(problem(site, text, page, tag, remedy))
    return found


def names(site: Site) -> list[str]:
    """Things without a name for those who don't see them."""
    found = []
    for page, soup in site.pages.items():
        for tag in soup.select("[role=dialog], nav, form[role=search]"):
            if not (tag.get("aria-label") or tag.get("aria-labelledby")):
                text = f"<{tag.name}> without aria-label"
                found.append(problem(site, text, page, tag, "see docs/theme/main.html"))
        for tag in soup.find_all("img"):
            if tag.get("alt") is None:
                found.append(
                    problem(site, "<img> without alt", page, tag, "describe it")
                )
        for tag in soup.select("title, h1"):
            if not tag.get_text(strip=True):
                text = f"empty <{tag.name}>"
                found.append(problem(site, text, page, tag, "give the page a title"))
    return found


CHECKS = (
    leftovers,
    empty_code,
    not_html,
    external_requests,
    broken_links,
    search_index,
    language,
    language_switch,
    sitemap,
    ids,
    names,
)
