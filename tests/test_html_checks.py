"""The checks of the built site find what they are for, and only that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from . import html_checks
from .html_checks import Site

URL = "https://someone.github.io/book/"


def html(lang: str, page: str, switch: str, hreflang: str) -> str:
    """A small page of a clean site; `page` is its path below the site's URL."""
    depth = "../" * page.count("/") or "./"
    return f"""<!doctype html>
<html lang="{lang}">
<head>
<title>A page</title>
<link rel="canonical" href="{URL}{page}">
<link rel="stylesheet" href="{depth}site.css">
<script>var base = new URL(".", location)</script>
</head>
<body>
<a class="language-switch" href="{switch}" hreflang="{hreflang}">x</a>
<div role="dialog" aria-label="Search"></div>
<nav aria-label="Pages"></nav>
<h1 id="top">Title</h1>
<p>Write <code>::: snippet x.py</code>, see <a href="https://docs.python.org/">it</a>.</p>
<h2 id="等待">Wait</h2>
<p><a href="#%E7%AD%89%E5%BE%85">here</a> <a href="#top">up</a> <a href="/book/">home</a>
<a href="/book/join/#top">join</a> <a href="mailto:x@example.com">mail</a></p>
<pre><code>x = 1</code></pre>
<img src="{depth}dot.svg" alt=""> <img src="data:image/png;base64,AA==" alt="">
</body>
</html>
"""


def alternates(page: str) -> str:
    """The entries of both languages in a sitemap."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{URL}{folder}{page}"/>'
        for lang, folder in (("zh-Hans", ""), ("en", "en/"), ("x-default", "en/"))
    )
    return "".join(
        f"<url><loc>{URL}{folder}{page}</loc>{links}</url>\n" for folder in ("", "en/")
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    def write(name: str, text: str) -> None:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    write("index.html", html("zh-Hans", "", "en/", "en"))
    write("join/index.html", html("zh-Hans", "join/", "../en/join/", "en"))
    write("en/index.html", html("en", "en/", "../", "zh-Hans"))
    write("en/join/index.html", html("en", "en/join/", "../../join/", "zh-Hans"))
    write("404.html", html("zh-Hans", "404.html", "/book/en/", "en"))
    write("site.css", 'p { background: url("dot.svg") } /* url(https://a.example) */')
    write("dot.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')
    write("own.js", "// see https://developer.mozilla.org/\nlet a = 'b//c'")
    write("assets/javascripts/bundle.js", "fetch('https://api.github.com/x')")
    for language in ("", "en/"):
        index = {
            "config": {"pipeline": []},
            "docs": [{"location": "join/#%E7%AD%89%E5%BE%85"}, {"location": ""}],
        }
        write(f"{language}search/search_index.json", json.dumps(index))
    write(
        "sitemap.xml",
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + alternates("")
        + alternates("join/")
        + "</urlset>\n",
    )
    return tmp_path


@pytest.mark.parametrize("check", html_checks.CHECKS, ids=lambda check: check.__name__)
def test_a_clean_site_passes(folder: Path, check) -> None:
    assert check(Site(folder, URL)) == []


HERE = "<h2 "  # where in a page something is planted


def plant(text: str) -> tuple[str, str, str]:
    return "en/join/index.html", HERE, text + HERE


# check, file, old text, new text, what must be said
DEFECTS = [
    ("leftovers", *plant('<p>--8<-- "x.py"</p>'), "site/en/join/index.html:15: --8<--"),
    ("leftovers", *plant('<pre>--8<-- "x.py"</pre>'), "--8<-- on a page"),
    ("leftovers", *plant("<p>Text\n::: snippet x.py</p>"), "left over: "),
    ("leftovers", *plant("<ul><li>::: snippet x.py</li></ul>"), "left over: ::: snippet"),
    ("empty_code", *plant("<pre><span></span><code>\n</code></pre>"), "empty block"),
    ("empty_code", *plant('<pre class="transcript"></pre>'), ":15: empty block"),
    ("not_html", "join/index.html", None, '{"cells": []}', "join/index.html:1: no HTML"),
    ("not_html", "join/index.html", None, "import os\n", "join/index.html:1: no HTML"),
    ("external_requests", *plant('<img src="https://a.example/x.png">'), "<img> makes"),
    ("external_requests", *plant('<img src="//a.example/x.png">'), "<img> makes a"),
    ("external_requests", *plant('<img srcset="x.png 1x, https://a.example/y 2x">'), "y"),
    ("external_requests", *plant('<source srcset="https://a.example/y 2x">'), "<source>"),
    ("external_requests", *plant('<iframe src="https://a.example/"></iframe>'), "<iframe"),
    ("external_requests", *plant('<script src="HTTPS://a.example/x.js">'), "<script> make"),
    ("external_requests", *plant("<script>fetch('https://a.example/x')</script>"), "reques"),
    ("external_requests", *plant("<script>import(`//a.example/x`)</script>"), "request to"),
    ("external_requests", *plant('<b onclick="fetch(\'https://a.example\')">'), "<b> makes"),
    ("external_requests", *plant('<p style="background:url(//a.example/x)">'), "<p> makes"),
    ("external_requests", *plant("<style>@import 'https://a.example/x'</style>"), "<style>"),
    ("external_requests", *plant("<style>p{src:url(http://a.example)}</style>"), "<style>"),
    ("external_requests", *plant('<link rel="preconnect" href="//a.example">'), "<link>"),
    ("external_requests", *plant('<link rel="icon" href="https://a.example/i">'), "<link>"),
    ("external_requests", *plant('<video poster="https://a.example/i"></video>'), "<video>"),
    ("external_requests", *plant('<object data="https://a.example/i"></object>'), "<object"),
    ("external_requests", *plant('<svg><use href="https://a.example/#i"/></svg>'), "<use>"),
    ("external_requests", *plant('<a ping="https://a.example/" href="#top">x</a>'), "<a> m"),
    ("external_requests", *plant('<base href="https://a.example/">'), "<base> makes"),
    ("external_requests", *plant('<form action="https://a.example/"></form>'), "<form>"),
    ("external_requests", *plant('<a data-md-component="source">x</a>'), "data-md-compon"),
    ("external_requests", *plant('<pre class="mermaid">graph</pre>'), ".mermaid on a page"),
    ("external_requests", *plant('<link rel="alternate" href="/book/en/">'), "a sitemap"),
    ("external_requests", "site.css", "dot.svg", "https://a.example/x", "site.css: a req"),
    ("external_requests", "site.css", "p {", "@import '//a.example/x';p{", "site.css: a"),
    ("external_requests", "own.js", "b//c", "https://a.example/", "site/own.js: a request"),
    ("external_requests", "dot.svg", "<path", '<image href="https://a.example"/><path', "a.e"),
    ("broken_links", *plant('<a href="../nowhere/">x</a>'), "no en/nowhere/index.html"),
    ("broken_links", *plant('<a href="#nowhere">x</a>'), "has no id 'nowhere'"),
    ("broken_links", *plant('<a href="#%E8%BF%9B%E7%A8%8B">x</a>'), "has no id '进程'"),
    ("broken_links", *plant('<a href="../#nowhere">x</a>'), "en/index.html has no id"),
    ("broken_links", *plant('<a href="/join/">x</a>'), "no (outside the site) /join/"),
    ("broken_links", *plant('<a href="../../../x/">x</a>'), "no (outside the site) /x/"),
    ("broken_links", *plant('<a href="join.md">x</a>'), "there is no en/join/join.md"),
    ("broken_links", *plant('<a href="javascript:void(0)">x</a>'), "without JavaScript"),
    ("broken_links", *plant('<img src="no.png" alt="">'), "there is no en/join/no.png"),
    ("broken_links", *plant('<link rel="stylesheet" href="no.css">'), "en/join/no.css"),
    ("broken_links", *plant('<script src="../no.js"></script>'), "there is no en/no.js"),
    ("broken_links", "site.css", "dot.svg", "no.svg", "site/site.css: link to no.svg"),
    ("search_index", "en/search/search_index.json", "join/", "wait/", "en/wait/index.html"),
    ("search_index", "search/search_index.json", "join/#", "join/#x", "has no id"),
    ("search_index", "search/search_index.json", "[]", '["stemmer"]', "pipeline ['stemm"),
    ("language", "en/index.html", 'lang="en"', 'lang="zh-Hans"', "lang is 'zh-Hans'"),
    ("language", "join/index.html", ' lang="zh-Hans"', "", "lang is None"),
    ("language_switch", "join/index.html", "../en/join/", "../en/", "not to en/join/ind"),
    ("language_switch", "en/join/index.html", "../../join/", "../../", "not to join/index"),
    ("language_switch", "join/index.html", "language-switch", "other", "no language switch"),
    ("language_switch", "index.html", 'hreflang="en"', 'hreflang="de"', "hreflang is 'de'"),
    ("language_switch", "en/join/index.html", None, None, "no page in the other language"),
    ("sitemap", "sitemap.xml", alternates("join/"), "", "index.html: not in sitemap.xml"),
    ("sitemap", "sitemap.xml", 'hreflang="x-default"', 'hreflang="de"', "the alternates"),
    ("sitemap", "sitemap.xml", f"href=\"{URL}en/", f"href=\"{URL}fr/", "the alternates"),
    ("sitemap", "sitemap.xml", f"<loc>{URL}en/join", f"<loc>{URL}en/no", "no page of the"),
    ("sitemap", "en/index.html", f'href="{URL}en/"', f'href="{URL}"', "no canonical link"),
    ("ids", *plant('<p id="top">x</p>'), "id 'top' stands twice"),
    ("ids", *plant('<h2 id="">x</h2>'), "id '' on <h2>"),
    ("names", *plant('<div role="dialog"></div>'), "<div> without aria-label"),
    ("names", *plant('<img src="../../dot.svg">'), "<img> without alt"),
    ("names", *plant("<h1></h1>"), "empty <h1>"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "name", "old", "new", "said"), DEFECTS)
def test_a_planted_defect_is_told(
    folder: Path, check: str, name: str, old: str | None, new: str | None, said: str
) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    if new is None:
        file.unlink()
    elif old is None:
        file.write_text(new, encoding="utf-8")
    else:
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = getattr(html_checks, check)(Site(folder, URL))
    assert any(said in problem for problem in problems), problems
    assert all(p.startswith("site/") and "\n  remedy: " in p for p in problems)


@pytest.mark.parametrize("name", ["sitemap.xml", "en/search/search_index.json"])
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    check = "sitemap" if name == "sitemap.xml" else "search_index"
    (problem,) = getattr(html_checks, check)(Site(folder, URL))
    assert problem.startswith(f"site/{name}: no ")
