"""The pages about the checker: its rules, a report as it prints it, and the tool."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

from . import check, pyodide, report
from .api_page import prose
from .errors import BadInput
from .places import Place
from .render import UNSEARCHED, code
from .report import Checked
from .rules import Described
from .snippet import Snippet

# Where docs/hook.py puts what the page of the tool loads, from the root of the site.
PUBLISHED = {"pyodide": "checker/pyodide/", "checker": "checker/check.py"}
LARGEST = 500_000  # bytes that the page takes: more would take a browser too long
SECONDS = 30  # for one check
STALLED = 120  # seconds without a byte, or until Python has started
EXAMPLE = "process/pass_a_lambda_wrong.py"

WORDS = {
    "en": {
        "error": "error",
        "warning": "warning",
        "level-error": "Error: where the rule applies, a run fails.",
        "level-warning": "Warning: a run may fail, or do something else than meant.",
        "looks": "Looks for",
        "says": "Says",
        "remedy": "Remedy",
        "read": "Read",
        "colon": ": ",
        "wrong": "Wrong",
        "right": "Right",
        "shown": "with its run",
        "says here": "The checker says:",
        "command": "python -m spawnsafe",
        "exit": "Exit code {}",
        "report": "Report",
        "off": "This page needs JavaScript, and a browser that isn't many years old. "
        "Without it, check the file on your machine:",
        "absent": "This copy of the site was built without Pyodide, so the tool is "
        "missing here. <code>python dev.py build</code> builds a copy with it. Or check "
        "the file on your machine:",
        "script": "Your script",
        "start": "Check",
        "open": "Open a file",
        "example": "Insert an example",
        "size": "The first check loads Python for the browser: Pyodide {version}, {size} "
        "MB, from this site. Your script stays in this browser.",
        "loading": "Loading Python",
        "progress": "Loading Python: {loaded} of {total} MB",
        "starting": "Starting Python",
        "checking": "Checking",
        "findings": ["1 finding", "{n} findings"],
        "clean": "No findings",
        "clean means": "The code shows none of the faults that the rules look for. "
        "Whether the program works under every start method, only a run can tell.",
        "line": "Line {line}",
        "page": "Explanation",
        "empty": "There is nothing to check yet.",
        "paste": "Paste a script into the field, or open a file.",
        "large": "The script has {size} MB. This page takes {largest} MB at most.",
        "smaller": "Check it on your machine: python -m spawnsafe FILE",
        "deep": "The script nests too deeply for a browser.",
        "slow": "The check took more than {seconds} s and was stopped.",
        "stalled": "Nothing has come for {seconds} s.",
        "failed": "Python could not be loaded or has stopped: {problem}",
        "again": "Try again, or check it on your machine: python -m spawnsafe FILE",
        "unread": "The file can't be read: {problem}",
    },
    "zh": {
        "error": "错误",
        "warning": "警告",
        "level-error": "错误：符合这条规则的程序运行时会出错。",
        "level-warning": "警告：运行时可能出错，或者结果不是想要的。",
        "looks": "检查什么",
        "says": "报告",
        "remedy": "办法",
        "read": "说明",
        "colon": "：",
        "wrong": "错误的写法",
        "right": "正确的写法",
        "shown": "及其运行结果",
        "says here": "检查结果：",
        "command": "python -m spawnsafe",
        "exit": "退出码 {}",
        "report": "报告",
        "off": "本页需要 JavaScript 和不太旧的浏览器。没有的话，请在自己的电脑上检查：",
        "absent": "这份网站构建时没有 Pyodide，所以这里没有检查工具。"
        "<code>python dev.py build</code> 会构建带有它的网站。"
        "也可以在自己的电脑上检查：",
        "script": "要检查的脚本",
        "start": "检查",
        "open": "打开文件",
        "example": "填入例子",
        "size": "第一次检查时要从本站加载浏览器里的 Python：Pyodide {version}，{size} MB。"
        "脚本不会离开这个浏览器。",
        "loading": "正在加载 Python",
        "progress": "正在加载 Python：{loaded} MB，共 {total} MB",
        "starting": "正在启动 Python",
        "checking": "正在检查",
        "findings": ["1 个问题", "{n} 个问题"],
        "clean": "没有发现问题",
        "clean means": "代码里看不出规则所查的毛病。"
        "程序在每种启动方法下是否都能运行，只有运行才知道。",
        "line": "第 {line} 行",
        "page": "说明",
        "empty": "还没有可以检查的内容。",
        "paste": "把脚本粘贴到输入框里，或者打开一个文件。",
        "large": "脚本有 {size} MB，本页最多接受 {largest} MB。",
        "smaller": "请在自己的电脑上检查：python -m spawnsafe FILE",
        "deep": "脚本的嵌套太深，浏览器处理不了。",
        "slow": "检查超过了 {seconds} 秒，已经停止。",
        "stalled": "{seconds} 秒没有收到数据。",
        "failed": "Python 没能加载，或者中途停止了：{problem}",
        "again": "再试一次，或者在自己的电脑上检查：python -m spawnsafe FILE",
        "unread": "文件读不了：{problem}",
    },
}


# --- the rules ---


class Examples:
    """Finds the snippets of rules, and where on the site they are run.

    Args:
        find: a snippet by its name; raises BadInput.
        shown: each snippet's name -> the section that shows it.
        headings: "page.md#id" -> the text of that heading, to call links by.
        relative: makes a link from an address below the root of the language.
    """

    def __init__(
        self,
        find: Callable[[str], Snippet],
        shown: dict[str, Place],
        headings: dict[str, str],
        relative: Callable[[str], str],
    ) -> None:
        self.find, self.shown = find, shown
        self.headings, self.relative = headings, relative


def rules(table: list[Described], language: str, examples: Examples) -> str:
    """All rules, as Markdown: their headings are headings of the page.

    Raises:
        BadInput: a wrong example in which the checker finds nothing, or a right one in
            which it does.
    """
    return "\n\n".join(_rule(one, language, examples) for one in table)


def _rule(one: Described, language: str, examples: Examples) -> str:
    words, rule = WORDS[language], one.rule
    level = escape(words[f"level-{rule.level}"])
    rows = [(words["looks"], prose(one.text[language]))]
    for case in rule.cases.values():
        rows.append((words["says"], _template(case.message[language])))
        rows.append((words["remedy"], _template(case.remedy[language])))
    # several ways to break a rule may have one remedy
    once = [row for at, row in enumerate(rows) if row not in rows[:at]]
    pages = dict.fromkeys(case.page for case in rule.cases.values())
    if pages != {"checker/index.md#ignore": None}:
        rows = [_read(page, examples) for page in pages]
        once.append((words["read"], "<br>".join(rows)))
    parts = [
        f"## {rule.id} {rule.name} {{ #{one.ident} }}",
        f'<p class="rule-title">{escape(rule.title[language])}</p>',
        f'<p class="rule-level rule-{rule.level}">{level}</p>',
        '<dl class="rule">'
        + "".join(f"<dt>{escape(name)}</dt><dd>{text}</dd>" for name, text in once)
        + "</dl>",
    ]
    parts += [
        _example(one, kind, name, language, examples)
        for kind, name in (("wrong", one.wrong), ("right", one.right))
        if name
    ]
    return "\n\n".join(parts)


def _read(page: str, examples: Examples) -> str:
    # a page that isn't there fails the test of all links of rules, not the build
    url = examples.relative(report.link(page, "zh", "").lstrip("/"))
    title = prose(examples.headings.get(page, page))
    return f'<a href="{escape(url)}">{title}</a>'


def _template(text: str) -> str:
    """A message, in which what it is filled with is marked."""
    parts = text.replace("{{", "\0").replace("}}", "\1")
    parts = escape(parts, quote=False)
    for opening, closing in (("{", "<var>"), ("}", "</var>")):
        parts = parts.replace(opening, closing)
    parts = parts.replace("!r</var>", "</var>")
    return parts.replace("\0", "{").replace("\1", "}")


def _example(
    one: Described, kind: str, name: str, language: str, examples: Examples
) -> str:
    words, snippet = WORDS[language], examples.find(name)
    findings = check.check(snippet.path.read_bytes())
    if kind == "right" and findings:
        raise BadInput(
            f"{one.rule.id}: the right example {name} has a finding of "
            f"{findings[0].rule.id}",
            remedy="name another one in docs/rules.toml",
        )
    if kind == "wrong" and one.rule.id not in {each.rule.id for each in findings}:
        raise BadInput(
            f"{one.rule.id}: the checker finds nothing in the wrong example {name}",
            remedy="name another one in docs/rules.toml",
        )
    file = f"<code>{escape(snippet.path.name)}</code>"
    if place := examples.shown.get(name):
        link = escape(examples.relative(place.url))
        file += f' (<a href="{link}">{escape(words["shown"])}</a>)'
    said = ""
    if kind == "wrong":
        said = f"<p>{escape(words['says here'])}</p>" + _printed(
            [Checked(Path(snippet.path.name), check.check(_code(snippet)))],
            "text",
            language,
        )
    return (
        f'<details class="rule-{kind}"><summary>{escape(words[kind])}'
        f"{words['colon']}{file}</summary>{code(_code(snippet))}{said}</details>"
    )


def _code(snippet: Snippet) -> str:
    """The program as it is shown, and as the report beside it counts its lines.

    Without marks of sections. Limits that stand at the top stay: what a script says of
    its platforms matters to a rule.
    """
    whole = snippet.path.read_text(encoding="utf-8")
    plain = whole.startswith(snippet.display.rstrip()) or "--8<--" in whole
    return snippet.display if plain else whole


# --- a report ---


def findings(snippet: Snippet, language: str, format: str) -> str:
    """The command line, and what the checker prints about a snippet.

    Raises:
        BadInput: there is no such format.
    """
    if format not in report.FORMATS:
        raise BadInput(
            f"no format {format!r}", remedy=f"use {', '.join(report.FORMATS)}"
        )
    words, file = WORDS[language], snippet.path.name
    found = check.check(snippet.path.read_bytes())
    option = "" if format == "text" else f"--format {format} "
    command = escape(f"$ {words['command']} {option}{file}")
    shown = _printed([Checked(Path(file), found)], format, language)
    code = words["exit"].format(1 if found else 0)
    return (
        f'<figure class="snippet" aria-label="{escape(words["report"])}">'
        f'<figcaption class="snippet-head"><code>{command}</code></figcaption>'
        f'<div class="snippet-output">{shown}<p class="transcript-end">{code}</p></div>'
        "</figure>"
    )


def _printed(files: list[Checked], format: str, language: str) -> str:
    text = report.render(files, format, language=language)
    lines = "".join(
        f'<span class="line">{escape(line, quote=False)}\n</span>'
        for line in text.splitlines()
    )
    return f'<pre class="transcript checker-report">{lines}</pre>'


# --- the tool ---


def tool(
    cache: Path,
    example: Snippet,
    language: str,
    root: str,
    relative: Callable[[str], str],
) -> str:
    """The field and buttons of the page that checks a script in the browser.

    Args:
        cache: the folder that has Pyodide, or not.
        root: the way from the language's root to that of the site, "" or "../".
        relative: makes a link from an address below the root of the language.
    """
    words = WORDS[language]
    command = '<p><code class="checker-command">python -m spawnsafe FILE</code></p>'
    files = pyodide.sizes(cache)
    if not files:
        return (
            f'<div class="admonition warning checker-absent"><p>{words["absent"]}</p>'
            f"{command}</div>"
        )
    total = f"{sum(files.values()) / 1e6:.1f}"
    told = {
        "language": language,
        "worker": relative("assets/js/check-worker.js"),
        **{name: _folder(relative, root + path) for name, path in PUBLISHED.items()},
        "rules": _folder(relative, "checker/rules/"),
        "root": _folder(relative, "./"),
        "files": files,
        "largest": LARGEST,
        "seconds": SECONDS,
        "stalled": STALLED,
        "example": example.display,
        "words": words,
    }
    size = words["size"].format(version=pyodide.VERSION, size=total)
    data = escape(json.dumps(told, ensure_ascii=False))
    button = '<button type="button" class="md-button {}">{}</button>'
    return (
        f'<div class="checker" data-checker="{data}" {UNSEARCHED}>'
        f'<div class="checker-off"><p>{escape(words["off"])}</p>{command}</div>'
        '<div class="checker-form" hidden>'
        f'<label for="checker-source">{escape(words["script"])}</label>'
        '<textarea id="checker-source" class="checker-source" rows="16" wrap="off" '
        'spellcheck="false" autocomplete="off" autocapitalize="off"></textarea>'
        '<div class="checker-buttons">'
        + button.format("md-button--primary checker-start", words["start"])
        + f'<label class="md-button">{escape(words["open"])}'
        '<input type="file" class="checker-file" accept=".py,.pyw,text/x-python"></label>'
        + button.format("checker-example", words["example"])
        + f'</div><p class="checker-size">{escape(size)}</p>'
        '<progress class="checker-progress" hidden '
        f'aria-label="{escape(words["loading"])}"></progress>'
        '<p class="checker-status" role="status"></p>'
        '<div class="checker-results" aria-live="polite"></div></div></div>'
        f'<script type="module" src="{escape(relative("assets/js/check.js"))}"></script>'
    )


def _folder(relative: Callable[[str], str], path: str) -> str:
    """A relative address; it keeps the slash at its end."""
    return relative(path) + ("/" if path.endswith("/") else "")
