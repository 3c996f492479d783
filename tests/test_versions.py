"""The version table: its data, its page, and the form that looks a version up in it."""

from __future__ import annotations

import itertools
import json
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from spawnsafe import versions_page
from spawnsafe.errors import BadInput
from spawnsafe.versions import Change, affects, has, load
from spawnsafe.words import WORDS

from .pages import Pages, WellFormed

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "docs/theme/assets/js/versions.js"
ROWS = """\
# a comment
[hang]
version = ["3.13.15", "3.14.7"]
kind = "fixed"
systems = ["linux", "macos"]
affected = [">=3.11,<3.13.15", ">=3.14,<3.14.7"]
zh = "`f()` 会挂起。"
en = "`f()` hangs."
url = "https://github.com/python/cpython/issues/115634"
snippet = "a/hang.py"

[default-method]
version = "3.14"
kind = "default"
zh = "默认方法改变。"
en = "Another default."
url = "https://docs.python.org/3/whatsnew/3.14.html#multiprocessing"
read-only = true

[still-there]
kind = "open"
affected = [">=3.10"]
zh = "丢失任务。"
en = "A task is lost."
url = "https://bugs.python.org/issue22393"
read-only = true
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "snippets/a").mkdir(parents=True)
    (tmp_path / "snippets/a/hang.py").write_text("", encoding="utf-8")
    (tmp_path / "versions.toml").write_text(ROWS, encoding="utf-8")
    return tmp_path


def read(project: Path) -> list[Change]:
    return load(project / "versions.toml", project / "snippets")


@pytest.fixture(scope="module")
def table() -> list[Change]:
    return load(ROOT / "docs/versions.toml", ROOT / "snippets")


# The data of this site


def test_the_table_is_large_enough_to_be_of_use(table) -> None:
    assert len(table) >= 60
    assert {change.branch for change in table if change.branch} == {
        f"3.{minor}" for minor in range(8, 16)
    }


def test_every_snippet_named_is_on_a_page(table) -> None:
    pages = [*(ROOT / "docs/en").rglob("*.md"), ROOT / "docs/errors.toml"]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    lost = [row.ident for row in table if row.snippet and row.snippet not in text]
    assert lost == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_is_in_the_other_language(table, language) -> None:
    chinese = [
        row.ident
        for row in table
        if any("\u4e00" <= letter <= "\u9fff" for letter in row.text[language])
    ]
    assert chinese == ([row.ident for row in table] if language == "zh" else [])


@pytest.mark.parametrize(
    ("version", "ident", "expected"),
    [
        # 3.11.7, 3.13.0: seen to hang; 3.14.8, 3.15.0: seen not to
        ("3.11.7", "max-tasks-hang", True),
        ("3.13.0", "max-tasks-hang", True),
        ("3.14.8", "max-tasks-hang", False),
        ("3.15.0", "max-tasks-hang", False),
        ("3.13.7", "argv-empty", False),
        ("3.13.8", "argv-empty", True),
        ("3.14.0", "argv-empty", False),
        ("3.14.2", "argv-empty", True),
        ("3.14.3", "argv-empty", False),
        ("3.12.9", "tracker-exit-deadlock", False),
        ("3.12.11", "tracker-exit-deadlock", True),
    ],
)
def test_known_bugs_are_told(table, version, ident, expected) -> None:
    row = next(row for row in table if row.ident == ident)
    assert affects(row, version) is expected


# Which version has what


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("3.12.10", False),
        ("3.13.7", False),
        ("3.13.8", True),
        ("3.13.15", True),
        ("3.14", False),  # its branch got it later
        ("3.14.0", False),
        ("3.14.1rc1", False),
        ("3.14.1", True),
        ("3.15.0", True),
        ("3.16.0a1", True),
    ],
)
def test_a_backport_counts_by_branch(version, expected) -> None:
    row = Change("x", "changed", ("3.13.8", "3.14.1"), {}, "")
    assert has(row, version) is expected


def test_a_prerelease_of_an_affected_release_is_affected() -> None:
    row = Change("x", "fixed", ("3.14.7",), {}, "", affected=(">=3.14,<3.14.7",))
    assert affects(row, "3.14.1rc1") and not affects(row, "3.14.0rc1")


def test_an_open_bug_is_no_change_that_a_version_has() -> None:
    assert not has(Change("x", "open", (), {}, "", affected=(">=3.8",)), "3.15.0")


# Bad input


DEFECTS = [
    ('kind = "default"', 'kind = "defualt"', 12, "unknown kind 'defualt'"),
    ('kind = "default"\n', "", 12, "unknown kind None"),
    ('kind = "default"', 'kind = ["new"]', 12, "unknown kind ['new']"),
    (">=3.11,<3.13.15", ">=3.11,<3.13.x", 2, "bad specifier '>=3.11,<3.13.x'"),
    (">=3.11,<3.13.15", "~=3.11", 2, "bad specifier '~=3.11'"),
    (">=3.11,<3.13.15", "==3.11.*", 2, "bad specifier '==3.11.*'"),
    (">=3.11,<3.13.15", "3.11", 2, "bad specifier '3.11'"),
    (">=3.11,<3.13.15", "", 2, "bad specifier ''"),
    (">=3.11,<3.13.15", ">=3.11rc1", 2, "bad specifier '>=3.11rc1'"),
    ('[">=3.10"]', "[310]", 20, "bad specifier 310"),
    ('[">=3.10"]', '">=3.10"', 20, "a bug without its versions"),
    ('affected = [">=3.10"]\n', "", 20, "a bug without its versions"),
    (">=3.11,<3.13.15", ">=3.11,<=3.13.15", 2, "3.13.15 has it mended and is"),
    ('kind = "open"', 'kind = "open"\nversion = "3.15"', 20, "an open bug with a"),
    ('kind = "default"', 'kind = "default"\naffected = [">=3.8"]', 12, "affected, but"),
    ('en = "Another default."\n', "", 12, "no text in en"),
    ('zh = "默认方法改变。"', 'zh = " "', 12, "no text in zh"),
    ('zh = "默认方法改变。"', "zh = 3", 12, "no text in zh"),
    ("a/hang.py", "a/hnag.py", 2, "no snippet 'a/hnag.py'"),
    ('snippet = "a/hang.py"\n', "", 2, "neither shown nor said to be unshown"),
    (
        "read-only = true\n\n",
        'read-only = true\nsnippet = "a/hang.py"\n\n',
        12,
        "or both",
    ),
    ("read-only = true\n\n", "read-only = false\n\n", 12, "read-only must be true"),
    ("https://docs.python.org/3/", "http://docs.python.org/3/", 12, "no official"),
    ("https://docs.python.org/3/", "https://example.org/3/", 12, "no official source"),
    ("issues/115634", "pull/115634", 2, "no official source"),
    ("issues/115634", "issues/115634, too", 2, "no official source"),
    (
        'url = "https://bugs.python.org/issue22393"\n',
        "",
        20,
        "no official source: None",
    ),
    ('["linux", "macos"]', '["linux", "mac"]', 2, "bad systems"),
    ('["linux", "macos"]', '"linux"', 2, "bad systems"),
    ('["linux", "macos"]', "{linux = true}", 2, "bad systems"),
    ('version = "3.14"', 'version = "3.14rc1"', 12, "'3.14rc1' is no release"),
    ('version = "3.14"', "version = 3.14", 12, "no version"),
    ('version = "3.14"\n', "", 12, "no version"),
    ('"3.13.15", "3.14.7"', '"3.14.7", "3.13.15"', 2, "aren't one after the other"),
    ('"3.13.15", "3.14.7"', '"3.12.15", "3.14.7"', 2, "aren't one after the other"),
    ('kind = "default"', 'kind = "default"\nsince = "3.14"', 12, "unknown key 'since'"),
    ("Another default.", "A task is lost.", 20, "the same text as another row"),
    ("[default-method]", '["Default method"]', 12, "not fit for an anchor"),
    ("[default-method]", "[hang]", 12, "not valid TOML"),
    ("# a comment", "x = 1", 1, "not a table"),
]


@pytest.mark.parametrize(("old", "new", "line", "said"), DEFECTS)
def test_a_planted_defect_is_told(project, old, new, line, said) -> None:
    assert old in ROWS
    file = project / "versions.toml"
    file.write_text(ROWS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read(project)
    assert said in caught.value.problem
    assert caught.value.file == file
    assert caught.value.line == line
    assert caught.value.remedy


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        load(tmp_path / "versions.toml", tmp_path)


def test_what_is_right_is_read(project) -> None:
    hang, default, still = read(project)
    assert hang.versions == ("3.13.15", "3.14.7")
    assert hang.branch == "3.14"
    assert hang.snippet == "a/hang.py"
    assert default.versions == ("3.14",)
    assert still.branch is None


def test_a_changed_file_is_read_again(project) -> None:
    read(project)
    file = project / "versions.toml"
    file.write_text(ROWS.replace("Another default.", "New default."), encoding="utf-8")
    assert read(project)[1].text["en"] == "New default."


def test_a_snippet_that_has_gone_is_missed(project) -> None:
    read(project)
    (project / "snippets/a/hang.py").unlink()
    with pytest.raises(BadInput, match="no snippet"):
        read(project)


# The page


def rendered(changes: list[Change], language: str = "en") -> BeautifulSoup:
    html = versions_page.table(changes, language, {}, lambda url: url)
    WellFormed().check(html)
    return BeautifulSoup(html, "html.parser")


def test_the_newest_branch_comes_first_and_its_releases_in_order(table) -> None:
    groups = versions_page.grouped(table)
    names = list(groups)
    assert names[0] is None  # what nobody has mended yet
    assert names[1:] == sorted(names[1:], key=Version, reverse=True)
    assert sum(map(len, groups.values())) == len(table)
    for name, rows in groups.items():
        newest = [Version(row.versions[-1]) for row in rows if row.versions]
        assert newest == sorted(newest)
        assert all(row.branch == name for row in rows)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_row_is_on_the_page(table, language) -> None:
    page = rendered(table, language)
    rows = page.select("tr[data-kind]")
    assert {row["id"] for row in rows} == {change.ident for change in table}
    assert page.select('th[scope="rowgroup"]')
    other = "zh-cn/3" if language == "en" else "org/3/"
    assert not [a for a in page.select("a[href^=http]") if other in a["href"]]


def test_a_row_says_what_it_knows(project) -> None:
    row = rendered(read(project)).select_one("#hang")
    text = row.get_text(" ", strip=True)
    for part in ("3.14.7, 3.13.15", "f()", "fixed", "Linux, macOS", "gh-115634"):
        assert part in text
    assert ">=3.11, <3.13.15" in text and ">=3.14, <3.14.7" in text
    assert "hang.py" in text and WORDS["en"]["only read"] not in text
    default = rendered(read(project)).select_one("#default-method").get_text(" ")
    assert WORDS["en"]["only read"] in default


def test_the_form_is_hidden_until_a_script_serves_it(table) -> None:
    html = versions_page.form(table, "en", "../assets/js/versions.js")
    WellFormed().check(html)
    page = BeautifulSoup(html, "html.parser")
    form = page.find("form")
    assert form.has_attr("hidden") and (form["data-first"], form["data-last"]) == (
        "3.8",
        "3.15",
    )
    assert not page.select_one(".affected-without").has_attr("hidden")
    assert page.select_one("label")["for"] == page.find("input")["id"]
    assert page.select_one("[role=status]")["aria-live"] == "polite"
    described = page.find("input")["aria-describedby"].split()
    assert all(page.find(id=ident) for ident in described)
    script = SCRIPT.read_text(encoding="utf-8")
    used = set(re.findall(r'words\["([^"]+)"\]', script))
    assert set(json.loads(form["data-words"])) == used


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_directives_place_form_and_table(project, tmp_path, language) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    pages = Pages(folder)
    pages.write("a/hang.py")
    page = pages.page(
        "::: affected\n\n::: versions\n", language, reference=str(project)
    )
    assert page.find("form") and page.select("table.versions tr#hang")
    assert page.find("script")["src"].endswith("assets/js/versions.js")


# The script


def node(program: str, given: object) -> object:
    command = shutil.which("node")
    if command is None:
        pytest.skip("Node.js is not on PATH: the script of the form isn't run")
    done = subprocess.run(
        [command, "-e", program, str(SCRIPT)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


ASK = """
const script = require(process.argv[1]);
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(given.map((one) => %s)));
"""
PRE = ("", "", "a1", "b2", "rc1", "rc2")


def releases() -> list[str]:
    parts = itertools.product((8, 9, 11, 13, 14, 15), (None, 0, 1, 7, 10, 15), PRE)
    return list(
        dict.fromkeys(
            f"3.{minor}" + ("" if patch is None else f".{patch}") + pre
            for minor, patch, pre in parts
        )
    )


def test_the_script_understands_ranges_as_packaging_does(table) -> None:
    chance = random.Random(314)
    bounds = [text for text in releases() if not set(text) & set("abrc")]
    ranges = {one for row in table for one in row.affected}
    for operator in (">=", "<=", ">", "<", "==", "!="):
        ranges |= {operator + chance.choice(bounds) for _ in range(12)}
    for _ in range(60):
        low, high = chance.sample(bounds, 2)
        ranges.add(f">={low},<{high}")
        ranges.add(f">{low}, <={high}")
    pairs = [[v, r] for v, r in itertools.product(releases(), sorted(ranges))]
    theirs = node(ASK % "script.within(script.parse(one[0]), one[1])", pairs)
    ours = [SpecifierSet(r).contains(v, prereleases=True) for v, r in pairs]
    differ = [p for p, a, b in zip(pairs, theirs, ours, strict=True) if a != b]
    assert differ == []
    assert len(pairs) > 10_000 and 0.1 < sum(ours) / len(ours) < 0.9


def test_the_script_counts_backports_as_python_does(table) -> None:
    pairs = [[v, list(row.versions)] for v in releases() for row in table]
    theirs = node(ASK % "script.has(one[1], script.parse(one[0]))", pairs)
    ours = [has(row, v) for v in releases() for row in table]
    assert theirs == ours


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("3.13.11", "3.13.11"),
        (" 3.13.11 ", "3.13.11"),
        ("Python 3.13.11", "3.13.11"),
        ("v3.13.11", "3.13.11"),
        ("3.13", "3.13.0"),
        ("3.15.0rc1", "3.15.0rc1"),
        ("3.14.8+", "3.14.8"),
        ("３．１３．１１", "3.13.11"),
        ("3。13。11", "3.13.11"),
        ("3", None),
        ("", None),
        ("3.13.11.2", None),
        ("three", None),
        ("3.13.11 or so", None),
        ("<script>", None),
        ("3.-1", None),
    ],
)
def test_the_script_reads_what_people_write(given, name) -> None:
    ask = "(script.parse(one) && script.name(script.parse(one)))"
    assert node(ASK % ask, [given]) == [name]
