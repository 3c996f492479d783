"""The lines of a page that place snippets: what is recognised, what stops the build."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from markdown import Markdown

from spawnsafe.errors import BadInput
from spawnsafe.markdown import (
    INCLUSION,
    Original,
    PageError,
    SnippetPreprocessor,
    makeExtension,
)
from tests.pages import Pages

SECTIONS = """\
print("before")


def outer():
    # --8<-- [start:worker]
    def work():
        return 1
    # --8<-- [end:worker]
"""


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    made = Pages(tmp_path)
    made.write("process/join_it.py", out="hello\n")
    made.write("process/parts.py", SECTIONS, out="before\n")
    made.write("process/comments.py", "print(1)\n#> 1\n")
    made.write("process/silent.py", "pass\n")
    return made


def test_a_snippet_is_a_figure_with_name_download_code_and_output(pages) -> None:
    page = pages.page("Text\n::: snippet process/join_it.py\nmore text\n")
    figure = page.find("figure", class_="snippet")
    assert figure.find("figcaption").find(class_="snippet-name").text == "join_it.py"
    link = figure.find("a", class_="snippet-download")
    assert link["href"] == "snippets/process/join_it.py"
    assert link["aria-label"] == "Download: join_it.py"
    assert figure.select_one("div.highlight > pre > code").text == 'print("hello")\n'
    assert figure.select_one("pre.transcript").text == "hello\n"
    assert "Not yet run" in figure.text
    assert [p.text for p in page.find_all("p", recursive=False)] == [
        "Text",
        "more text",
    ]


def test_chinese(pages) -> None:
    figure = pages.page("::: snippet process/join_it.py", "zh").figure
    assert figure.find("a")["aria-label"] == "下载：join_it.py"
    assert figure.find(class_="snippet-output")["aria-label"] == "输出"
    assert "尚无运行记录" in figure.text


def test_a_section_is_just_that_part_of_the_code(pages) -> None:
    figure = pages.page("::: snippet process/parts.py section=worker").figure
    assert figure.code.text == "def work():\n    return 1\n"
    assert "worker" in figure.find("figcaption").text
    assert figure.find("a")["href"] == "snippets/process/parts.py"
    assert figure.find("a").text == "Download the whole file"
    assert not figure.find(class_="transcript") and not figure.find(class_="verified")


def test_a_section_that_is_the_whole_file_is_no_part(pages) -> None:
    source = "# --8<-- [start:program]\nprint(1)\n# --8<-- [end:program]\n"
    pages.write("process/whole.py", source, out="1\n")
    figure = pages.page("::: snippet process/whole.py section=program").figure
    assert figure.find("figcaption").span.text == "whole.py"
    assert figure.find("a").text == "Download" and not figure.find(class_="transcript")


def test_output_is_just_the_transcript(pages) -> None:
    figure = pages.page("::: output process/join_it.py").figure
    assert figure.find("pre", class_="transcript").text == "hello\n"
    assert figure.find("code") is None and not figure.find(class_="verified")
    assert figure.find("figcaption").span.text == "Output of join_it.py"


def test_print_comments_need_no_transcript(pages) -> None:
    figure = pages.page("::: snippet process/comments.py").figure
    assert "#> 1" in figure.code.text
    assert not figure.find(class_="snippet-output")


def test_markers_are_not_shown(pages) -> None:
    assert "--8<--" not in pages.html("::: snippet process/parts.py")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("- item\n\n    ::: snippet process/join_it.py\n\n- next\n", "li"),
        ("1. item\n    ::: snippet process/join_it.py\n", "li"),
        ('=== "A"\n\n    ::: snippet process/join_it.py\n', "div.tabbed-block"),
        ("!!! note\n\n    ::: snippet process/join_it.py\n", "div.admonition"),
        ('<div markdown="1">\n\n::: snippet process/join_it.py\n\n</div>\n', "div"),
        ("- a\n\n    - b\n\n        ::: snippet process/join_it.py\n", "li li"),
    ],
)
def test_indented_lines_belong_to_what_they_are_in(pages, text, inside) -> None:
    page = pages.page(text)
    assert page.select_one(f"{inside} > figure.snippet pre.transcript")
    assert ":::" not in page.text


@pytest.mark.parametrize(
    "text",
    [
        "```\n::: snippet nowhere.py\n```\n",
        "~~~ text\n::: nonsense\n~~~\n",
        "- item\n\n    ```text\n    ::: snippet nowhere.py\n    ```\n",
        "Write `::: snippet nowhere.py` on a line.\n",
    ],
)
def test_fences_and_code_in_text_are_left_alone(pages, text) -> None:
    page = pages.page(text)
    assert ":::" in page.find("code").text
    assert page.figure is None


def test_a_snippet_twice_on_a_page_has_ids_of_its_own(pages) -> None:
    pages.write("process/two.py", out="a\n", fork="b\n")
    line = "::: snippet process/two.py\n\n"
    page = pages.page(line + line + "::: output process/two.py\n")
    names = {radio["name"] for radio in page.find_all("input")}
    assert len(names) == 3  # ids are checked for each page that is rendered here
    for label in page.find_all("label"):
        assert page.find(id=label["for"])


def test_links(pages) -> None:
    line = "::: snippet process/join_it.py"
    page = pages.page(line, source_base="https://example.org/blob/main/snippets/")
    name = page.find("a", class_="snippet-name")
    assert name["href"] == ("https://example.org/blob/main/snippets/process/join_it.py")
    page = pages.page(line, download_base="https://example.org/s")
    assert page.find("a")["href"] == "https://example.org/s/process/join_it.py"


def test_inclusion_finds_the_lines_that_place_a_snippet() -> None:
    text = "::: snippet a/b.py section=x\n\n    ::: output a/c.py\n::: other d.py\nx ::: snippet e.py\n"
    found = [(match["kind"], match["path"]) for match in INCLUSION.finditer(text)]
    assert found == [("snippet", "a/b.py"), ("output", "a/c.py")]


def test_links_do_not_depend_on_where_the_build_runs(pages, monkeypatch) -> None:
    monkeypatch.chdir("/")  # a folder that nothing lies above
    md = Markdown()
    placer = SnippetPreprocessor(md, makeExtension().getConfigs(), Original(md))
    placer.page_url = "process/join/"
    assert placer.relative("../snippets/x.py") == "../../../snippets/x.py"


# What stops the build

ERRORS = [
    ("::: snippet process/join.py", "no snippet 'process/join.py'", "process/join_it.py"),
    ("::: snippet parts.py", "no snippet 'parts.py'", "did you mean process/parts.py"),
    ("::: snippet process/Join_it.py", "no snippet", "process/join_it.py"),
    ("::: snippet ../secret.py", "no snippet '../secret.py'", "use process/"),
    ("::: snippet /etc/passwd", "no snippet", "use process/"),
    ("::: snippet quite-another-folder/parts.py", "no snippet", "did you mean process/parts.py"),
    (
        "::: snippet process/parts.py section=wroker",
        "process/parts.py has no section 'wroker'",
        "did you mean worker?",
    ),
    ("::: snippet process/join_it.py section=x", "has no section 'x'", "[start:"),
    ("::: snippet process/parts.py section=", "no value", "section=NAME"),
    ("::: snippet process/parts.py section", "no value", "section=NAME"),
    (
        "::: snippet process/parts.py section=worker section=worker",
        "comes twice",
        "once",
    ),
    ("::: snippet process/parts.py sektion=x", "no option 'sektion'", "did you mean section"),
    ("::: output process/parts.py section=worker", "no option 'section'", "remove it"),
    ("::: snipet process/parts.py", "unknown kind 'snipet'", "did you mean snippet"),
    ("::: process/parts.py", "malformed line", "::: snippet PATH"),
    (":::snippet process/parts.py", "malformed line", "::: snippet PATH"),
    ("::: snippet", "malformed line", "::: snippet PATH"),
    ("    :::", "malformed line", "::: snippet PATH"),
    (":::: snippet process/parts.py", "malformed line", "::: snippet PATH"),
    ("- ::: snippet process/parts.py", "list mark", "a line of its own"),
    ("> ::: snippet process/parts.py", "list mark", "a line of its own"),
    ("::: snippet process/silent.py", "no transcript", "python -m spawnsafe record"),
    ("::: output process/comments.py", "no transcript", "python -m spawnsafe record"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "problem", "remedy"), ERRORS)
def test_what_cannot_be_shown_stops_the_build(pages, line, problem, remedy) -> None:
    with pytest.raises(PageError) as caught:
        pages.html(f"# Title\n\n```\n{line}\n```\n{line}\n\n{line}\n")
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy
    assert caught.value.line == 6  # the fenced line 4 is an example


def test_an_error_in_a_snippet_is_told_with_its_own_place(pages) -> None:
    pages.write("process/bad.py", out="one\n{nonsense\n")
    with pytest.raises(PageError) as caught:
        pages.html("Text\n\n::: snippet process/bad.py\n")
    assert str(caught.value.file).endswith("process/bad.out")
    assert caught.value.line == 2
    assert "placed by the page:3" in caught.value.problem


def test_an_unknown_language_and_folder_are_named(pages) -> None:
    with pytest.raises(BadInput, match="unknown language 'fr'"):
        pages.html("Text", "fr")
    pages.snippets = pages.folder / "nowhere"
    with pytest.raises(BadInput, match="no folder"):
        pages.html("::: snippet process/join_it.py")


# Under MkDocs


def mkdocs(pages: Pages, page: str, **config: str) -> subprocess.CompletedProcess:
    docs = pages.folder / "docs"
    (docs / "process").mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text("# Home\n", "utf-8")
    (docs / "process" / "join.md").write_text(page, "utf-8")
    lines = "".join(f"{key}: {value}\n" for key, value in config.items())
    (pages.folder / "mkdocs.yml").write_text(
        "site_name: Test\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        f"{lines}markdown_extensions:\n  pymdownx.superfences: {{}}\n"
        "  spawnsafe.markdown:\n    snippets: !relative $config_dir/snippets\n"
        "    download_base: ../snippets/\n",
        "utf-8",
    )
    (pages.folder / "theme").mkdir(exist_ok=True)
    (pages.folder / "theme" / "main.html").write_text("{{ page.content }}", "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=pages.folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.mark.parametrize(
    ("directory_urls", "file", "href"),
    [
        ("true", "process/join/index.html", "../../../snippets/process/join_it.py"),
        ("false", "process/join.html", "../../snippets/process/join_it.py"),
    ],
)
def test_the_download_link_is_relative_to_the_page(
    pages, directory_urls, file, href
) -> None:
    page = "# Join\n\n::: snippet process/join_it.py\n"
    run = mkdocs(pages, page, use_directory_urls=directory_urls)
    assert run.returncode == 0, run.stderr
    assert f'href="{href}"' in (pages.folder / "site" / file).read_text("utf-8")


def test_mkdocs_stops_with_one_clean_message(pages) -> None:
    page = (
        "---\ndescription: Front matter counts\n---\n\n# Join\n\n"
        "```\n::: snippet nowhere.py\n```\n\n::: snippet nowhere.py\n"
    )
    run = mkdocs(pages, page)
    assert run.returncode == 1
    assert (
        "docs/process/join.md:11: no snippet 'nowhere.py' in snippets/\n"
        "  remedy: " in run.stderr.replace("\r\n", "\n")
    )
    assert "Traceback" not in run.stderr
    assert not (pages.folder / "site" / "process").exists()
