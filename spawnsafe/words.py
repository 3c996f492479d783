"""The words that the machinery puts on a page, in both languages."""

from __future__ import annotations

WORDS = {
    "en": {
        "download": "Download",
        "download all": "Download the whole file",
        "download file": "{download}: {name}",
        "source": "{name} in the repository",
        "section": "part of the file: {name}",
        "output": "Output",
        "output of": "Output of {name}",
        "no output": "no output",
        "standard error": "Standard error",
        "exit code": "Exit code {code}",
        "running": "Still running after {seconds} s; stopped",
        "order": "order may vary",
        "order long": "Only lines with the same mark keep their order.",
        "cut": "{lanes} may stop at any line",
        "duration": "at least {low} s, at most {high} s",
        "recorded": "PIDs from one run: {where}",
        "everywhere else": "everywhere else",
        "and": " and ",
        "comma": ", ",
        "list": ", ",
        "semicolon": "; ",
        "colon": ": ",
        "newer": "Python {0} or newer",
        "older": "Python {0} or older",
        "older than": "Python older than {0}",
        "newer than": "Python newer than {0}",
        "exactly": "Python {0}",
        "except": "Python other than {0}",
        "other versions": "other Python versions",
        "of those": "{0} ({1})",
        "on": "on {0}",
        "with": "with {0}",
        "under": "under {0}",
        "limits": "Only {limits}: {reason}",
        "sets method": "Sets its start method itself.",
        "stop": ".",
        "not run": "Not yet run",
        "verified": "Verified {date}: ",
        "to": "{0} to {1}",
        "failed runs": {1: "1 run failed. ", None: "{n} runs failed. "},
        "tried": "Run {date}: ",
        "no pass": "not applicable where it was tried",
        "where": "System and Python",
        "date": "Date",
        "pass": "passed",
        "not applicable": "not applicable",
        "failed": "failed",
        "no run": "no run",
        "runs of": "Runs of {name}",
        "official docs": "official docs",
        "docs of": "official docs on {name}",
        "no docs": "not in the official docs",
        "since": "since {0}",
        "changed": "changed in {0}",
        "soft-deprecated": "soft-deprecated since {0}",
        "only": "{0} only",
        "examples": "Examples",
        "more": "{n} more",
        "link to": "Link to {name}",
        "names of": "Names in {module}",
        "taught": "the section that explains it",
        "imprecise": "Imprecise",
        "outdated": "Outdated",
        "wrong": "Wrong",
        "see": "See {sections}",
        "shown by": "; shown by {snippets}",
        "term": '{own} <span class="term-other" lang="zh">{other}</span>',
    },
    "zh": {
        "download": "下载",
        "download all": "下载整个文件",
        "download file": "{download}：{name}",
        "source": "仓库中的 {name}",
        "section": "文件节选：{name}",
        "output": "输出",
        "output of": "{name} 的输出",
        "no output": "没有输出",
        "standard error": "标准错误",
        "exit code": "退出码 {code}",
        "running": "{seconds} 秒后仍在运行，已终止",
        "order": "顺序可能不同",
        "order long": "只有标记相同的行保持先后顺序。",
        "cut": "{lanes} 可能在任意一行中断",
        "duration": "不少于 {low} 秒，不超过 {high} 秒",
        "recorded": "PID 取自一次运行：{where}",
        "everywhere else": "其他情况",
        "and": "、",
        "comma": "，",
        "list": "、",
        "semicolon": "；",
        "colon": "：",
        "newer": "Python {0} 及以上",
        "older": "Python {0} 及以下",
        "older than": "Python {0} 之前",
        "newer than": "Python {0} 之后",
        "exactly": "Python {0}",
        "except": "Python {0} 以外",
        "other versions": "其他 Python 版本",
        "of those": "{0}（{1}）",
        "on": "{0}",
        "with": "{0}",
        "under": "{0} 启动方法",
        "limits": "仅限 {limits}：{reason}",
        "sets method": "自行设定启动方法。",
        "stop": "。",
        "not run": "尚无运行记录",
        "verified": "已验证 {date}：",
        "to": "{0} 至 {1}",
        "failed runs": {None: "{n} 次运行失败。"},
        "tried": "运行于 {date}：",
        "no pass": "所试环境均不适用",
        "where": "系统与 Python",
        "date": "日期",
        "pass": "通过",
        "not applicable": "不适用",
        "failed": "失败",
        "no run": "未运行",
        "runs of": "{name} 的运行记录",
        "official docs": "官方文档",
        "docs of": "{name} 的官方文档",
        "no docs": "官方文档未收录",
        "since": "{0} 起",
        "changed": "{0} 有变更",
        "soft-deprecated": "{0} 起软弃用",
        "only": "仅 {0}",
        "examples": "示例",
        "more": "其余 {n} 个",
        "link to": "{name} 的链接",
        "names of": "{module} 中的名称",
        "taught": "讲解它的小节",
        "imprecise": "不准确",
        "outdated": "过时",
        "wrong": "错误",
        "see": "见{sections}",
        "shown by": "；程序：{snippets}",
        "term": '{own}<span class="term-other" lang="en">（{other}）</span>',
    },
}

# Roles in transcripts are English words; these have a Chinese name.
ROLES = {
    "parent": "父进程",
    "child": "子进程",
    "grandchild": "孙进程",
    "worker": "工作进程",
    "manager": "管理进程",
    "producer": "生产者",
    "consumer": "消费者",
    "passenger": "乘客",
    "fork server": "fork 服务器",
    "zombie": "僵尸进程",
    "orphan": "孤儿进程",
    "run": "运行",
    "careless": "不等待的父进程",
    "handler": "处理进程",
}
# Reasons of gaps are English too; each has its Chinese here.
REASONS = {
    "frames of the standard library": "标准库中的调用",
    "memory address": "内存地址",
    "a UserWarning that two semaphore objects have leaked: the children's locks": (
        "一条 UserWarning，说有两个信号量对象泄漏，即两个子进程的锁"
    ),
    "in newer patch releases, a pointer to the documentation": (
        "较新的补丁版本在此还指出官方文档中的位置"
    ),
    "temporary folder": "临时文件夹",
    "what the children had added by then, from 0 to 60": (
        "此时子进程已加上的数，0 到 60 之间"
    ),
    "the same traceback, again and again": "同样的回溯信息，一遍又一遍",
    "the line at which the signal arrived": "信号到达时执行到的那一行",
    "the RuntimeError, again and again, once the first worker has started": (
        "第一个工作进程启动之后，RuntimeError 一遍又一遍"
    ),
    "since 3.14, notes on where it stood: when serializing tuple item 0 and so on": (
        "3.14 起还有说明对象位置的注释：when serializing tuple item 0 等"
    ),
    "reworded in Python 3.14": "Python 3.14 换了措辞",
    "a suggestion, worded differently from version to version": (
        "一条建议，措辞因版本而异"
    ),
    "the PID of either worker": "两个工作进程之一的 PID",
    "Fork, Spawn or ForkServer, after the start method": (
        "Fork、Spawn 或 ForkServer，取自启动方法"
    ),
    "True or False, the system needs a moment": "True 或 False，系统需要一点时间",
    "the system's own wording": "措辞因系统而异",
    "where Python is installed": "Python 的安装位置",
    "line number": "行号",
    "shutdown, and since 3.13 the name of the block": "shutdown，3.13 起还有内存块的名字",
    "the line of the library that warns": "标准库里发出警告的那一行",
}
SHELL = {
    "en": "shell (whatever started Python)",
    "zh": "shell（启动 Python 的程序）",
}
PLATFORMS = {
    "linux": "Linux",
    "darwin": "macOS",
    "win32": "Windows",
}


def role_name(role: str, language: str) -> str:
    """The role of a process in the language of the page: "child 2", "子进程 2"."""
    if role == "shell":
        return SHELL[language]
    word, _, number = role.rpartition(" ")
    if not number.isdigit():
        word, number = role, ""
    if language == "zh" and word in ROLES:
        return f"{ROLES[word]} {number}".strip()
    return role


def reason_text(reason: str, language: str) -> str:
    """Why a gap is not promised, in the language of the page as far as there is one."""
    return REASONS.get(reason, reason) if language == "zh" else reason
