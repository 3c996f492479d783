"""The built site, both languages: what `mkdocs build --strict` lets pass.

That each check finds what it is for is shown in test_html_checks.py.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from . import html_checks
from .built import REPOSITORY, ROOT, URL, build
from .html_checks import Site


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Site:
    folder, problem = built
    if problem:
        pytest.skip("the site can't be built")  # test_the_site_can_be_built says why
    return Site(folder, URL)


def test_the_site_can_be_built(built: tuple[Path, str]) -> None:
    if built[1]:
        pytest.fail(f"mkdocs build --strict:\n{built[1]}", pytrace=False)


@pytest.mark.parametrize("check", html_checks.CHECKS, ids=lambda check: check.__name__)
def test_built_site(site: Site, check: Callable[[Site], list[str]]) -> None:
    if problems := check(site):
        pytest.fail("\n".join(problems), pytrace=False)


def test_every_page_is_there_in_both_languages(site: Site) -> None:
    sources = {
        f"{folder}{file.relative_to(ROOT / 'docs' / language).as_posix()}"
        for language, folder in (("zh", ""), ("en", "en/"))
        for file in (ROOT / "docs" / language).rglob("*.md")
    }
    pages = {
        source.removesuffix("index.md") + "index.html"
        if source.endswith("index.md")
        else source.removesuffix(".md") + "/index.html"
        for source in sources
    }
    assert set(site.pages) == pages | {"404.html"}


def test_the_404_page_works_at_any_depth(site: Site) -> None:
    """A server sends it for any address, so that nothing in it may be relative."""
    soup = site.pages["404.html"]
    links = [tag["href"] for tag in soup.select("a[href], link[href]")]
    links += [tag["src"] for tag in soup.select("[src]")]
    assert links
    for link in links:
        assert link.startswith(("/multiprocessing-by-example/", REPOSITORY)), link
    assert {tag["lang"] for tag in soup.select("html, .not-found [lang]")} == {
        "zh-Hans",
        "en",
    }
    assert "en/404.html" not in site.files


def test_snippets_can_be_downloaded_as_they_are(site: Site) -> None:
    snippets = ROOT / "snippets"
    published = sorted((site.folder / "snippets").rglob("*.*"))
    assert [p.relative_to(site.folder / "snippets") for p in published] == sorted(
        p.relative_to(snippets) for p in snippets.rglob("*.py")
    )
    for file in published:
        original = snippets / file.relative_to(site.folder / "snippets")
        assert file.read_bytes() == original.read_bytes()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The project with a home page only, to be damaged."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "docs" / "theme", project / "docs" / "theme")
    shutil.copytree(ROOT / "spawnsafe", project / "spawnsafe")
    (project / "snippets").mkdir()
    for name in ("docs/hook.py", "docs/jieba.txt", "mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        text = re.sub(r"(?ms)^nav:$.*?^$", "nav: [index.md]\n", text)
        (project / name).write_text(text, encoding="utf-8")
    for language in ("zh", "en"):
        (project / "docs" / language).mkdir()
        page = project / "docs" / language / "index.md"
        page.write_text("# Home { #home }\n", encoding="utf-8")
    return project


def test_the_small_project_can_be_built(small: Path) -> None:
    done = build(small, small / "site")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_warning_in_either_language_stops_the_build(
    small: Path, language: str
) -> None:
    pages = small / "docs" / language
    with (pages / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n[x](nowhere.md), [y](#no-such-id)\n")
    (pages / "forgotten.md").write_text("# In no nav { #x }\n", encoding="utf-8")
    done = build(small, small / "site")
    assert done.returncode == 1, done.stderr
    for said in ("'nowhere.md'", "'#no-such-id'", "- forgotten.md"):
        assert said in done.stderr


def test_an_error_in_english_stops_the_build(small: Path) -> None:
    page = small / "docs" / "en" / "index.md"
    page.write_text("# Home { #home }\n\n::: snippet no/such.py\n", encoding="utf-8")
    done = build(small, small / "site")
    assert done.returncode == 1, done.stderr
    assert "docs/en/index.md:3: no snippet 'no/such.py'" in done.stderr
