"""Make one build of two: English goes into en/ of the Chinese site.

A plain pair of configurations instead of an i18n plugin: each language keeps its
own search index and its own navigation, and nothing sits between MkDocs and pages.
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from spawnsafe import check, checker_page, pyodide

ENGLISH = "mkdocs.en.yml"

# jieba reports the loading of its dictionary on standard error at every build
logging.getLogger("jieba").setLevel(logging.WARNING)


def folder(config) -> Path:
    return Path(config.config_file_path).parent


def is_english(config) -> bool:
    return Path(config.config_file_path).name == ENGLISH


def on_config(config):
    if config.repo_url:
        base = config.repo_url.rstrip("/") + "/blob/main/snippets"
        config.mdx_configs["spawnsafe.markdown"]["source_base"] = base
    else:
        config.edit_uri = None  # else pages get an edit link to a relative path
    return config


def on_env(env, *, config, files):
    other = config.extra["twin"]

    def has_twin(page) -> bool:
        return (folder(config) / other["docs"] / page.file.src_uri).is_file()

    def twin_url(page) -> str:
        """The page in the other language, else its home, seen from this site's root."""
        return other["root"] + (url(page) if page and has_twin(page) else "")

    def url(page) -> str:
        return page.url.removeprefix("./")  # the home page's is "./"

    env.globals.update(has_twin=has_twin, twin_url=twin_url)
    return env


def on_post_build(*, config) -> None:
    site = Path(config.site_dir)
    if is_english(config):
        # A server knows one 404 page, that of the root; it and the sitemap of the
        # root are made for both languages.
        for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):
            (site / name).unlink()
        return
    publish_snippets(folder(config) / "snippets", site / "snippets")
    publish_checker(folder(config) / ".cache", site)
    # An error in here, in strict mode a warning too, ends the whole build.
    build(
        load_config(
            str(folder(config) / ENGLISH),
            site_url=config.site_url + "en/",
            site_dir=str(site / "en"),
            strict=config.strict,
        )
    )


def on_serve(server, *, config, builder):
    results = folder(config) / "results"  # written by local runs, so perhaps not yet
    results.mkdir(exist_ok=True)
    server.watch(str(results))
    for file in sorted((folder(config) / "docs").glob("*.toml")):
        server.watch(str(file))
    return server


def publish_snippets(source: Path, target: Path) -> None:
    """Copy the snippets, as they are, to where pages offer them for download."""
    for file in sorted(source.rglob("*.py")):
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


def publish_checker(cache: Path, site: Path) -> None:
    """Put there what the page of the checker loads: Pyodide, and the rules."""
    if pyodide.publish(cache, site / checker_page.PUBLISHED["pyodide"]):
        shutil.copyfile(check.__file__, site / checker_page.PUBLISHED["checker"])
