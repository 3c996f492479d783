"""The words that the machinery puts on a page, in both languages."""

from __future__ import annotations

WORDS = {
    "en": {
        "download": "Download",
        "download file": "Download {name}",
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
        "limits": "Runs only {limits}: {reason}",
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
    },
    "zh": {
        "download": "下载",
        "download file": "下载 {name}",
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
        "on": "在 {0} 上",
        "with": "用 {0}",
        "under": "以 {0} 启动方法",
        "limits": "只能{limits}运行：{reason}",
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
    word, space, number = role.partition(" ")
    if language == "zh" and word in ROLES and (not space or number.isdigit()):
        return ROLES[word] + space + number
    return role
