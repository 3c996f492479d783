"""Rules for scripts that start processes: read the code, never run it.

``check(source)`` gives findings. A rule speaks only where the code shows the fault;
where it isn't evident what an object is, or in which order things happen, there is no
finding. Standard library only, and a single file, so that it also runs in a browser.

How it works: names are followed to the objects that they evidently stand for
(``Names``), functions of the script to the calls that they make in order (``Flows``),
and calls that hand a function to another process are listed (``Task``). Each rule is
a function over these.
"""

from __future__ import annotations

import ast
import gc
import io
import re
import sys
import tokenize
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

LANGUAGES = ("zh", "en")
_WORDS = {  # values of fields that aren't code
    "number": {"zh": "一个数", "en": "a number"},
    "text": {"zh": "一个字符串", "en": "a string"},
    "generator": {"zh": "生成器", "en": "a generator"},
    "lambda": {"zh": "lambda", "en": "a lambda"},
}
DEPTH = 12_000  # frames: expressions and elif chains of generated code nest deeply
MOST_EVENTS = 3_000  # of the module, with all that it calls
MOST_IN_FUNCTION = 200  # many functions that call each other would take too long


# --- rules and findings ---------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """One way to break a rule: texts by language, with {fields} of the finding."""

    message: dict[str, str]
    remedy: dict[str, str]
    page: str  # path#anchor below docs/<language>/


@dataclass(frozen=True)
class Rule:
    """A rule: ``level`` is "error" where a run fails, "warning" where it may."""

    id: str
    name: str
    title: dict[str, str]
    level: str
    cases: dict[str, Case]

    @property
    def page(self) -> str:
        return next(iter(self.cases.values())).page


@dataclass(frozen=True)
class Finding:
    """A rule broken at a place; lines and columns from 1, columns in characters."""

    rule: Rule
    line: int
    column: int
    end_line: int
    end_column: int
    case: str
    fields: tuple[tuple[str, str], ...] = ()

    def message(self, language: str) -> str:
        return self._filled(self.rule.cases[self.case].message, language)

    def remedy(self, language: str) -> str:
        return self._filled(self.rule.cases[self.case].remedy, language)

    def _filled(self, texts: dict[str, str], language: str) -> str:
        fields = {
            name: _WORDS.get(value, {}).get(language, value)
            for name, value in self.fields
        }
        return texts[language].format(**fields)

    @property
    def page(self) -> str:
        return self.rule.cases[self.case].page


class Unreadable(Exception):
    """The source is no Python that can be read: why, where, and what to do."""

    def __init__(
        self, problem: dict[str, str], remedy: dict[str, str], line: int | None = None
    ) -> None:
        self.problem, self.remedy, self.line = problem, remedy, line
        super().__init__(problem["en"])


def _case(zh: str, en: str, do_zh: str, do_en: str, page: str) -> Case:
    return Case({"zh": zh, "en": en}, {"zh": do_zh, "en": do_en}, page)


def _rule(number: str, name: str, level: str, zh: str, en: str, **cases: Case) -> Rule:
    return Rule(f"SS{number}", name, {"zh": zh, "en": en}, level, cases)


_GUARD_ZH = '把它移到 if __name__ == "__main__": 之内。'
_GUARD_EN = 'Move it inside if __name__ == "__main__":.'
_ALL = [
    _rule(
        "001",
        "ignore-without-reason",
        "warning",
        "忽略注释没有写理由",
        "An ignore comment without a reason",
        plain=_case(
            "这条忽略注释没有写理由。",
            "This ignore comment gives no reason.",
            "在方括号后面写明理由：# spawnsafe: ignore[{rule}] 理由。",
            "Say why after the bracket: # spawnsafe: ignore[{rule}] reason.",
            "checker/index.md#ignore",
        ),
    ),
    _rule(
        "002",
        "ignore-unknown-rule",
        "warning",
        "忽略注释里的规则不存在",
        "An ignore comment that names no rule",
        plain=_case(
            "没有名为“{rule}”的规则。",
            "There is no rule {rule!r}.",
            "写规则的编号或名称，例如 SS101 或 no-guard。",
            "Name a rule by its number or name, such as SS101 or no-guard.",
            "checker/index.md#ignore",
        ),
        unnamed=_case(
            "这条忽略注释没有写规则。",
            "This ignore comment names no rule.",
            "在方括号里写规则的编号或名称：# spawnsafe: ignore[SS101] 理由。",
            "Name the rule in brackets: # spawnsafe: ignore[SS101] reason.",
            "checker/index.md#ignore",
        ),
    ),
    _rule(
        "003",
        "ignore-unused",
        "warning",
        "忽略注释没有用到",
        "An ignore comment that ignores nothing",
        plain=_case(
            "这里没有 {rule} 的问题可以忽略。",
            "There is no finding of {rule} here to ignore.",
            "删除这条注释。",
            "Remove the comment.",
            "checker/index.md#ignore",
        ),
    ),
    _rule(
        "101",
        "no-guard",
        "error",
        "导入时启动进程，没有主模块保护",
        "Processes are started at import time, without a guard",
        process=_case(
            "导入这个文件时就会启动进程（第 {line} 行的 {what}）：在 spawn 和 forkserver 下，"
            "子进程要先导入这个文件，于是以 RuntimeError 结束。",
            "Importing this file starts a process ({what}, line {line}): under spawn "
            "and forkserver a child imports the file first, and dies of a RuntimeError.",
            _GUARD_ZH,
            _GUARD_EN,
            "first-steps/main-guard.md#no-guard",
        ),
        pool=_case(
            "导入这个文件时就会启动进程池（第 {line} 行的 {what}）：在 spawn 和 forkserver 下，"
            "每个工作进程导入它时都会失败，进程池便不停地补充工作进程。",
            "Importing this file starts a pool ({what}, line {line}): under spawn and "
            "forkserver each worker fails as it imports the file, and the pool replaces it, "
            "without end.",
            _GUARD_ZH,
            _GUARD_EN,
            "first-steps/main-guard.md#pool",
        ),
    ),
    _rule(
        "102",
        "method-at-import",
        "error",
        "导入时设置启动方法",
        "The start method is set at import time",
        plain=_case(
            "导入这个文件时就会调用 set_start_method()：子进程导入它时再次调用，"
            "得到 RuntimeError: context has already been set。",
            "Importing this file calls set_start_method(): a child that imports it "
            "calls it again and gets RuntimeError: context has already been set.",
            _GUARD_ZH + "库应当用 get_context()。",
            _GUARD_EN + " A library should use get_context() instead.",
            "starting/choosing.md#set-start-method",
        ),
    ),
    _rule(
        "103",
        "module-seed",
        "warning",
        "模块级的随机数种子",
        "A random seed at module level",
        plain=_case(
            "每个子进程导入这个文件时都会用同一个种子，随后得到同样的“随机”数。",
            "Every child that imports this file seeds the generator alike, so the "
            "children draw the same numbers.",
            "给每个任务传一个自己的种子；不需要重现结果时，在 initializer 里调用"
            "不带参数的 seed()。",
            "Give each task a seed of its own as an argument; where results needn't "
            "be repeated, call seed() without arguments in an initializer.",
            "first-steps/main-guard.md#again",
        ),
    ),
    _rule(
        "104",
        "changed-global",
        "error",
        "依赖主进程里的全局变量",
        "A task relies on a global as it is in the main process",
        changed=_case(
            "{name} 在这里改了，但 {function}() 在子进程里读到的是导入时的值"
            "（spawn、forkserver）。",
            "{name} is changed here, yet {function}() reads the value of import time "
            "in a child (spawn, forkserver).",
            "把这个值作为参数传给子进程，或者用 initializer 设置。",
            "Pass the value as an argument, or set it in an initializer.",
            "process/isolation.md#pass",
        ),
        missing=_case(
            "{name} 只在主模块保护里有定义，{function}() 在子进程里读它会得到 "
            "NameError（spawn、forkserver）。",
            "{name} exists inside the guard only; {function}() gets a NameError for "
            "it in a child (spawn, forkserver).",
            "把它作为参数传给子进程，或者移到保护之外。",
            "Pass it as an argument, or define it outside the guard.",
            "process/isolation.md#guard",
        ),
        anew=_case(
            "每个子进程导入这个文件时都会另建一个 {name}：{function}() 用的不是主进程的"
            "那一个（spawn、forkserver）。",
            "Each child makes a {name} of its own as it imports the file: {function}() "
            "doesn't use that of the main process (spawn, forkserver).",
            "在主模块保护里创建它，作为参数传给子进程，或者用 initializer 设置。",
            "Create it inside the guard and pass it as an argument, or set it in an "
            "initializer.",
            "sharing/lock.md#pass-it",
        ),
    ),
    _rule(
        "105",
        "freeze-support",
        "warning",
        "打包成可执行文件的程序里的 freeze_support()",
        "freeze_support() in a program that is packed into an executable",
        missing=_case(
            "这个程序会打包成可执行文件（{what}），却在启动进程之前没有调用 "
            "freeze_support()：子进程会把整个程序再运行一遍（spawn、forkserver）。",
            "This program is meant to be packed into an executable ({what}), yet "
            "doesn't call freeze_support() before it starts processes: each child "
            "runs the whole program again (spawn, forkserver).",
            '在 if __name__ == "__main__": 之后第一行调用 multiprocessing.freeze_support()。',
            "Call multiprocessing.freeze_support() in the first line after "
            'if __name__ == "__main__":.',
            "starting/entry-points.md#frozen",
        ),
        unguarded=_case(
            "freeze_support() 在主模块保护之外：导入这个文件也会调用它。",
            "freeze_support() stands outside the main guard: importing the file "
            "calls it, too.",
            '把它移到 if __name__ == "__main__": 之后第一行。',
            'Move it to the first line after if __name__ == "__main__":.',
            "starting/entry-points.md#frozen",
        ),
        late=_case(
            "freeze_support() 来得太晚：在它之前已经启动了进程。",
            "freeze_support() comes too late: a process was started before it.",
            '把它移到 if __name__ == "__main__": 之后第一行。',
            'Move it to the first line after if __name__ == "__main__":.',
            "starting/entry-points.md#frozen",
        ),
    ),
    _rule(
        "201",
        "unpicklable-target",
        "error",
        "不能 pickle 的目标函数或参数",
        "A target, task or argument that can't be pickled",
        **{
            "lambda": _case(
                "lambda 不能 pickle，只有用 fork 启动的 Process 能得到它。",
                "A lambda can't be pickled: it reaches no child but a Process "
                "started by fork.",
                "改用模块级的函数（def），需要时用 functools.partial 带上参数。",
                "Use a function of the module (def), with functools.partial for "
                "parameters.",
                "process/arguments.md#pickle",
            ),
            "nested": _case(
                "{name} 定义在函数里面，不能 pickle，只有用 fork 启动的 Process 能得到它。",
                "{name} is defined inside a function and can't be pickled: it reaches "
                "no child but a Process started by fork.",
                "把它移到模块级。",
                "Move it to the level of the module.",
                "process/arguments.md#pickle",
            ),
            "guarded": _case(
                "{name} 定义在主模块保护里：子进程导入这个文件时没有它"
                "（spawn、forkserver）。",
                "{name} is defined inside the main guard: a child that imports the "
                "file doesn't have it (spawn, forkserver).",
                "把它移到保护之外。",
                "Move it outside the guard.",
                "first-steps/main-guard.md#outside",
            ),
            "bound": _case(
                "{name} 要连同它的对象一起 pickle，而第 {line} 行的属性 {attribute}"
                "（{what}）不能 pickle。",
                "{name} is pickled together with its object, whose attribute "
                "{attribute} of line {line} ({what}) can't be.",
                "改用模块级的函数，只传它需要的值；或者用 __getstate__ 去掉这个属性。",
                "Use a function of the module and pass just what it needs, or leave "
                "the attribute out by __getstate__.",
                "process/arguments.md#pickle",
            ),
            "attribute": _case(
                "Process 对象要整个 pickle，属性 {attribute}（{what}）不能 pickle"
                "（spawn、forkserver）。",
                "The Process object is pickled as a whole, and its attribute "
                "{attribute} ({what}) can't be (spawn, forkserver).",
                "在 run() 里创建它。",
                "Create it in run().",
                "process/subclass.md#pickle",
            ),
            "argument": _case(
                "参数里有不能 pickle 的东西：{what}。",
                "Among the arguments is something that can't be pickled: {what}.",
                "传能 pickle 的值，在子进程里再创建它。",
                "Pass values that can be pickled, and create it in the child.",
                "process/arguments.md#pickle",
            ),
        },
    ),
    _rule(
        "202",
        "called-target",
        "error",
        "调用了目标函数，而没有交出它",
        "The target is called instead of named",
        plain=_case(
            "{name}() 在这里就在父进程里运行了，交给子进程的是它的返回值，不是函数。",
            "{name}() runs right here in the parent; what the child is given is its "
            "return value, not a function.",
            "去掉括号，写 {name}，参数另外传。",
            "Leave the parentheses out: {name}; pass its arguments separately.",
            "process/arguments.md#target",
        ),
    ),
    _rule(
        "203",
        "args-not-tuple",
        "error",
        "args 不是元组",
        "args isn't a tuple",
        plain=_case(
            "args 需要元组，这里是{what}：括号不构成元组，逗号才构成。",
            "args needs a tuple and gets {what}: the comma makes a tuple, not the "
            "parentheses.",
            "加上逗号：args=({source},)。",
            "Write the comma: args=({source},).",
            "process/arguments.md#comma",
        ),
    ),
    _rule(
        "301",
        "lock-to-pool",
        "error",
        "把锁或队列传给进程池的任务",
        "A lock or queue is passed to a task of a pool",
        plain=_case(
            "{what} 不能作为任务的参数传给进程池：RuntimeError，"
            "只能在启动时由子进程继承。",
            "{what} can't be passed to a task of a pool: RuntimeError, such objects "
            "are shared through inheritance only.",
            "用 initializer 和 initargs 交给每个工作进程，或者用 Manager() 的代理。",
            "Give it to each worker by initializer and initargs, or use a proxy of a "
            "Manager().",
            "sharing/lock.md#pool",
        ),
    ),
    _rule(
        "302",
        "dropped-early",
        "error",
        "子进程打开之前就丢掉了共享对象",
        "A shared object is dropped before the child opens it",
        inline=_case(
            "除了参数，没有别处引用这个 {what}：start() 一返回它就被释放，子进程可能打不开它"
            "（Linux 和 macOS，spawn、forkserver：FileNotFoundError）。",
            "Nothing but the arguments refers to this {what}: it is gone as soon as "
            "start() returns, and the child may fail to open it (spawn, forkserver on "
            "Linux and macOS: FileNotFoundError).",
            "把它存进变量，保留到 join() 之后。",
            "Keep it in a variable until after join().",
            "sharing/lock.md#keep-alive",
        ),
        unjoined=_case(
            "这里没有等待子进程：{what} 可能先消失，子进程就打不开它"
            "（Linux 和 macOS，spawn、forkserver：FileNotFoundError）。",
            "Nobody waits for the child here: the {what} may be gone before the child "
            "opens it (spawn, forkserver on Linux and macOS: FileNotFoundError).",
            "在同一个函数里 join() 子进程。",
            "join() the child in the same function.",
            "sharing/lock.md#keep-alive",
        ),
        deleted=_case(
            "在 join() 之前删掉了子进程要用的 {what}。",
            "The {what} is deleted before the child that needs it was joined.",
            "先 join()，后删除。",
            "join() first, delete afterwards.",
            "sharing/lock.md#keep-alive",
        ),
        unlinked=_case(
            "在 join() 之前就 unlink()：子进程可能按名字找不到这块共享内存"
            "（Linux 和 macOS：FileNotFoundError）。",
            "unlink() comes before join(): the child may not find the block by its "
            "name (Linux and macOS: FileNotFoundError).",
            "先 join()，后 unlink()。",
            "join() first, unlink() afterwards.",
            "sharing/data.md#unlink",
        ),
        manager=_case(
            "with 块结束时管理器就关闭了，而子进程还没有 join()：它的代理连不上。",
            "The manager is shut down as the with block ends, before the child was "
            "joined: its proxies can't connect.",
            "在 with 块之内 join()。",
            "join() inside the with block.",
            "sharing/data.md#too-late",
        ),
    ),
    _rule(
        "401",
        "join-before-get",
        "error",
        "先 join() 后 get()",
        "join() before get()",
        plain=_case(
            "子进程往队列或管道里放了数据，这里却先 join()，到第 {line} 行才取："
            "数据超过管道的容量时，两边永远互相等待。",
            "The child puts data into a queue or pipe that is read only after this "
            "join(), in line {line}: with more data than the pipe holds, both wait for "
            "ever.",
            "先把数据取完，再 join()。",
            "Read everything first, join() afterwards.",
            "messages/queue.md#join-before-get",
        ),
    ),
    _rule(
        "501",
        "read-after-with",
        "error",
        "with Pool 结束后才取结果",
        "Results are read after the with block of a pool",
        plain=_case(
            "离开 with 块时进程池被 terminate()，没做完的任务再也没有结果："
            "第 {line} 行会一直等下去。",
            "Leaving the with block terminates the pool; a task that hasn't finished "
            "never gets a result, and line {line} waits for ever.",
            "在 with 块之内取结果。",
            "Fetch the results inside the with block.",
            "pools/ending.md#with",
        ),
    ),
    _rule(
        "502",
        "result-unread",
        "warning",
        "没有人取的结果",
        "A result that nobody reads",
        plain=_case(
            "没有人读 {method}() 的结果：任务里的异常会悄悄消失。",
            "Nobody reads the result of {method}(): an exception in the task is lost "
            "without a trace.",
            "保留返回的对象并调用 get()，或者传 error_callback。",
            "Keep the object that it returns and get() the result, or pass an "
            "error_callback.",
            "pools/results.md#errors",
        ),
        future=_case(
            "没有人读 {method}() 的结果：任务里的异常会悄悄消失。",
            "Nobody reads the result of {method}(): an exception in the task is lost "
            "without a trace.",
            "保留 Future 并调用 result()。",
            "Keep the future and ask it for its result().",
            "executors/submit.md#errors",
        ),
        iterator=_case(
            "没有人读 {method}() 的结果：任务里的异常会悄悄消失。",
            "Nobody reads the result of {method}(): an exception in the task is lost "
            "without a trace.",
            "遍历它返回的迭代器。",
            "Iterate over what it returns.",
            "executors/submit.md#errors",
        ),
    ),
    _rule(
        "503",
        "nested-executor",
        "error",
        "任务里又创建进程池或执行器",
        "A pool or executor is created inside a task",
        daemonic=_case(
            "{function}() 在进程池的工作进程里运行，那是守护进程，不能有子进程："
            "AssertionError: daemonic processes are not allowed to have children。",
            "{function}() runs in a worker of a pool, a daemon, which can't have "
            "children: AssertionError: daemonic processes are not allowed to have "
            "children.",
            "在主进程里创建进程池，把任务分细；或者外层改用 ProcessPoolExecutor。",
            "Create the pool in the main process and give it smaller tasks, or use a "
            "ProcessPoolExecutor outside.",
            "process/daemon.md#no-children",
        ),
        daemon=_case(
            "{function}() 在守护进程里运行，不能有子进程："
            "AssertionError: daemonic processes are not allowed to have children。",
            "{function}() runs in a daemon process, which can't have children: "
            "AssertionError: daemonic processes are not allowed to have children.",
            "去掉 daemon=True，或者在主进程里启动这些进程。",
            "Leave daemon=True out, or start these processes in the main process.",
            "process/daemon.md#no-children",
        ),
    ),
    _rule(
        "504",
        "unpicklable-exception",
        "error",
        "不能还原的异常",
        "An exception that can't be unpickled",
        plain=_case(
            "{name} 从任务里抛出后不能还原：unpickle 时 __init__() 得到的参数个数不对"
            "（得到 {given}，需要 {needed}）。进程池会一直等，执行器会损坏。",
            "{name} can't be unpickled after a task raised it: __init__() then gets the "
            "wrong number of arguments ({given}, needs {needed}). A pool waits for "
            "ever, an executor breaks.",
            "把全部参数交给 super().__init__()，或者定义 __reduce__()。",
            "Pass all arguments to super().__init__(), or define __reduce__().",
            "executors/broken.md#exceptions",
        ),
    ),
    _rule(
        "601",
        "bare-fork",
        "error",
        "没有检查平台就调用 os.fork()",
        "os.fork() without a look at the platform",
        plain=_case(
            "Windows 上没有 os.{name}()：AttributeError。",
            "There is no os.{name}() on Windows: AttributeError.",
            '用 if hasattr(os, "{name}") 检查，或者改用 multiprocessing。',
            'Ask if hasattr(os, "{name}"), or use multiprocessing.',
            "first-steps/fork.md#windows",
        ),
    ),
    _rule(
        "602",
        "fork-with-threads",
        "warning",
        "启动线程之后 fork",
        "fork in a program that has started threads",
        plain=_case(
            "第 {line} 行启动的线程可能还在运行：fork 不复制线程，"
            "却复制它持有的锁，子进程可能死锁。",
            "The thread of line {line} may still run: fork copies no threads, yet "
            "the locks that they hold, and the child may deadlock.",
            "先 fork 后启动线程，先 join() 线程，或者改用 spawn 或 forkserver。",
            "Fork before you start threads, join() them first, or use spawn or "
            "forkserver.",
            "first-steps/fork.md#threads",
        ),
    ),
    _rule(
        "701",
        "private-import",
        "warning",
        "导入私有模块或私有名称",
        "A private module or name is imported",
        plain=_case(
            "{name} 是标准库的内部实现，可能不经通知就改变。",
            "{name} is internal to the standard library and may change without notice.",
            "从 {public} 导入公开的名称。",
            "Import the public name from {public}.",
            "executors/submit.md#submit",
        ),
    ),
]
RULES = {rule.name: rule for rule in _ALL}
_BY_ID = {rule.id: rule for rule in _ALL}


# --- reading a source -----------------------------------------------------------------


def _unreadable(zh: str, en: str, do_zh: str, do_en: str, line: int | None = None):
    return Unreadable({"zh": zh, "en": en}, {"zh": do_zh, "en": do_en}, line)


def decode(source: bytes) -> str:
    """Text of a Python file, by its byte order mark or its declaration (PEP 263).

    Raises:
        Unreadable: no such encoding, or bytes that it doesn't have.
    """
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(
            "文件是 UTF-16 编码，Python 读不了",
            "the file is in UTF-16, which Python doesn't read",
            "另存为 UTF-8。",
            "Save it as UTF-8.",
        )
    _no_null_bytes(source)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        return source.decode(encoding)
    except (SyntaxError, LookupError) as error:
        if not any(map(_CODING.match, source.split(b"\n", 2)[:2])):
            return _as_utf8(source)
        raise _unreadable(
            f"编码声明不成立：{error}",
            f"the declared encoding doesn't hold: {error}",
            "改正前两行里的 coding 声明，或者另存为 UTF-8。",
            "Correct the coding line, or save the file as UTF-8.",
            1,
        ) from None
    except (UnicodeError, ValueError) as error:
        raise _not_text(source, encoding, error) from None


_CODING = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


def _as_utf8(source: bytes) -> str:
    try:
        return source.decode("utf-8-sig")
    except UnicodeError as error:
        raise _not_text(source, "utf-8", error) from None


def _not_text(source: bytes, encoding: str, error: ValueError) -> Unreadable:
    at = getattr(error, "start", 0)
    return _unreadable(
        f"不是 {encoding} 文本：{error}",
        f"not text in {encoding}: {error}",
        "在第一行声明编码（# -*- coding: ... -*-），或者另存为 UTF-8。",
        "Declare the encoding in the first line (# -*- coding: ... -*-), or save the "
        "file as UTF-8.",
        source.count(b"\n", 0, at) + 1,
    )


def _no_null_bytes(source: bytes | str) -> None:
    at = source.find(b"\0" if isinstance(source, bytes) else "\0")
    if at >= 0:
        newline = b"\n" if isinstance(source, bytes) else "\n"
        raise _unreadable(
            "文件里有空字节，不是 Python 源代码",
            "the file holds a null byte: it is no Python source",
            "检查文件是否损坏，或者是不是别的格式。",
            "See whether it is damaged, or in another format.",
            source.count(newline, 0, at) + 1,
        )


def parse(text: str) -> ast.Module:
    """The syntax tree.

    Raises:
        Unreadable: a notebook, null bytes, no valid Python, or nested too deeply.
    """
    _no_null_bytes(text)
    if text.lstrip().startswith("{") and re.search(r'"nbformat"\s*:', text):
        raise _unreadable(
            "这是笔记本（Jupyter），不是 Python 文件",
            "a notebook, not a Python file",
            "先导出为脚本：jupyter nbconvert --to script 文件.ipynb。",
            "Export it first: jupyter nbconvert --to script FILE.ipynb.",
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:  # IndentationError and TabError as well
        raise _unreadable(
            f"Python {_version()} 读不懂：{error.msg}",
            f"no valid Python {_version()}: {error.msg}",
            "改正语法，或者用这个文件所需的 Python 版本运行检查。",
            "Correct it, or run the check with the Python that the file is for.",
            error.lineno or None,
        ) from None
    except (RecursionError, MemoryError):
        raise _too_deep() from None
    except ValueError as error:  # an integer of more than 4300 digits, a lone surrogate
        raise _unreadable(
            f"读不懂：{error}", f"can't be read: {error}", "改正它。", "Correct it."
        ) from None


def _too_deep() -> Unreadable:
    return _unreadable(
        "嵌套太深，读不了",
        "nested too deeply to be read",
        "拆分很长的表达式或 elif 链。",
        "Split its longest expressions or chains of elif.",
    )


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """More frames than usual; a browser's stack can't take them."""
    before, collects = sys.getrecursionlimit(), gc.isenabled()
    gc.disable()  # trees are large and without garbage
    if sys.platform != "emscripten":
        sys.setrecursionlimit(max(before, DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
        if collects:
            gc.enable()


# --- what names stand for -------------------------------------------------------------


@dataclass(frozen=True)
class Value:
    """What an expression evidently is.

    tag: api (a module or member, by its full name), context, object (of the class
    ``name``, made by the call ``node``), function, lambda, class, instance, bound,
    member (attribute ``name`` of an object), partial, generator, many, tuple, table,
    number, text (``name`` is its length), none or unknown.
    """

    tag: str
    name: str = ""
    node: ast.AST | None = None
    method: str = ""  # start method, where a context fixes it
    parts: tuple[Value, ...] = ()


UNKNOWN = Value("unknown")
NUMBER = Value("number")
NONE = Value("none")

PROCESS = "multiprocessing.Process"
POOL = "multiprocessing.Pool"
EXECUTOR = "concurrent.futures.ProcessPoolExecutor"
MANAGER = "multiprocessing.Manager"
SHARED_MEMORY = "multiprocessing.shared_memory.SharedMemory"
MEMORY_MANAGER = "multiprocessing.managers.SharedMemoryManager"
THREAD = "threading.Thread"
THREADS = "concurrent.futures.ThreadPoolExecutor"
_MANAGERS = {
    "multiprocessing.managers.BaseManager",
    "multiprocessing.managers.SyncManager",
    MEMORY_MANAGER,
}
QUEUES = {"multiprocessing.Queue", "multiprocessing.JoinableQueue"}
# Objects that a child may get at its start only.
INHERITED = QUEUES | {
    f"multiprocessing.{name}"
    for name in (
        "Lock RLock Semaphore BoundedSemaphore Condition Event Barrier SimpleQueue "
        "Value Array RawValue RawArray"
    ).split()
}
# Those of them that a child opens by the name of a semaphore.
NAMED = INHERITED - {"multiprocessing.RawValue", "multiprocessing.RawArray"}
NOT_PICKLED = {
    *(f"threading.{name}" for name in "Lock RLock Condition Event Semaphore".split()),
    *(f"threading.{name}" for name in "BoundedSemaphore Thread Timer local".split()),
    *(f"queue.{name}" for name in "Queue LifoQueue PriorityQueue SimpleQueue".split()),
    *("open", "sqlite3.connect", "subprocess.Popen", THREADS, EXECUTOR, POOL, MANAGER),
    *("http.server.HTTPServer", "http.server.ThreadingHTTPServer"),
    *(
        f"socketserver.{name}Server"
        for name in "TCP UDP ThreadingTCP ForkingTCP".split()
    ),
}
STREAMS = {"sys.stdin", "sys.stdout", "sys.stderr"}
_SAME = {  # other places of the same thing
    "multiprocessing.pool.Pool": POOL,
    "multiprocessing.context.Process": PROCESS,
    "concurrent.futures.process.ProcessPoolExecutor": EXECUTOR,
    "concurrent.futures.thread.ThreadPoolExecutor": THREADS,
    "multiprocessing.context.SpawnProcess": PROCESS + ":spawn",
    "multiprocessing.context.ForkServerProcess": PROCESS + ":forkserver",
    "multiprocessing.context.ForkProcess": PROCESS + ":fork",
    "posix.fork": "os.fork",
    "io.open": "open",
    "builtins.open": "open",
}
_STARRED = {  # what an import of * brings
    "multiprocessing": {
        *(name.partition(".")[2] for name in INHERITED),
        *("Process", "Pool", "Manager", "Pipe", "get_context", "set_start_method"),
        *("freeze_support", "parent_process", "current_process", "cpu_count"),
    },
    "concurrent.futures": {"ProcessPoolExecutor", "ThreadPoolExecutor"},
}
_POOL_TASKS = {
    "apply": "args",
    "apply_async": "args",
    "map": "each",
    "map_async": "each",
    "imap": "each",
    "imap_unordered": "each",
    "starmap": "star",
    "starmap_async": "star",
}
_ASYNC = {"apply_async", "map_async", "starmap_async"}
_LAZY = {"imap", "imap_unordered"}
_NUMBERS = {
    *("len", "int", "float", "abs", "round", "hash", "id", "ord", "bool"),
    *("os.getpid", "os.getppid", "os.cpu_count", "os.process_cpu_count"),
    *("multiprocessing.cpu_count", "time.time", "time.perf_counter"),
    *("time.monotonic", "random.random", "random.randint", "random.randrange"),
}
_LISTS = {"list", "tuple", "set", "frozenset", "sorted", "reversed", "iter"}
_BUILTINS = {*_LISTS, *_NUMBERS, "open", "range", "enumerate", "zip", "print", "input"}
_BUILTINS |= {"str", "map", "filter", "exit", "quit", "dict"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SCOPES = (*_FUNCTIONS, ast.Lambda, ast.ClassDef, *_COMPREHENSIONS)


@dataclass(frozen=True)
class Binding:
    """How a name gets a value: how is value, item, import, def, class, param or other.

    ``path`` leads into it: "*" for each item, a number for that item of a tuple.
    """

    how: str
    node: ast.AST
    at: ast.AST  # the statement or comprehension that binds
    path: tuple[int | str, ...] = ()
    name: str = ""
    annotated: bool = False


class Scope:
    """Names of a module, function, class or comprehension."""

    def __init__(self, node: ast.AST, parent: Scope | None) -> None:
        self.node, self.parent = node, parent
        self.bindings: dict[str, list[Binding]] = {}
        self.elsewhere: dict[str, Scope] = {}  # declared global or nonlocal

    def home(self, name: str) -> Scope | None:
        """The scope where a name that is used here is bound."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.elsewhere:
                return scope.elsewhere[name]
            skipped = scope is not self and isinstance(scope.node, ast.ClassDef)
            if name in scope.bindings and not skipped:
                return scope
            scope = scope.parent
        return None


@dataclass
class Task:
    """A function that is handed to another process."""

    kind: str  # process | pool | executor | pool-init | executor-init
    call: ast.Call
    method: str  # start method where it is fixed, else ""
    target: ast.expr | None
    function: Value  # what the target is
    # expressions handed over, with a path into them: parameter by position or name
    given: dict[int | str, tuple[ast.expr, tuple[int | str, ...]]] = field(
        default_factory=dict
    )
    shown: list[ast.expr] = field(default_factory=list)  # the argument expressions


class Names:
    """A script, its scopes, and what the names in it stand for."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.parent: dict[ast.AST, ast.AST] = {}
        self.scope: dict[ast.AST, Scope] = {}
        self.owner: dict[ast.AST, Function | None] = {}
        self.owned: dict[Function | None, list[ast.AST]] = {None: []}
        self.own_scope: dict[ast.AST, Scope] = {}
        self.calls: list[ast.Call] = []
        self.grown: dict[str, list[tuple[Scope, ast.expr]]] = {}
        self.attributes: dict[ast.ClassDef, dict[str, list[ast.expr]]] = {}
        self.attributes_grown: dict[tuple[ast.ClassDef, str], list[ast.expr]] = {}
        self.memo: dict[ast.AST, Value] = {}
        self.class_memo: dict[ast.ClassDef, str] = {}
        self.methods: dict[ast.ClassDef, dict[str, Function]] = {}
        self.loads: dict[str, list[ast.Name]] = {}
        self.parameters: dict[
            tuple[ast.AST, str], list[tuple[ast.expr, tuple[int | str, ...]]]
        ] = {}
        self.module = Scope(tree, None)
        self.own_scope[tree] = self.module
        self._read()
        self.default_method = ""
        self.tasks: list[Task] = []
        # What one round learns of parameters, the next one uses.
        for _ in range(3):
            self.memo.clear()
            self.default_method = self._default_method()
            self.tasks = [task for call in self.calls for task in self._tasks(call)]
            before = {key: len(exprs) for key, exprs in self.parameters.items()}
            self._learn_parameters()
            if before == {key: len(exprs) for key, exprs in self.parameters.items()}:
                break
        self.memo.clear()

    # reading

    def _read(self) -> None:
        todo: list[tuple[ast.AST, Scope, ast.AST | None, Function | None]] = [
            (self.tree, self.module, None, None)
        ]
        while todo:
            node, scope, parent, owner = todo.pop()
            if parent is not None:
                self.parent[node] = parent
            self.scope[node], self.owner[node] = scope, owner
            self.owned.setdefault(owner, []).append(node)
            self._bind(node, scope)
            outside: list[ast.AST] = []
            inner, inner_owner = scope, owner
            if isinstance(node, _SCOPES):
                inner = Scope(node, scope)
                self.own_scope[node] = inner
                if isinstance(node, (*_FUNCTIONS, ast.Lambda)):
                    if not isinstance(node, ast.Lambda):
                        inner_owner = node
                        self.owned.setdefault(node, [])
                        outside += node.decorator_list
                        outside += [node.returns] if node.returns else []
                    outside += node.args.defaults
                    outside += [one for one in node.args.kw_defaults if one]
                    for one in _parameters(node.args):
                        inner.bindings[one.arg] = [
                            Binding("param", node, node, name=one.arg)
                        ]
                elif isinstance(node, ast.ClassDef):
                    outside += [*node.bases, *node.keywords, *node.decorator_list]
                    self.attributes.setdefault(node, {})
                else:
                    outside.append(node.generators[0].iter)
            apart = set(map(id, outside))
            children = [
                (child, scope, node, owner)
                if id(child) in apart
                else (child, inner, node, inner_owner)
                for child in _children(node)
            ]
            if isinstance(node, (*_FUNCTIONS, ast.Lambda)):
                # defaults are children of the arguments node: give them their scope
                children = [entry for entry in children if entry[0] is not node.args]
                for child in _children(node.args):
                    where = (scope, owner) if id(child) in apart else (inner, owner)
                    children.append((child, where[0], node, where[1]))
            elif isinstance(node, _COMPREHENSIONS):
                first = node.generators[0]
                children = [entry for entry in children if entry[0] is not first]
                # a comprehension's own names come before its element
                self.parent[first] = node
                self.scope[first], self.owner[first] = inner, owner
                self._bind(first, inner)
                children.insert(0, (first.iter, scope, first, owner))
                children += [(one, inner, first, owner) for one in first.ifs]
                children.append((first.target, inner, first, owner))
            todo.extend(reversed(children))

    def _bind(self, node: ast.AST, scope: Scope) -> None:
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                self.loads.setdefault(node.id, []).append(node)
        elif isinstance(node, (ast.Constant, ast.Attribute, ast.Expr, ast.keyword)):
            return
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self._target(target, Binding("value", node.value, node), scope)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            self._target(node.target, Binding("value", node.value, node), scope)
        elif isinstance(node, ast.AugAssign):
            self._target(node.target, Binding("other", node, node), scope)
        elif isinstance(node, ast.NamedExpr):
            while isinstance(scope.node, _COMPREHENSIONS) and scope.parent:
                scope = scope.parent
            self._target(node.target, Binding("value", node.value, node), scope)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            binding = Binding("value", node.iter, node, ("*",))
            self._target(node.target, binding, scope)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.optional_vars is not None:
                    binding = Binding("value", item.context_expr, node)
                    self._target(item.optional_vars, binding, scope)
        elif isinstance(node, ast.Import):
            for one in node.names:
                whole = one.name if one.asname else one.name.partition(".")[0]
                name = one.asname or whole
                binding = Binding("import", node, node, name=whole)
                scope.bindings.setdefault(name, []).append(binding)
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:
                whole = "." * node.level + (node.module or "") + "." + one.name
                binding = Binding("import", node, node, name=whole)
                scope.bindings.setdefault(one.asname or one.name, []).append(binding)
        elif isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            home = scope.elsewhere.get(node.name, scope)
            how = "class" if isinstance(node, ast.ClassDef) else "def"
            home.bindings.setdefault(node.name, []).append(Binding(how, node, node))
        elif isinstance(node, ast.Global):
            scope.elsewhere.update(dict.fromkeys(node.names, self.module))
        elif isinstance(node, ast.Nonlocal) and scope.parent is not None:
            for name in node.names:
                if home := scope.parent.home(name):
                    scope.elsewhere[name] = home
        elif isinstance(node, ast.ExceptHandler) and node.name:
            binding = Binding("other", node, node)
            scope.bindings.setdefault(node.name, []).append(binding)
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
            binding = Binding("other", node, node)
            scope.bindings.setdefault(node.name, []).append(binding)
        elif isinstance(node, ast.Call):
            self.calls.append(node)
            if (
                isinstance(node.func, ast.Attribute)
                and node.func.attr in ("append", "add", "appendleft")
                and len(node.args) == 1
            ):
                self._grow(node.func.value, node.args[0], scope)

    def _target(self, target: ast.AST, binding: Binding, scope: Scope) -> None:
        if isinstance(target, ast.Name):
            home = scope.elsewhere.get(target.id, scope)
            home.bindings.setdefault(target.id, []).append(binding)
        elif isinstance(target, (ast.Tuple, ast.List)):
            starred = any(isinstance(one, ast.Starred) for one in target.elts)
            for index, one in enumerate(target.elts):
                if isinstance(one, ast.Starred) or starred:
                    inner = one.value if isinstance(one, ast.Starred) else one
                    self._target(inner, Binding("other", one, binding.at), scope)
                else:
                    path = (*binding.path, index)
                    self._target(one, replace(binding, path=path), scope)
        elif isinstance(target, ast.Attribute):
            cls = self._class_of_self(target.value, scope)
            if cls is not None and binding.how == "value" and not binding.path:
                known = self.attributes.setdefault(cls, {})
                known.setdefault(target.attr, []).append(binding.node)
            elif cls is not None:
                known = self.attributes.setdefault(cls, {})
                known.setdefault(target.attr, []).append(ast.Constant(...))
        elif isinstance(target, ast.Subscript):
            if binding.how == "value" and not binding.path:
                self._grow(target.value, binding.node, scope)

    def _grow(self, what: ast.AST, item: ast.AST, scope: Scope) -> None:
        if isinstance(what, ast.Name):
            self.grown.setdefault(what.id, []).append((scope, item))
        elif isinstance(what, ast.Attribute):
            if cls := self._class_of_self(what.value, scope):
                self.attributes_grown.setdefault((cls, what.attr), []).append(item)

    def _class_of_self(self, node: ast.AST, scope: Scope) -> ast.ClassDef | None:
        """The class of whose method ``node`` is the first parameter."""
        if not isinstance(node, ast.Name):
            return None
        while isinstance(scope.node, _COMPREHENSIONS) and scope.parent:
            scope = scope.parent
        if isinstance(scope.node, _FUNCTIONS) and scope.parent is not None:
            cls, first = scope.parent.node, _parameters(scope.node.args)[:1]
            if isinstance(cls, ast.ClassDef) and first and first[0].arg == node.id:
                return cls
        return None

    # values

    def of(self, node: ast.AST | None) -> Value:
        """What an expression evidently is."""
        if node is None:
            return UNKNOWN
        found = self.memo.get(node)
        if found is None:
            self.memo[node] = UNKNOWN  # while it is being found out
            found = self.memo[node] = self._of(node)
        return found

    def _of(self, node: ast.AST) -> Value:
        if isinstance(node, ast.Name):
            return self._name(node)
        if isinstance(node, ast.Attribute):
            return self._attribute(node)
        if isinstance(node, ast.Call):
            return self._call(node)
        if isinstance(node, ast.Constant):
            if node.value is None:
                return NONE
            if isinstance(node.value, (int, float, complex)):
                return NUMBER
            if isinstance(node.value, (str, bytes)):
                return Value("text", str(len(node.value)))
            return UNKNOWN
        if isinstance(node, ast.JoinedStr):
            return Value("text")
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            parts = tuple(
                self._item(self.of(one.value), "*")
                if isinstance(one, ast.Starred)
                else self.of(one)
                for one in node.elts
            )
            return Value(
                "tuple" if isinstance(node, ast.Tuple) else "many", parts=parts
            )
        if isinstance(node, ast.Dict):
            return Value("table", parts=tuple(map(self.of, node.values)))
        if isinstance(node, ast.DictComp):
            return Value("table", parts=(self.of(node.value),))
        if isinstance(node, (ast.ListComp, ast.SetComp)):
            return Value("many", parts=(self.of(node.elt),))
        if isinstance(node, ast.GeneratorExp):
            return Value("generator", node=node, parts=(self.of(node.elt),))
        if isinstance(node, ast.Lambda):
            return Value("lambda", node=node)
        if isinstance(node, (ast.NamedExpr, ast.Await)):
            return self.of(node.value)
        if isinstance(node, ast.BinOp):
            left, right = self.of(node.left), self.of(node.right)
            if left == right == NUMBER:
                return NUMBER
            for one, other in ((left, right), (right, left)):
                if one.tag in ("many", "tuple") and isinstance(node.op, ast.Mult):
                    return Value("many", parts=one.parts)
                if one.tag in ("many", "tuple") and other.tag == one.tag:
                    return Value("many", parts=one.parts + other.parts)
            return UNKNOWN
        if isinstance(node, ast.UnaryOp) and self.of(node.operand) == NUMBER:
            return NUMBER
        if isinstance(node, ast.IfExp):
            return _join([self.of(node.body), self.of(node.orelse)])
        if isinstance(node, ast.Subscript):
            value = self.of(node.value)
            if isinstance(node.slice, ast.Slice):
                return (
                    Value("many", parts=value.parts) if value.tag == "many" else UNKNOWN
                )
            if isinstance(node.slice, ast.Constant):
                index = node.slice.value
                if value.tag == "tuple" and isinstance(index, int):
                    return self._item(value, index)
            if value.tag in ("many", "tuple", "table"):
                return _join(value.parts)
        return UNKNOWN

    def _name(self, node: ast.Name) -> Value:
        scope = self.scope[node]
        home = scope.home(node.id)
        if home is None:
            for one in self.module.bindings.get("*", ()):
                package = one.name.removesuffix(".*")
                if package in _STARRED and node.id in _STARRED[package]:
                    return Value("api", f"{package}.{node.id}")
            known = node.id in _BUILTINS
            return Value("api", node.id) if known else UNKNOWN
        bindings = home.bindings.get(node.id, [])
        values = [(one, self._bound(one)) for one in bindings]
        told = [(one, value) for one, value in values if value != NONE] or values
        found = _join([value for _, value in told])
        if len(told) > 1 and (found.tag == "unknown" or found.node is None):
            found = self._latest(node, home, values) or found
        if found.tag in ("many", "table", "tuple"):
            parts = [
                self.of(item)
                for where, item in self.grown.get(node.id, ())
                if where.home(node.id) is home
            ]
            found = replace(found, parts=found.parts + tuple(parts))
        return found

    def _latest(
        self, node: ast.Name, home: Scope, values: list[tuple[Binding, Value]]
    ) -> Value | None:
        """The binding that evidently holds at a use: the last before it, for certain."""
        if self._body_scope(self.scope[node]) is not home:
            return None
        around = set()
        above: ast.AST | None = node
        while above is not None:
            around.add(above)
            above = self.parent.get(above)
        place = _place(node)
        before = [
            (one, value)
            for one, value in values
            if _place(one.at) < place and (one.at not in around or _opens(one.at))
        ]
        loops = any(isinstance(one, (ast.For, ast.While)) for one in around)
        if not before or (loops and len(before) < len(values)):
            return None
        last, value = max(before, key=lambda pair: _place(pair[0].at))
        return (
            value if self.parent.get(last.at) in around or last.at in around else None
        )

    @staticmethod
    def _body_scope(scope: Scope) -> Scope:
        while isinstance(scope.node, _COMPREHENSIONS) and scope.parent:
            scope = scope.parent
        return scope

    def _bound(self, binding: Binding) -> Value:
        if binding.how == "value":
            value = self.of(binding.node)
            if isinstance(binding.at, (ast.With, ast.AsyncWith)) and not binding.path:
                closing = value.tag == "object" or value.tag == "instance"
                return value if closing else UNKNOWN
            for step in binding.path:
                value = self._item(value, step)
            return value
        if binding.how == "import":
            return Value("api", _canonical(binding.name))
        if binding.how == "def":
            return self._function(binding.node)
        if binding.how == "class":
            return Value("class", binding.node.name, binding.node)
        if binding.how == "param":
            return self._parameter(binding.node, binding.name)
        return UNKNOWN

    def _function(self, node: ast.AST) -> Value:
        decorators = getattr(node, "decorator_list", [])
        if any(self._changes(one) for one in decorators):
            return self._wrapper(decorators)
        return Value("function", node.name, node)

    def _wrapper(self, decorators: list[ast.expr]) -> Value:
        """What a decorator of the script evidently puts in a function's place."""
        value = self.of(decorators[0]) if len(decorators) == 1 else UNKNOWN
        if value.tag == "function" and isinstance(value.node, ast.FunctionDef):
            returns = [
                self.of(one.value)
                for one in self.owned[value.node]
                if isinstance(one, ast.Return)
            ]
            found = _join(returns)
            if found.tag == "function" and not found.node.decorator_list:
                if self.owner[found.node] is value.node:
                    return found
        return UNKNOWN

    @staticmethod
    def _changes(decorator: ast.expr) -> bool:
        """Whether a decorator makes something else of a function."""
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = getattr(called, "attr", getattr(called, "id", ""))
        return name not in ("staticmethod", "classmethod", "wraps", "override")

    def _parameter(self, function: ast.AST, name: str) -> Value:
        owner = self.own_scope[function].parent
        if owner is not None and isinstance(owner.node, ast.ClassDef):
            first = _parameters(function.args)[:1]
            if first and first[0].arg == name and _is_plain_method(function):
                return self._instance(owner.node, owner.node)
        if function.args.vararg and function.args.vararg.arg == name:
            return UNKNOWN
        values = []
        for expression, path in self.parameters.get((function, name), ()):
            value = self.of(expression)
            for step in path:
                value = self._item(value, step)
            values.append(value)
        return _join(values)

    def _instance(self, cls: ast.ClassDef, node: ast.AST) -> Value:
        base = self.base(cls)
        if base in (PROCESS, THREAD, *_MANAGERS):
            return Value("object", base, node, parts=(Value("class", cls.name, cls),))
        return Value("instance", cls.name, node, parts=(Value("class", cls.name, cls),))

    def base(self, cls: ast.ClassDef) -> str:
        """The first base that isn't a class of the script: "" if there is none."""
        if cls not in self.class_memo:
            self.class_memo[cls] = "?"
            names = []
            for one in cls.bases:
                value = self.of(one)
                if value.tag == "class":
                    names.append(self.base(value.node))
                elif value.tag == "api":
                    names.append(value.name)
                else:
                    names.append(one.id if isinstance(one, ast.Name) else "?")
            self.class_memo[cls] = next(iter(names), "")
        return self.class_memo[cls]

    def lineage(self, cls: ast.ClassDef) -> list[ast.ClassDef]:
        """A class of the script and those of its bases that are in the script."""
        if not cls.bases:
            return [cls]
        found: list[ast.ClassDef] = []
        todo = [cls]
        while todo:
            one = todo.pop(0)
            if one not in found:
                found.append(one)
                values = map(self.of, one.bases)
                todo += [value.node for value in values if value.tag == "class"]
        return found

    def method_of(self, cls: ast.ClassDef, name: str) -> Function | None:
        for one in self.lineage(cls):
            if found := self.own_method(one, name):
                return found
        return None

    def own_method(self, cls: ast.ClassDef, name: str) -> Function | None:
        if cls not in self.methods:
            functions = [each for each in cls.body if isinstance(each, _FUNCTIONS)]
            self.methods[cls] = {each.name: each for each in reversed(functions)}
        return self.methods[cls].get(name)

    def _attribute(self, node: ast.Attribute) -> Value:
        value = self.of(node.value)
        if value.tag == "api":
            return Value("api", _canonical(f"{value.name}.{node.attr}"), None)
        if value.tag == "context":
            name = _canonical(f"multiprocessing.{node.attr}")
            return Value("api", name, method=value.method)
        cls = value if value.tag == "class" else next(iter(value.parts), UNKNOWN)
        if value.tag in ("class", "instance", "object") and cls.tag == "class":
            found = self._own_attribute(value, cls.node, node.attr)
            if found is not None:
                return found
        if value.tag in ("object", "table", "many"):
            return Value("member", node.attr, node, parts=(value,))
        return UNKNOWN

    def _own_attribute(
        self, value: Value, cls: ast.ClassDef, name: str
    ) -> Value | None:
        function = self.method_of(cls, name)
        if function is not None:
            plain = [
                getattr(one, "id", "") for one in function.decorator_list
            ]  # property and the like aren't functions any more
            if any(one not in ("staticmethod", "classmethod") for one in plain):
                return UNKNOWN
            if value.tag == "class" or "staticmethod" in plain:
                return Value("function", name, function)
            return Value("bound", name, function, parts=(value,))
        for one in self.lineage(cls):
            expressions = self.attributes.get(one, {}).get(name, [])
            bound = self.own_scope[one].bindings.get(name, [])
            values = [*map(self.of, expressions), *map(self._bound, bound)]
            if values:
                told = [each for each in values if each != NONE] or values
                found = _join(told)
                more = self.attributes_grown.get((one, name), ())
                if found.tag in ("many", "table"):
                    parts = found.parts + tuple(map(self.of, more))
                    found = replace(found, parts=parts)
                return found
        return None

    def _call(self, node: ast.Call) -> Value:
        callee = self.of(node.func)
        if callee.tag == "api":
            return self._api_call(node, callee)
        if callee.tag == "class":
            return self._instance(callee.node, node)
        if callee.tag == "member":
            return self._member_call(node, callee)
        if callee.tag in ("function", "bound") and isinstance(
            callee.node, ast.FunctionDef
        ):
            if _yields(self, callee.node):
                return UNKNOWN
            returns = [
                self.of(one.value)
                for one in self.owned[callee.node]
                if isinstance(one, ast.Return)
            ]
            return _join(returns) if returns else NONE
        return UNKNOWN

    def _api_call(self, node: ast.Call, callee: Value) -> Value:
        name, method = callee.name, callee.method
        if name == "multiprocessing.get_context":
            argument = _argument(node, 0, "method")
            return Value("context", method=self.method_named(argument))
        if name in ("functools.partial",) and node.args:
            values = (
                *map(self.of, node.args),
                *(self.of(k.value) for k in node.keywords),
            )
            return Value("partial", node=node, parts=values)
        if name == "range":
            return Value("many", parts=(NUMBER,))
        if name in _LISTS and node.args:
            value = self.of(node.args[0])
            if value.tag == "generator":
                return Value("many", parts=value.parts)
            return value if value.tag == "many" else _as_many(value)
        if name in _LISTS:
            return Value("many")
        if name == "enumerate" and node.args:
            item = self._item(self.of(node.args[0]), "*")
            return Value("many", parts=(Value("tuple", parts=(NUMBER, item)),))
        if name in ("zip", "itertools.product"):
            items = tuple(self._item(self.of(one), "*") for one in node.args)
            return Value("many", parts=(Value("tuple", parts=items),))
        if name == "itertools.repeat" and node.args:
            return Value("many", parts=(self.of(node.args[0]),))
        if name in _NUMBERS:
            return NUMBER
        if name in ("str", "input"):
            return Value("text")
        if name == "dict":
            return Value("table", parts=tuple(self.of(k.value) for k in node.keywords))
        if name == "multiprocessing.Pipe":
            end = Value("object", "multiprocessing.Connection", node)
            return Value("tuple", parts=(end, end))
        if name == EXECUTOR:
            context = self.of(_argument(node, 1, "mp_context"))
            given = _argument(node, 1, "mp_context")
            method = context.method if context.tag == "context" else "?" * bool(given)
            return Value("object", name, node, method)
        last = name.rpartition(".")[2]
        if last[:1].isupper() or name in NOT_PICKLED:
            return Value("object", name, node, method)
        return UNKNOWN

    def _member_call(self, node: ast.Call, callee: Value) -> Value:
        value, name = callee.parts[0], callee.name
        if value.tag == "table":
            if name == "values":
                return Value("many", parts=value.parts)
            if name == "items":
                pair = Value("tuple", parts=(UNKNOWN, _join(value.parts)))
                return Value("many", parts=(pair,))
            return _join(value.parts) if name in ("get", "pop") else UNKNOWN
        if value.tag == "many":
            if name == "copy":
                return value
            return _join(value.parts) if name in ("pop", "popleft") else UNKNOWN
        if value.name == POOL and name in _ASYNC | _LAZY:
            return Value("object", "lazy" if name in _LAZY else "result", node)
        if value.name == EXECUTOR and name == "submit":
            return Value("object", "future", node)
        if name == "__enter__":
            return value
        if value.name == MEMORY_MANAGER and name == "SharedMemory":
            return Value("object", SHARED_MEMORY, node)
        if value.name == MANAGER:
            return Value("object", "proxy", node)
        return UNKNOWN

    def _item(self, value: Value, step: int | str) -> Value:
        if value.tag == "tuple" and isinstance(step, int):
            return value.parts[step] if step < len(value.parts) else UNKNOWN
        if value.tag in ("many", "tuple", "generator"):
            return _join(value.parts)
        return UNKNOWN

    def method_named(self, argument: ast.expr | None) -> str:
        """A start method from the argument that gives it: "" default, "?" unknown."""
        if argument is None:
            return ""
        if isinstance(argument, ast.Constant):
            return argument.value if isinstance(argument.value, str) else ""
        if isinstance(argument, ast.Name):
            home = self.scope[argument].home(argument.id)
            bindings = home.bindings.get(argument.id, []) if home else []
            if len(bindings) == 1 and isinstance(bindings[0].node, ast.Constant):
                if bindings[0].how == "value":
                    return self.method_named(bindings[0].node)
        return "?"

    def _default_method(self) -> str:
        """What the script sets as its start method, if it is always the same one."""
        methods = {
            self.method_named(_argument(call, 0, "method"))
            for call in self.calls
            if self.of(call.func).name == "multiprocessing.set_start_method"
        }
        return methods.pop() if len(methods) == 1 else "?" if methods else ""

    # tasks

    def _tasks(self, call: ast.Call) -> Iterator[Task]:
        callee = self.of(call.func)
        if callee.tag == "api" and callee.name == PROCESS:
            yield self._process_task(call, callee.method or self.default_method)
        elif callee.tag == "class" and self.base(callee.node) == PROCESS:
            run = self.method_of(callee.node, "run")
            if run is not None:
                made = self._instance(callee.node, call)
                function = Value("bound", "run", run, parts=(made,))
                yield Task("process", call, self.default_method, None, function)
            elif self.method_of(callee.node, "__init__") is None:
                yield self._process_task(call, self.default_method)
        elif callee.tag == "api" and callee.name in (POOL, EXECUTOR):
            pool = callee.name == POOL
            first = 1 if pool else 2
            target = _argument(call, first, "initializer")
            if target is not None and not _is(target, None):
                kind = "pool-init" if pool else "executor-init"
                method = self.of(call).method or self.default_method
                arguments = _argument(call, first + 1, "initargs")
                task = Task(kind, call, method, target, self.of(target))
                self._give(task, arguments, None)
                yield task
        elif callee.tag == "member" and callee.parts[0].name == POOL:
            how = _POOL_TASKS.get(callee.name)
            method = callee.parts[0].method or self.default_method
            target = _argument(call, 0, "func")
            if how and target is not None:
                task = Task("pool", call, method, target, self.of(target))
                if how == "args":
                    kwds = _argument(call, 2, "kwds")
                    self._give(task, _argument(call, 1, "args"), kwds)
                elif (items := _argument(call, 1, "iterable")) is not None:
                    task.shown.append(items)
                    if how == "each":
                        task.given[0] = (items, ("*",))
                    else:
                        for index in range(_arity(task.function)):
                            task.given[index] = (items, ("*", index))
                yield task
        elif callee.tag == "member" and callee.parts[0].name == EXECUTOR:
            if callee.name in ("submit", "map") and call.args:
                yield self._executor_task(call, callee.parts[0], callee.name == "map")
        elif isinstance(call.func, ast.Attribute) and len(call.args) > 1:
            value = self.of(call.args[0])
            if call.func.attr == "run_in_executor" and value.name == EXECUTOR:
                yield self._executor_task(call, value, False, 1)

    def _process_task(self, call: ast.Call, method: str) -> Task:
        target = _argument(call, 1, "target")
        task = Task("process", call, method, target, self.of(target))
        self._give(task, _argument(call, 3, "args"), _argument(call, 4, "kwargs"))
        return task

    def _executor_task(
        self, call: ast.Call, executor: Value, each: bool, skip: int = 0
    ) -> Task:
        target = call.args[skip]
        method = executor.method or self.default_method
        task = Task("executor", call, method, target, self.of(target))
        for index, one in enumerate(call.args[skip + 1 :]):
            if isinstance(one, ast.Starred):
                break
            task.given[index] = (one, ("*",) if each else ())
            task.shown.append(one)
        if not each:
            for keyword in call.keywords:
                if keyword.arg:
                    task.given[keyword.arg] = (keyword.value, ())
                    task.shown.append(keyword.value)
        return task

    def _give(
        self, task: Task, arguments: ast.expr | None, named: ast.expr | None
    ) -> None:
        if isinstance(arguments, (ast.Tuple, ast.List)):
            for index, one in enumerate(arguments.elts):
                if isinstance(one, ast.Starred):
                    break
                task.given[index] = (one, ())
        elif arguments is not None and self.of(arguments).tag == "tuple":
            for index in range(len(self.of(arguments).parts)):
                task.given[index] = (arguments, (index,))
        if arguments is not None:
            task.shown.append(arguments)
        if isinstance(named, ast.Dict):
            for key, one in zip(named.keys, named.values, strict=True):
                if isinstance(key, ast.Constant):
                    task.given[key.value] = (one, ())
        if named is not None:
            task.shown.append(named)

    def _learn_parameters(self) -> None:
        self.parameters = {}
        for task in self.tasks:
            value, given = task.function, dict(task.given)
            if value.tag == "partial" and value.parts:
                ready = value.node.args[1:]
                moved = {
                    (key + len(ready) if isinstance(key, int) else key): one
                    for key, one in given.items()
                }
                given = {**moved, **{i: (one, ()) for i, one in enumerate(ready)}}
                for keyword in value.node.keywords:
                    if keyword.arg:
                        given[keyword.arg] = (keyword.value, ())
                value = value.parts[0]
            self._pass(value, given)
        for call in self.calls:
            callee = self.of(call.func)
            if callee.tag == "class":
                if init := self.method_of(callee.node, "__init__"):
                    made = self._instance(callee.node, call)
                    callee = Value("bound", "__init__", init, parts=(made,))
            given: dict[int | str, tuple[ast.expr, tuple[int | str, ...]]] = {}
            for index, one in enumerate(call.args):
                if isinstance(one, ast.Starred):
                    break
                given[index] = (one, ())
            given.update({k.arg: (k.value, ()) for k in call.keywords if k.arg})
            self._pass(callee, given)
            if self.of(call.func).name == THREAD:
                target = self.of(_argument(call, 1, "target"))
                task = Task("thread", call, "", None, target)
                self._give(task, _argument(call, 3, "args"), None)
                self._pass(target, task.given)

    def _pass(
        self,
        value: Value,
        given: dict[int | str, tuple[ast.expr, tuple[int | str, ...]]],
    ) -> None:
        if value.tag not in ("function", "bound", "lambda"):
            return
        names = [one.arg for one in _positional(value.node.args)]
        if value.tag == "bound":
            names = names[1:]
        for key, one in given.items():
            name = key if isinstance(key, str) else None
            if isinstance(key, int) and key < len(names):
                name = names[key]
            if name is not None:
                self.parameters.setdefault((value.node, name), []).append(one)


# --- helpers --------------------------------------------------------------------------


def _children(node: ast.AST) -> list[ast.AST]:
    """The nodes below a node, without marks such as Load and Add; made for speed."""
    found: list[ast.AST] = []
    if isinstance(node, (ast.Name, ast.Constant)):
        return found
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            found += [one for one in value if isinstance(one, ast.AST)]
        elif isinstance(value, ast.AST) and not isinstance(value, _MARKS):
            found.append(value)
    return found


_MARKS = (ast.expr_context, ast.operator, ast.cmpop, ast.unaryop, ast.boolop)


def _place(node: ast.AST) -> tuple[int, int]:
    if isinstance(node, ast.comprehension):
        node = node.target
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _opens(node: ast.AST) -> bool:
    """Whether a statement binds names for the block inside it."""
    return isinstance(node, (ast.For, ast.AsyncFor, ast.With, ast.AsyncWith))


def _positional(arguments: ast.arguments) -> list[ast.arg]:
    return [*arguments.posonlyargs, *arguments.args]


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    more = [one for one in (arguments.vararg, arguments.kwarg) if one]
    return [*_positional(arguments), *arguments.kwonlyargs, *more]


def _is_plain_method(function: ast.AST) -> bool:
    names = [getattr(one, "id", "") for one in getattr(function, "decorator_list", [])]
    return "staticmethod" not in names and "classmethod" not in names


def _argument(call: ast.Call, index: int, name: str) -> ast.expr | None:
    """An argument by position or name; None where it isn't given or starred."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    before = call.args[: index + 1]
    if len(before) > index and not any(isinstance(a, ast.Starred) for a in before):
        return before[index]
    return None


def _arity(value: Value) -> int:
    if value.tag in ("function", "bound", "lambda"):
        return len(_positional(value.node.args)) - (value.tag == "bound")
    return 0


def _canonical(name: str) -> str:
    if name.startswith("torch.multiprocessing"):
        name = name.removeprefix("torch.")
    return _SAME.get(name, name).partition(":")[0]


def _as_many(value: Value) -> Value:
    known = value.tag in ("many", "tuple", "table")
    return Value("many", parts=value.parts if known and value.tag != "table" else ())


def _join(values: Iterable[Value]) -> Value:
    """What a value is that is one of these: as far as they agree."""
    found: Value | None = None
    for one in values:
        if found is None or found == one:
            found = one
        elif found.tag != one.tag:
            return UNKNOWN
        elif found.tag in ("many", "tuple", "table"):
            if found.tag == "tuple" and len(found.parts) == len(one.parts):
                pairs = zip(found.parts, one.parts, strict=True)
                found = Value("tuple", parts=tuple(_join(pair) for pair in pairs))
            else:
                found = Value(found.tag, parts=found.parts + one.parts)
        elif found.tag == "text":
            found = Value("text", "differ" if found.name and one.name else "")
        elif found.name == one.name and found.tag in ("object", "instance", "bound"):
            same = found.node is one.node
            method = found.method if found.method == one.method else "?"
            parts = found.parts if found.parts == one.parts else ()
            found = Value(
                found.tag, found.name, found.node if same else None, method, parts
            )
            if found.tag == "bound" and not same:
                return UNKNOWN
        else:
            return UNKNOWN
    return found or UNKNOWN


def _yields(names: Names, function: Function) -> bool:
    return any(
        isinstance(one, (ast.Yield, ast.YieldFrom)) for one in names.owned[function]
    )


def _walk_values(value: Value) -> Iterator[Value]:
    """A value and what is in it."""
    todo = [value]
    while todo:
        one = todo.pop()
        yield one
        if one.tag in ("many", "tuple", "table", "partial"):
            todo.extend(one.parts)


# --- what happens in which order ------------------------------------------------------


@dataclass(slots=True)
class Event:
    """Something that a block does: call, change (of a global), leave (a with), delete.

    ``site`` is where the block that is looked at does it: ``node`` itself, or a call
    of a function that does.
    """

    what: str
    node: ast.AST
    value: Value
    site: ast.AST
    maybe: bool = False  # depends on an argument, or on an error
    guarded: bool = False  # in the main guard, directly or not


class Flows:
    """What functions and the module do, in order, with what they call."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.memo: dict[tuple[ast.AST, bool], list[Event]] = {}
        self.guards: dict[ast.AST, str] = {}

    def module(self, importing: bool) -> list[Event]:
        """Events of the module as it is imported, or run as the main program."""
        return self._flow(self.names.tree, importing)

    def function(self, function: Function) -> list[Event]:
        return self._flow(function, False)

    def _flow(self, node: ast.AST, importing: bool) -> list[Event]:
        key = (node, importing)
        if key not in self.memo:
            self.memo[key] = []  # a function that calls itself adds nothing
            out: list[Event] = []
            most = MOST_IN_FUNCTION if isinstance(node, _FUNCTIONS) else MOST_EVENTS
            self._block(node.body, _Where(out, importing, self._given(node), most))
            self.memo[key] = out
        return self.memo[key]

    @staticmethod
    def _given(node: ast.AST) -> frozenset[str]:
        if isinstance(node, _FUNCTIONS):
            return frozenset(one.arg for one in _parameters(node.args))
        return frozenset()

    # guards

    def guard(self, test: ast.AST) -> str:
        """main, child or never: when a test holds; unclear; "" for any other test."""
        if test not in self.guards:
            self.guards[test] = self._guard(test)
        return self.guards[test]

    def _guard(self, test: ast.AST) -> str:
        if isinstance(test, ast.Constant):
            return "" if test.value else "never"
        if isinstance(test, (ast.Name, ast.Attribute)):
            if getattr(test, "attr", getattr(test, "id", "")) == "TYPE_CHECKING":
                return "never"
            if isinstance(test, ast.Name):
                home = self.names.scope[test].home(test.id)
                bindings = home.bindings.get(test.id, []) if home else []
                if len(bindings) == 1 and bindings[0].how == "value":
                    if not bindings[0].path:
                        return self._guard(bindings[0].node)
            return ""
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            opposite = {"main": "child", "child": "main"}
            inner = self._guard(test.operand)
            return opposite.get(inner, "unclear" if inner else "")
        if isinstance(test, ast.BoolOp):
            parts = [self._guard(one) for one in test.values]
            if isinstance(test.op, ast.And):
                for known in ("never", "main", "child", "unclear"):
                    if known in parts:
                        return known
                return ""
            if len(set(parts)) == 1:
                return parts[0]
            return "unclear" if any(one in _MENTIONS for one in parts) else ""
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            sides = [test.left, *test.comparators]
            operation = test.ops[0]
            same = isinstance(operation, (ast.Eq, ast.Is, ast.In))
            other = isinstance(operation, (ast.NotEq, ast.IsNot, ast.NotIn))
            texts = {ast.unparse(one) for one in sides}
            main = any("'__main__'" in one for one in texts) and "__name__" in texts
            # parent_process() is None in a fork server too, which from 3.14 on (and
            # 3.13.8) imports the main module: no guard.
            main |= any("current_process().name" in one for one in texts) and (
                "'MainProcess'" in texts
            )
            if main and (same or other):
                return "main" if same else "child"
        for one in ast.walk(test):
            name = getattr(one, "id", getattr(one, "attr", ""))
            if name in _ABOUT_PROCESS:
                return "unclear"
            if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Call):
                called = one.value.func
                name = getattr(called, "id", getattr(called, "attr", ""))
                if name == "current_process":
                    return "unclear"
        return ""

    def in_guard(self, node: ast.AST) -> bool:
        """Whether a node stands in the body of a main guard."""
        child, above = node, self.names.parent.get(node)
        while above is not None:
            if isinstance(above, ast.If):
                holds = self.guard(above.test)
                inside = any(child is one for one in above.body)
                if (holds == "main" and inside) or (
                    holds == "child" and any(child is one for one in above.orelse)
                ):
                    return True
            child, above = above, self.names.parent.get(above)
        return False

    # statements

    def _block(self, statements: list[ast.stmt], where: _Where) -> bool:
        """Events of a block; whether it ends the function or program."""
        for one in statements:
            if len(where.out) >= where.most or self._statement(one, where):
                return True
        return False

    def _statement(self, node: ast.stmt, where: _Where) -> bool:
        if isinstance(node, ast.If):
            return self._if(node, where)
        if isinstance(node, _FUNCTIONS):
            for one in [*node.decorator_list, *node.args.defaults]:
                self._expression(one, where)
            for one in node.decorator_list:
                value = self.names.of(one)
                if value.tag == "function" and isinstance(value.node, _FUNCTIONS):
                    self._expand(one, value.node, where)
        elif isinstance(node, ast.ClassDef):
            for one in [*node.decorator_list, *node.bases]:
                self._expression(one, where)
            self._block(node.body, where)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            self._expression(node.iter, where)
            self._change(node.target, node, where)
            self._block(node.body, where)
            return self._block(node.orelse, where)
        elif isinstance(node, ast.While):
            if self.guard(node.test) != "never":
                self._expression(node.test, where)
                self._block(node.body, where)
            return self._block(node.orelse, where)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                self._expression(item.context_expr, where)
            ended = self._block(node.body, where)
            for item in reversed(node.items):
                value = self.names.of(item.context_expr)
                if value.tag == "object":
                    where.add("leave", node, value)
            return ended
        elif isinstance(node, (ast.Try, *_TRY_STAR)):
            ended = self._block(node.body, where)
            for handler in node.handlers:
                self._block(handler.body, where.unsure())
            ended = self._block(node.orelse, where) if not ended else ended
            return self._block(node.finalbody, where) or (ended and not node.handlers)
        elif isinstance(node, ast.Match):
            self._expression(node.subject, where)
            for case in node.cases:
                self._block(case.body, where.unsure())
        elif isinstance(node, (ast.Return, ast.Raise)):
            for one in _children(node):
                self._expression(one, where)
            return True
        elif isinstance(node, ast.Delete):
            for one in node.targets:
                where.add("delete", node, self.names.of(self._as_load(one)))
        else:
            for one in _children(node):
                self._expression(one, where)
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._change(target, node, where)
            elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
                self._change(node.target, node, where)
            return isinstance(node, ast.Expr) and self._leaves(node.value)
        return False

    def _as_load(self, node: ast.expr) -> ast.expr:
        """What a name stood for before it was deleted."""
        if isinstance(node, ast.Name):
            for one in self.names.loads.get(node.id, ()):
                if self.names.scope[one] is self.names.scope[node]:
                    return one
        return node

    def _leaves(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Call):
            return False
        return self.names.of(node.func).name in ("sys.exit", "os._exit", "exit", "quit")

    def _if(self, node: ast.If, where: _Where) -> bool:
        # A chain of elif is nested in the tree: here it is a loop.
        skipped = {"never", "main"} if where.importing else {"never", "child"}
        ends = []
        while True:
            holds = self.guard(node.test)
            if where.importing and holds == "unclear":
                return False
            self._expression(node.test, where)
            inner = where
            if where.given and self._mentions(node.test, where.given):
                inner = where.unsure()
            if holds not in skipped:
                ends.append(self._block(node.body, inner))
                if holds in ("main", "child"):  # nothing else of it runs
                    return ends == [True] or (len(ends) > 1 and all(ends))
            if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
                node, where = node.orelse[0], inner
                continue
            ends.append(self._block(node.orelse, inner))
            return all(ends)

    @staticmethod
    def _mentions(test: ast.AST, names: frozenset[str]) -> bool:
        return any(
            isinstance(one, ast.Name) and one.id in names for one in ast.walk(test)
        )

    # expressions

    def _expression(self, node: ast.AST, where: _Where) -> None:
        if isinstance(node, (ast.Lambda, ast.Constant, ast.Name)):
            return
        if isinstance(node, _COMPREHENSIONS):
            for one in node.generators:
                for child in (one.iter, *one.ifs):
                    self._expression(child, where)
            for child in _children(node):
                if not isinstance(child, ast.comprehension):
                    self._expression(child, where)
            return
        for child in _children(node):
            self._expression(child, where)
        if isinstance(node, ast.Call):
            self._call(node, where)

    def _call(self, node: ast.Call, where: _Where) -> None:
        value = self.names.of(node.func)
        function = value.node
        if value.tag in ("function", "bound") and isinstance(function, _FUNCTIONS):
            if self._runs(node, function):
                self._expand(node, function, where)
            return
        if value.tag == "class":
            if init := self.names.method_of(value.node, "__init__"):
                self._expand(node, init, where)
        where.add("call", node, value, self._guarded(node))
        if value.tag == "member" and isinstance(node.func, ast.Attribute):
            changed = value.parts[0].tag in ("many", "table")
            if changed and value.name in _CHANGING:
                self._change(node.func, node, where)

    def _runs(self, call: ast.Call, function: Function) -> bool:
        """Whether a call runs the body: a generator's or coroutine's needs more."""
        if _yields(self.names, function):
            return False
        if isinstance(function, ast.FunctionDef):
            return True
        above = self.names.parent.get(call)
        if isinstance(above, ast.Call):
            last = getattr(above.func, "attr", getattr(above.func, "id", ""))
            return last in ("run", "run_until_complete")
        return isinstance(above, ast.Await)

    def _expand(self, call: ast.expr, function: Function, where: _Where) -> None:
        inside = self._guarded(call)
        for one in self._flow(function, where.importing):
            if len(where.out) >= where.most:
                return
            maybe = one.maybe or where.maybe
            guarded = one.guarded or inside
            where.out.append(Event(one.what, one.node, one.value, call, maybe, guarded))

    def _guarded(self, node: ast.AST) -> bool:
        return self.names.owner[node] is None and self.in_guard(node)

    def _change(self, target: ast.AST, at: ast.AST, where: _Where) -> None:
        """A change of a global of the module, or of an object that one names."""
        whole = target
        while isinstance(target, (ast.Attribute, ast.Subscript)):
            target = target.value
        if isinstance(target, (ast.Tuple, ast.List)):
            for one in target.elts:
                self._change(one, at, where)
        elif isinstance(target, ast.Name):
            home = self.names.scope[target].home(target.id)
            if home is self.names.module:
                attribute = whole.attr if isinstance(whole, ast.Attribute) else ""
                direct = "" if whole is target else "inside"
                value = Value("global", target.id, target, direct)
                if direct and isinstance(at, ast.Assign):
                    value = replace(value, parts=(Value("text", attribute),))
                where.add("change", at, value, self._guarded(at))


@dataclass
class _Where:
    """Where events of a block go, and under which conditions it runs."""

    out: list[Event]
    importing: bool
    given: frozenset[str]
    most: int
    maybe: bool = False

    def unsure(self) -> _Where:
        return replace(self, maybe=True)

    def add(
        self, what: str, node: ast.AST, value: Value, guarded: bool = False
    ) -> None:
        self.out.append(Event(what, node, value, node, self.maybe, guarded))


_MENTIONS = {"main", "child", "unclear"}
_ABOUT_PROCESS = {"__name__", "get_start_method"}
_TRY_STAR = (ast.TryStar,) if hasattr(ast, "TryStar") else ()
_CHANGING = {"append", "add", "extend", "insert", "update", "remove", "clear", "pop"}
_CHANGING |= {"appendleft", "setdefault", "discard"}


# --- the rules ------------------------------------------------------------------------


_Found = dict[tuple[str, ast.AST], tuple[str, dict[str, str]]]


class Script:
    """A parsed script with everything that rules ask for; collects what they find."""

    def __init__(self, tree: ast.Module, text: str) -> None:
        self.text = text
        self.lines = _LINES.split(text)
        self.names = names = Names(tree)
        self.flows = Flows(names)
        self.of = names.of
        self.found: _Found = {}
        self.reached: dict[ast.AST, list[Function]] = {}
        self.tasks_of: dict[ast.AST, list[Task]] = {}
        for task in names.tasks:
            self.tasks_of.setdefault(task.call, []).append(task)
        self.needs: dict[ast.AST, list[tuple[Task, Value]]] = {}
        self.used = any(
            one.how == "import" and one.name.startswith(_INTERESTING)
            for scope in {id(s): s for s in names.own_scope.values()}.values()
            for several in scope.bindings.values()
            for one in several
        )

    def add(self, rule: str, node: ast.AST, case: str = "plain", **fields: str) -> None:
        self.found.setdefault((rule, node), (case, fields))

    def method(self, value: Value) -> str:
        return value.method or self.names.default_method

    def owned(self, function: ast.AST | None) -> list[ast.AST]:
        return self.names.owned.get(function, [])

    def roots(self) -> Iterator[list[Event]]:
        """What happens in order: the main program, then each function by itself."""
        yield self.flows.module(False)
        for function in self.names.owned:
            if function is not None:
                yield self.flows.function(function)

    def reach(self, value: Value) -> list[Function]:
        """The functions of the script that run when ``value`` is called."""
        while value.tag == "partial" and value.parts:
            value = value.parts[0]
        if value.tag not in ("function", "bound"):
            return []
        if value.node not in self.reached:
            found: list[Function] = []
            todo = [value.node]
            while todo:
                one = todo.pop()
                if one in found:
                    continue
                found.append(one)
                for node in self.owned(one):
                    if isinstance(node, ast.Call):
                        callee = self.of(node.func)
                        if callee.tag in ("function", "bound"):
                            if isinstance(callee.node, _FUNCTIONS):
                                todo.append(callee.node)
                        elif callee.tag == "class":
                            init = self.names.method_of(callee.node, "__init__")
                            todo += [init] if init else []
            self.reached[value.node] = found
        return self.reached[value.node]

    def caught(self, node: ast.AST, errors: set[str]) -> bool:
        """Whether a try around a node, in its function, handles such an error."""
        child, above = node, self.names.parent.get(node)
        while above is not None and not isinstance(child, _FUNCTIONS):
            if isinstance(above, (ast.Try, *_TRY_STAR)):
                if any(child is one for one in above.body):
                    for handler in above.handlers:
                        if handler.type is None:
                            return True
                        for one in ast.walk(handler.type):
                            name = getattr(one, "id", getattr(one, "attr", ""))
                            if name in errors | {"Exception", "BaseException"}:
                                return True
            child, above = above, self.names.parent.get(above)
        return False

    def inside(self, node: ast.AST, kinds: tuple[type, ...]) -> ast.AST | None:
        """The nearest such node around a node, within its function."""
        above = self.names.parent.get(node)
        while above is not None and not isinstance(above, _FUNCTIONS):
            if isinstance(above, kinds):
                return above
            above = self.names.parent.get(above)
        return None

    def repeated(self, node: ast.AST) -> bool:
        loops = (ast.For, ast.AsyncFor, ast.While, *_COMPREHENSIONS)
        return self.inside(node, loops) is not None

    def source(self, node: ast.AST) -> str:
        """The text of an expression in one line (ast's own way is slow)."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        encoded = [line.encode() for line in lines]
        encoded[-1] = encoded[-1][: node.end_col_offset]
        encoded[0] = encoded[0][node.col_offset :]
        return " ".join(b" ".join(encoded).decode("utf-8", "replace").split())


_LINES = re.compile(r"\r\n|\r|\n")
_INTERESTING = (
    *("multiprocessing", "torch.multiprocessing", "concurrent", "os", "posix"),
    *("asyncio", "_multiprocessing", "_posixshmem"),
)


def _start(script: Script, event: Event) -> tuple[str, str] | None:
    """What an event starts (process or pool) and under which method, if it does."""
    value = event.value
    if event.what != "call":
        return None
    if value.tag == "api":
        if value.name == POOL:
            return "pool", script.method(script.of(event.node))
        if value.name in (MANAGER, "multiprocessing.spawn"):
            return "process", script.method(value)
    elif value.tag == "member":
        whose = value.parts[0]
        if value.name == "start" and whose.name in (PROCESS, *_MANAGERS):
            return "process", script.method(whose)
        if value.name in ("submit", "map") and whose.name == EXECUTOR:
            return "process", script.method(whose)
    elif isinstance(event.node, ast.Call) and event.node.args:
        if getattr(event.node.func, "attr", "") == "run_in_executor":
            executor = script.of(event.node.args[0])
            if executor.name == EXECUTOR:
                return "process", script.method(executor)
    return None


def _no_guard(script: Script) -> None:
    for event in script.flows.module(True):
        started = _start(script, event)
        if started is None or event.maybe or started[1] == "fork":
            continue
        if isinstance(event.site, ast.expr):
            source = script.source(event.node.func)
            source = source if len(source) < 40 else "..." + source[-30:]
            line = str(event.node.lineno)  # where the function starts it, if one does
            fields = {"what": f"{source}()", "line": line}
            script.add("no-guard", event.site, started[0], **fields)


def _method_at_import(script: Script) -> None:
    for event in script.flows.module(True):
        if event.value.name != "multiprocessing.set_start_method" or event.maybe:
            continue
        call = event.node
        method = script.names.method_named(_argument(call, 0, "method"))
        force = _argument(call, 1, "force")
        if method in ("", "fork") or not (force is None or _is(force, False)):
            continue
        if script.caught(call, {"RuntimeError"}):
            continue
        if event.site is not call and script.caught(event.site, {"RuntimeError"}):
            continue
        script.add("method-at-import", event.site)


def _is(node: ast.AST, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _module_seed(script: Script) -> None:
    seeds = {"random.seed": "random.", "numpy.random.seed": "numpy.random."}
    many = [
        task
        for task in script.names.tasks
        if task.kind in ("pool", "executor") or script.repeated(task.call)
    ]
    processes = [task for task in script.names.tasks if task.kind == "process"]
    tasks = many + (processes if len(processes) > 1 else [])
    setups = [task for task in script.names.tasks if task.kind.endswith("-init")]
    _seeded_instances(script, tasks)
    for event in script.flows.module(True):
        prefix = seeds.get(event.value.name)
        if prefix is None or event.maybe or not event.node.args:
            continue
        if _is(event.node.args[0], None):
            continue
        for task in tasks:
            if task.method == "fork" and prefix == "random.":
                continue
            functions = [
                one for each in [task, *setups] for one in script.reach(each.function)
            ]
            drawn = [
                script.of(node.func).name
                for function in functions
                for node in script.owned(function)
                if isinstance(node, ast.Call)
            ]
            own = [name for name in drawn if name.startswith(prefix)]
            last = {name.rpartition(".")[2] for name in own}
            if last & {"seed", "setstate", "set_state"}:
                continue
            if any(name.islower() and name != "default_rng" for name in last):
                script.add("module-seed", event.site)


def _seeded_instances(script: Script, tasks: list[Task]) -> None:
    """A generator made with a seed at import time, which every child starts alike."""
    makers = {"random.Random", "numpy.random.default_rng", "numpy.random.RandomState"}
    for name, bindings in script.names.module.bindings.items():
        made = bindings[0].node
        if len(bindings) != 1 or not isinstance(made, ast.Call) or not made.args:
            continue
        if script.of(made.func).name not in makers or _is(made.args[0], None):
            continue
        if bindings[0].path or script.flows.in_guard(made):
            continue
        for task in tasks:
            uses = [
                node
                for function in script.reach(task.function)
                for node in script.owned(function)
                if isinstance(node, ast.Attribute)
                and getattr(node.value, "id", "") == name
                and script.names.scope[node].home(name) is script.names.module
            ]
            if uses and not any(one.attr == "seed" for one in uses):
                script.add("module-seed", made)


def _changed_global(script: Script) -> None:
    names, module = script.names, script.names.module
    outside: dict[str, list[Binding]] = {}
    for name, bindings in module.bindings.items():
        outside[name] = [
            one
            for one in bindings
            if names.owner.get(one.at) is None and not script.flows.in_guard(one.at)
        ]
    setups = [task for task in names.tasks if task.kind.endswith("-init")]
    in_setups = {f for task in setups for f in script.reach(task.function)}
    changed: dict[str, Event] = {}
    importing = {id(event.node) for event in script.flows.module(True)}
    for event in script.flows.module(False):
        if event.what == "change" and event.value.tag == "global":
            if event.guarded and id(event.node) not in importing:
                if not _same_again(script, event, outside):
                    changed.setdefault(event.value.name, event)
            continue
        started = _start(script, event)
        if started is None or not event.guarded or started[1] == "fork":
            continue
        for task in _started(script, event):
            reached = script.reach(task.function)
            written = _written(script, {*reached, *in_setups})
            for function in reached:
                for node in script.owned(function):
                    if not isinstance(node, ast.Name):
                        continue
                    if not isinstance(node.ctx, ast.Load):
                        continue
                    if names.scope[node].home(node.id) is not module:
                        continue
                    if made := _made_anew(script, node):
                        fields = {"name": node.id, "function": function.name}
                        script.add("changed-global", made, "anew", **fields)
                        continue
                    if node.id in written:
                        continue
                    _judge_global(script, node, function, changed, outside)


def _judge_global(
    script: Script,
    node: ast.Name,
    function: Function,
    changed: dict[str, Event],
    outside: dict[str, list[Binding]],
) -> None:
    """Say it if a global that a child reads is evidently another one there."""
    name = node.id
    change = changed.get(name)
    if outside.get(name):
        if change is not None:
            inner = change.value.method == "inside"
            if inner and not _mutable(script, name, change, node):
                return
            case, at = "changed", change.node
        else:
            return
    else:
        bindings = script.names.module.bindings.get(name, [])
        if any(one.name == "*" for one in bindings) or not bindings:
            return
        if change is None:
            bindings = [one for one in bindings if script.flows.in_guard(one.at)]
            if len(bindings) != len(script.names.module.bindings[name]):
                return
        if script.caught(node, {"NameError"}) or _star_import(script):
            return
        case, at = "missing", change.node if change else node
    script.add("changed-global", at, case, name=name, function=function.name)


def _made_anew(script: Script, read: ast.Name) -> ast.AST | None:
    """The call that makes a shared object of the module, which main uses as well."""
    names, value = script.names, script.of(read)
    bindings = names.module.bindings[read.id]
    alone = len(bindings) == 1 and bindings[0].node is value.node is not None
    if not alone or value.name not in INHERITED or script.method(value) == "fork":
        return None
    loads = [
        one
        for one in names.loads.get(read.id, ())
        if names.scope[one].home(one.id) is names.module
    ]
    handed = {
        id(one) for task in names.tasks for a in task.shown for one in ast.walk(a)
    }
    if any(id(one) in handed for one in loads):
        return None
    tasks = {one for task in names.tasks for one in script.reach(task.function)}
    by_main = {
        names.owner[event.node]
        for event in script.flows.module(False)
        if event.guarded and event.node in names.owner
    } - tasks
    for one in loads:
        owner = names.owner[one]
        if script.flows.in_guard(one) if owner is None else owner in by_main:
            return value.node
    return None


def _star_import(script: Script) -> bool:
    return any("*" in scope.bindings for scope in script.names.own_scope.values())


def _mutable(script: Script, name: str, change: Event, read: ast.Name) -> bool:
    """Whether a change inside an object is one of plain data, and the child reads it."""
    value = script.of(read)
    attribute = change.value.parts[0].name if change.value.parts else ""
    if attribute:
        above = script.names.parent.get(read)
        same = isinstance(above, ast.Attribute) and above.attr == attribute
        return same and value.tag in ("class", "instance")
    return value.tag in ("many", "table")


def _same_again(
    script: Script, event: Event, outside: dict[str, list[Binding]]
) -> bool:
    """Whether the change gives a global the constant that it has at import."""
    value = getattr(event.node, "value", None)
    bindings = outside.get(event.value.name, [])
    if not isinstance(event.node, ast.Assign) or event.value.method:
        return False
    return any(
        one.how == "value" and ast.dump(one.node) == ast.dump(value)
        for one in bindings
        if value is not None
    )


def _written(script: Script, functions: set[Function]) -> set[str]:
    """Globals that these functions assign or change."""
    found: set[str] = set()
    for function in functions:
        for event in script.flows.function(function):
            if event.what == "change":
                found.add(event.value.name)
        for name, home in script.names.own_scope[function].elsewhere.items():
            if home is script.names.module:
                found.add(name)
    return found


def _started(script: Script, event: Event) -> list[Task]:
    """The tasks that an event starts, or makes possible by starting a pool."""
    value = event.value
    if value.tag == "member" and value.parts[0].name == PROCESS:
        made = value.parts[0].node
        if made in script.tasks_of:
            return script.tasks_of[made]
        tasks = [task for task in script.names.tasks if task.kind == "process"]
        return tasks if made is None else []
    if value.tag == "api" and value.name == POOL:
        return [
            task
            for task in script.names.tasks
            if task.kind == "pool"
            and isinstance(task.call.func, ast.Attribute)
            and script.of(task.call.func.value).node is event.node
        ]
    return script.tasks_of.get(event.node, [])


def _freeze_support(script: Script) -> None:
    def freezes(event: Event) -> bool:
        return event.value.name.endswith("freeze_support") and event.what == "call"

    for event in script.flows.module(True):
        if freezes(event) and not event.maybe:
            script.add("freeze-support", event.site, "unguarded")
            return
    frozen = _frozen(script)
    for event in script.flows.module(False):
        if freezes(event):
            return
        if _start(script, event) and event.guarded:
            later = [one for one in script.flows.module(False) if freezes(one)]
            if later:
                script.add("freeze-support", later[0].site, "late")
            elif frozen:
                script.add("freeze-support", event.site, "missing", what=frozen)
            return


def _frozen(script: Script) -> str:
    """What shows that a program is meant to be packed into an executable."""
    for node in script.names.scope:
        if isinstance(node, ast.Attribute) and node.attr in ("frozen", "_MEIPASS"):
            if script.of(node.value).name == "sys":
                return f"sys.{node.attr}"
    for call in script.names.calls:
        if (
            getattr(call.func, "id", "") in ("getattr", "hasattr")
            and len(call.args) > 1
        ):
            name = getattr(call.args[1], "value", "")
            if name in ("frozen", "_MEIPASS") and script.of(call.args[0]).name == "sys":
                return f"sys.{name}"
    return ""


# --- rules on what is handed over -----------------------------------------------------


def _unpicklable_target(script: Script) -> None:
    for task in script.names.tasks:
        always = task.kind in ("pool", "executor")
        if not always and task.method == "fork":
            continue
        if task.target is not None:
            _judge_function(script, task, task.target, task.function, always)
        for shown in task.shown:
            if task.kind == "process" and script.of(shown).tag == "generator":
                continue  # Process makes a tuple of it
            _judge_argument(script, shown, always)
    for cls in script.names.attributes:
        if script.names.base(cls) == PROCESS and script.names.default_method != "fork":
            spoiled = _spoiled(script, cls)
            if spoiled and script.names.method_of(cls, "run"):
                attribute, node, what = spoiled
                script.add(
                    "unpicklable-target",
                    node,
                    "attribute",
                    attribute=attribute,
                    what=what,
                )
    _registered(script)


def _registered(script: Script) -> None:
    """Functions registered with a manager, whose process gets them by pickle."""
    names = script.names
    known = [
        (call, script.of(call.func))
        for call in names.calls
        if isinstance(call.func, ast.Attribute)
    ]
    started = {
        value.parts[0].parts[0].node
        for call, value in known
        if value.tag == "member" and value.name == "start" and value.parts[0].parts
    }
    started |= {
        value.parts[0].node
        for node in names.scope
        if isinstance(node, ast.With)
        for item in node.items
        if (value := script.of(item.context_expr)).name in _MANAGERS and value.parts
    }
    for call, _ in known:
        if call.func.attr != "register" or names.default_method == "fork":
            continue
        cls = script.of(call.func.value)
        made = cls.node if cls.tag == "class" else None
        if made not in started or names.base(made) not in _MANAGERS:
            continue
        node = _argument(call, 1, "callable")
        value = script.of(node) if node is not None else UNKNOWN
        if value.tag == "lambda" and not _renamed(script, value.node):
            script.add("unpicklable-target", node, "lambda")
        elif value.tag == "function" and (case := _out_of_reach(script, value.node)):
            script.add("unpicklable-target", node, case, name=value.name)


def _judge_function(
    script: Script, task: Task, node: ast.expr, value: Value, always: bool
) -> None:
    if value.tag == "partial" and value.parts:
        if isinstance(node, ast.Call) and node.args:
            for one in [*node.args[1:], *(k.value for k in node.keywords)]:
                _judge_argument(script, one, always)
            node = node.args[0]
        _judge_function(script, task, node, value.parts[0], always)
    elif value.tag == "lambda":
        if not _renamed(script, value.node):
            script.add("unpicklable-target", node, "lambda")
    elif value.tag == "function":
        case = _out_of_reach(script, value.node)
        if case and not (case == "guarded" and task.method == "fork"):
            script.add("unpicklable-target", node, case, name=value.name)
    elif value.tag == "bound" and task.target is not None:
        cls = value.parts[0].parts[0].node if value.parts[0].parts else None
        if not isinstance(cls, ast.ClassDef):
            return
        case = _out_of_reach(script, cls)
        name = script.source(node)
        if case and not (case == "guarded" and task.method == "fork"):
            script.add("unpicklable-target", node, case, name=cls.name)
        elif spoiled := _spoiled(script, cls):
            attribute, at, what = spoiled
            fields = {"name": name, "attribute": attribute, "what": what}
            script.add(
                "unpicklable-target", node, "bound", line=str(at.lineno), **fields
            )
        elif always and (spoiled := _spoiled(script, cls, INHERITED)):
            script.add("lock-to-pool", node, what=spoiled[2])


def _renamed(script: Script, node: ast.AST) -> bool:
    """Whether the script makes a lambda picklable by giving it its name."""
    return any(
        isinstance(one, ast.Attribute) and one.attr == "__qualname__"
        for one in script.names.scope
    )


def _out_of_reach(script: Script, node: ast.AST) -> str:
    """nested or guarded, where a child can't find a function or class by its name."""
    names = script.names
    if names.owner[node] is not None:
        scope = names.scope[node]
        while scope is not None and not isinstance(scope.node, _FUNCTIONS):
            scope = scope.parent
        declared = scope is not None and node.name in scope.elsewhere
        return "" if declared or _renamed(script, node) else "nested"
    if script.flows.in_guard(node):
        bound = names.module.bindings.get(node.name, [])
        if len(bound) == 1 and names.scope[node] is names.module:
            return "guarded"
    return ""


_PLAIN_BASES = {"", "object", "ABC", "abc.ABC", PROCESS}


def _spoiled(
    script: Script, cls: ast.ClassDef, kinds: set[str] = NOT_PICKLED
) -> tuple[str, ast.AST, str] | None:
    """An attribute set by __init__ that keeps objects of a class from being pickled."""
    names = script.names
    if names.base(cls) not in _PLAIN_BASES or cls.decorator_list or cls.keywords:
        return None
    for one in ("__getstate__", "__reduce__", "__reduce_ex__", "__getnewargs__"):
        if names.method_of(cls, one):
            return None
    init = names.method_of(cls, "__init__")
    if init is None:
        return None
    for statement in init.body:
        if (
            not isinstance(statement, (ast.Assign, ast.AnnAssign))
            or not statement.value
        ):
            continue
        targets = getattr(statement, "targets", [getattr(statement, "target", None)])
        for target in targets:
            if not isinstance(target, ast.Attribute):
                continue
            known = names.attributes.get(cls, {}).get(target.attr, [])
            if known != [statement.value] or _deleted(script, target.attr):
                continue
            what = _what_spoils(script, statement.value, kinds)
            if what and names._class_of_self(target.value, names.scope[target]):
                return target.attr, statement, what
    return None


def _deleted(script: Script, attribute: str) -> bool:
    return any(
        isinstance(one, ast.Attribute)
        and one.attr == attribute
        and isinstance(one.ctx, ast.Del)
        for one in script.names.scope
    )


def _what_spoils(script: Script, node: ast.expr, kinds: set[str]) -> str:
    """What can't be pickled in a value, by name: "" if it isn't evident."""
    for value in _walk_values(script.of(node)):
        if value.tag == "object" and value.name in kinds:
            return value.name
        if kinds is INHERITED:
            continue
        if value.tag == "lambda" and not _renamed(script, value.node):
            return "lambda"
        if value.tag == "generator":
            return "generator"
        if value.tag == "function" and _out_of_reach(script, value.node) == "nested":
            return value.name
    return ""


def _judge_argument(script: Script, node: ast.expr, always: bool) -> None:
    value = script.of(node)
    above = script.names.parent.get(node)
    call = script.names.parent.get(above) if isinstance(above, ast.keyword) else above
    method = getattr(getattr(call, "func", None), "attr", "")
    iterated = always and method not in ("submit", "apply", "apply_async")
    if value.tag == "generator" and iterated:
        # what a pool or executor iterates over stays in the parent
        value = replace(value, tag="many")
    elements: list[ast.expr] = [node]
    if isinstance(node, (ast.Tuple, ast.List)):
        elements = list(node.elts)
    elif isinstance(node, ast.Dict):
        elements = list(node.values)
    for one in elements:
        inner = value if one is node else script.of(one)
        for each in _walk_values(inner):
            what = ""
            if each.tag == "object" and each.name in NOT_PICKLED:
                what = each.name
            elif each.tag == "api" and each.name in STREAMS:
                what = "" if _replaced(script, each.name) else each.name
            elif each.tag == "instance" and not (iterated and each is value):
                what = _what_object_holds(script, each)
            elif each.tag in ("lambda", "generator"):
                what = "" if _renamed(script, each.node) else each.tag
            elif each.tag == "function":
                if _out_of_reach(script, each.node) == "nested":
                    what = each.name
            if what:
                script.add("unpicklable-target", one, "argument", what=what)
                break


def _replaced(script: Script, stream: str) -> bool:
    """Whether the script gives sys.stdout or the like another value."""
    attribute = stream.rpartition(".")[2]
    return any(
        isinstance(one, ast.Attribute)
        and (one.attr == attribute and isinstance(one.ctx, ast.Store))
        or isinstance(one, (ast.Attribute, ast.Name))
        and script.of(one).name == f"contextlib.redirect_{attribute}"
        for one in script.names.scope
    )


def _what_object_holds(script: Script, value: Value) -> str:
    cls = value.parts[0].node if value.parts else None
    spoiled = _spoiled(script, cls) if isinstance(cls, ast.ClassDef) else None
    return f"{cls.name}.{spoiled[0]} ({spoiled[2]})" if spoiled else ""


def _called_target(script: Script) -> None:
    for task in script.names.tasks:
        node = task.target
        if not isinstance(node, ast.Call):
            continue
        callee = script.of(node.func)
        returns_none = callee.name in ("print", "time.sleep", "input", "os.getpid")
        if callee.tag == "api" and returns_none:
            script.add("called-target", node, name=script.source(node.func))
        elif callee.tag in ("function", "bound"):
            if isinstance(callee.node, _FUNCTIONS) and _no_callable(
                script, callee.node
            ):
                script.add("called-target", node, name=script.source(node.func))


def _no_callable(script: Script, function: Function) -> bool:
    """Whether what a function returns evidently can't be called."""
    if isinstance(function, ast.AsyncFunctionDef) or _yields(script.names, function):
        return True
    for node in script.owned(function):
        if isinstance(node, ast.Return) and node.value is not None:
            plain = (ast.Constant, ast.BinOp, ast.Compare, ast.JoinedStr, ast.Tuple)
            more = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp)
            if isinstance(node.value, plain + more):
                continue
            if script.of(node.value).tag not in ("number", "text", "none", "many"):
                return False
    return True


def _args_not_tuple(script: Script) -> None:
    for task in script.names.tasks:
        if task.kind == "process":
            cls = script.of(task.call.func)
            if cls.tag == "class" and script.names.method_of(cls.node, "__init__"):
                continue  # its own parameters
            node = _argument(task.call, 3, "args")
        elif getattr(task.call.func, "attr", "") in ("apply", "apply_async"):
            node = _argument(task.call, 1, "args")
        else:
            continue
        if node is None or isinstance(node, (ast.Tuple, ast.List, ast.Starred)):
            continue
        value = script.of(node)
        what = ""
        if value == NUMBER:
            what = "number"
        elif value.tag == "text" and task.function.tag in ("function", "bound"):
            what = "text" if _wrong_length(script, task.function, node, value) else ""
        elif value.tag == "text" and task.function.name == "print":
            several = value.name.isdecimal() and int(value.name) > 1
            what = "text" if several else ""
        elif value.tag == "object" and value.name in _NOT_ITERATED:
            what = value.name.rpartition(".")[2]
        if what:
            source = script.source(node)
            script.add("args-not-tuple", node, what=what, source=source)


_NOT_ITERATED = {
    *(INHERITED - {"multiprocessing.Array", "multiprocessing.RawArray"}),
    *("multiprocessing.Connection", SHARED_MEMORY, PROCESS),
}


def _wrong_length(
    script: Script, function: Value, node: ast.expr, value: Value
) -> bool:
    """Whether a text, taken as a tuple of letters, doesn't fit the parameters."""
    arguments = function.node.args
    if arguments.vararg:
        return False
    most = len(_positional(arguments)) - (function.tag == "bound")
    least = most - len(arguments.defaults)
    if value.name.isdecimal():
        return not least <= int(value.name) <= most
    if isinstance(node, ast.JoinedStr):
        texts = [one for one in node.values if isinstance(one, ast.Constant)]
        return sum(len(one.value) for one in texts) > most
    return value.name == "differ" and not arguments.defaults


def _lock_to_pool(script: Script) -> None:
    for task in script.names.tasks:
        if task.kind not in ("pool", "executor"):
            continue
        nodes = list(task.shown)
        if isinstance(task.target, ast.Call) and task.function.tag == "partial":
            nodes.append(task.target)
        for node in nodes:
            parts = node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node]
            for one in parts:
                value = script.of(one)
                if value.tag == "generator":
                    value = replace(value, tag="many")
                for each in _walk_values(value):
                    if each.tag == "object" and each.name in INHERITED:
                        what = each.name.rpartition(".")[2]
                        script.add("lock-to-pool", one, what=what)
                        break


# --- rules on the order of things -----------------------------------------------------


def _harmless(script: Script, event: Event) -> bool:
    """Whether an event takes no time to speak of and waits for nobody."""
    value = event.value
    if event.what == "change":
        return True
    if event.what != "call":
        return False
    if value.tag == "member":
        whose = value.parts[0]
        if whose.name in _CHANNELS and value.name in _PUTS:
            return True  # a child may open the queue later
        return value.name in ("start", "append", "add", "close") and whose.name not in (
            POOL,
            EXECUTOR,
        )
    return value.name in _QUICK or value.tag == "class"


_QUICK = {"print", "range", "enumerate", "len", "str", "zip", "list", PROCESS}
_QUICK |= {f"multiprocessing.{name}" for name in ("Lock", "Queue", "Event", "Value")}
_QUICK |= {"time.perf_counter", "time.time", "os.getpid", "multiprocessing.get_context"}


def _dropped_early(script: Script) -> None:
    for task in script.names.tasks:
        if task.kind == "process" and task.method != "fork":
            for shown in task.shown:
                parts = getattr(shown, "elts", None) or getattr(shown, "values", [])
                for one in parts:
                    if isinstance(one, ast.Call):
                        value = script.of(one)
                        if value.tag == "object" and value.name in NAMED:
                            if value.node is one:
                                what = value.name.rpartition(".")[2]
                                script.add("dropped-early", one, "inline", what=what)
    main = script.flows.module(False)
    for events in script.roots():
        _judge_order(script, events)
        _judge_end(script, events, events is main)


def _needs(script: Script, event: Event) -> list[tuple[Task, Value]]:
    """The shared objects that a process needs which an event starts."""
    if event.what != "call" or event.value.name != "start":
        return []
    if event.node in script.needs:
        return script.needs[event.node]
    found = script.needs[event.node] = []
    for task in _started(script, event):
        if task.kind == "process" and task.method != "fork":
            for shown in task.shown:
                for node in ast.walk(shown):
                    if isinstance(node, (ast.Name, ast.Attribute, ast.Call)):
                        value = script.of(node)
                        if value.tag == "object" and value.node is not None:
                            found.append((task, value))
    return found


def _judge_order(script: Script, events: list[Event]) -> None:
    """Deleted, unlinked or shut down between the start and the join."""
    started: dict[ast.AST, Value] = {}
    for event in events:
        value = event.value
        if needs := _needs(script, event):
            started.update({one.node: one for _, one in needs})
            continue
        if event.what == "delete" and value.node in started and value.name in NAMED:
            what = value.name.rpartition(".")[2]
            script.add("dropped-early", event.node, "deleted", what=what)
        elif event.what == "leave" and value.name in (MANAGER, MEMORY_MANAGER):
            for one in started:
                if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute):
                    if script.of(one.func.value).node is value.node:
                        item = event.node.items[0].context_expr
                        script.add("dropped-early", item, "manager")
            started.clear()
        elif value.tag == "member" and value.name == "unlink":
            whose = value.parts[0]
            if whose.name == SHARED_MEMORY and whose.node in started:
                script.add("dropped-early", event.site, "unlinked")
        elif not _harmless(script, event):
            started.clear()


def _judge_end(script: Script, events: list[Event], is_main: bool) -> None:
    """Nobody waits for a child before what it needs is gone."""
    last = None
    for event in events:
        if _needs(script, event):
            last = event
        elif last is not None and not _harmless(script, event):
            last = None
    if last is None or last.maybe:
        return
    owner = script.names.owner[last.node]
    for task, value in _needs(script, last):
        if value.name not in NAMED or _daemon(script, task.call):
            continue
        local = script.names.owner[value.node]
        if not is_main and (local is not owner or not _stays(script, value, local)):
            continue
        if not is_main and (
            isinstance(local, ast.AsyncFunctionDef) or _yields(script.names, local)
        ):
            continue
        if is_main and not last.guarded:
            continue
        what = value.name.rpartition(".")[2]
        script.add("dropped-early", last.node, "unjoined", what=what)


def _daemon(script: Script, call: ast.Call) -> bool:
    daemon = _argument(call, 5, "daemon")
    if daemon is not None and not _is(daemon, False):
        return True
    return any(
        isinstance(one, ast.Attribute)
        and one.attr == "daemon"
        and isinstance(one.ctx, ast.Store)
        for one in script.names.scope
    )


def _stays(script: Script, value: Value, function: Function | None) -> bool:
    """Whether an object made in a function is known nowhere else but to its children."""
    names = script.names
    statement = names.parent.get(value.node)
    if function is None or not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return False
    targets = getattr(statement, "targets", None) or [statement.target]
    if len(targets) != 1 or not isinstance(targets[0], ast.Name):
        return False
    home = names.scope[targets[0]].home(targets[0].id)
    if home is None or home.node is not function:
        return False
    for one in names.loads.get(targets[0].id, ()):
        if names.scope[one].home(one.id) is not home:
            continue
        above = names.parent.get(one)
        while isinstance(above, (ast.Tuple, ast.List, ast.keyword)):
            above = names.parent.get(above)
        process = isinstance(above, ast.Call) and script.of(above).name == PROCESS
        if not process and not isinstance(
            above, (ast.Attribute, ast.withitem, ast.With)
        ):
            return False
    return True


_CHANNELS = {*QUEUES, "multiprocessing.SimpleQueue", "multiprocessing.Connection"}
_PUTS = {"put", "put_nowait", "send", "send_bytes"}
_GETS = {"get", "get_nowait", "recv", "recv_bytes", "recv_bytes_into"}


def _join_before_get(script: Script) -> None:
    puts: dict[ast.AST, set[ast.AST]] = {}  # queue -> calls of Process that fill it
    for task in script.names.tasks:
        if task.kind == "process":
            for function in script.reach(task.function):
                for node in script.owned(function):
                    if isinstance(node, ast.Call) and node.args:
                        value = script.of(node.func)
                        if value.tag == "member" and value.name in _PUTS:
                            queue = value.parts[0]
                            if queue.name in _CHANNELS and queue.node is not None:
                                if not _few(script, node):
                                    puts.setdefault(queue.node, set()).add(task.call)
    if not puts:
        return
    gets: dict[ast.AST, set[ast.AST]] = {}
    for node in script.names.scope:
        if isinstance(node, ast.Attribute) and node.attr in _GETS:
            queue = script.of(node.value)
            if queue.name in _CHANNELS and queue.node in puts:
                gets.setdefault(queue.node, set()).add(node)
    for queue in puts:
        if _handed_on(script, queue):
            gets.pop(queue, None)
    for events in script.roots():
        for queue, callers in puts.items():
            _judge_joins(script, events, queue, callers, gets.get(queue, set()))


def _judge_joins(
    script: Script,
    events: list[Event],
    queue: ast.AST,
    callers: set[ast.AST],
    gets: set[ast.AST],
) -> None:
    joined: Event | None = None
    read: set[ast.AST] = set()
    first = None
    for event in events:
        value = event.value
        if event.what != "call" or value.tag != "member":
            continue
        whose = value.parts[0]
        if value.name == "join" and whose.name == PROCESS and not read:
            untimed = not event.node.args and not event.node.keywords
            if untimed and (whose.node in callers or whose.node is None):
                joined = joined or event
        elif value.name in _GETS and whose.node is queue:
            if joined is None:
                return
            first = first or event
            read.add(event.node.func)
    if joined is not None and first is not None and read == gets:
        script.add("join-before-get", joined.site, line=str(first.node.lineno))


def _handed_on(script: Script, queue: ast.AST) -> bool:
    """Whether a queue goes to code that isn't known, and that might read it."""
    for call in script.names.calls:
        callee = script.of(call.func)
        known = callee.tag in ("function", "bound", "class", "member")
        if known or callee.name in (PROCESS, POOL, EXECUTOR, "print", "len"):
            continue
        for one in [*call.args, *(keyword.value for keyword in call.keywords)]:
            if any(value.node is queue for value in _walk_values(script.of(one))):
                return True
    return False


def _few(script: Script, put: ast.Call) -> bool:
    """Whether what a put sends, all in all, evidently fits into a pipe."""
    times = 1
    above = script.names.parent.get(put)
    while above is not None and not isinstance(above, _FUNCTIONS):
        if isinstance(above, (ast.For, ast.AsyncFor)):
            times *= _length(script, above.iter)
        elif isinstance(above, (ast.While, *_COMPREHENSIONS)):
            return False
        above = script.names.parent.get(above)
    size = _size(script, put.args[0], 0)
    return size is not None and size * times <= 8_000


def _length(script: Script, node: ast.expr) -> int:
    """How many items an iterable has at most; many if it isn't evident."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return len(node.elts)
    if isinstance(node, ast.Call) and script.of(node.func).name == "range":
        ends = [_constant(script, one) for one in node.args]
        if ends and all(isinstance(one, int) for one in ends):
            try:
                return len(range(*ends))
            except (TypeError, ValueError, OverflowError):
                pass
    return 1_000_000


def _constant(script: Script, node: ast.expr) -> object:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        scope = script.names.scope[node]
        home = scope.home(node.id)
        bindings = home.bindings.get(node.id, []) if home else []
        if len(bindings) == 1 and bindings[0].how == "value" and not bindings[0].path:
            return getattr(bindings[0].node, "value", None)
        if len(bindings) == 1 and bindings[0].how == "param":
            given = script.names.parameters.get((bindings[0].node, node.id), [])
            values = {getattr(one, "value", None) for one, path in given if not path}
            if len(values) == 1 and len(given) > 0:
                return values.pop()
    return None


def _size(script: Script, node: ast.AST, depth: int) -> int | None:
    """Bytes of a value at most, roughly; None if it isn't evident."""
    if depth > 20:
        return None
    if isinstance(node, ast.Constant):
        return len(node.value) if isinstance(node.value, (str, bytes)) else 10
    if isinstance(node, ast.Name):
        return _size_of_name(script, node, depth)
    if isinstance(node, (ast.Compare, ast.UnaryOp)):
        return 10
    if isinstance(node, (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.JoinedStr)):
        sizes = [_size(script, one, depth + 1) for one in _children(node)]
        return None if None in sizes else sum(sizes)
    if isinstance(node, ast.FormattedValue):
        return _size(script, node.value, depth + 1)
    if isinstance(node, ast.BinOp):
        left = _size(script, node.left, depth + 1)
        right = _size(script, node.right, depth + 1)
        if left is None or right is None:
            return None
        if isinstance(node.op, ast.Add):
            return left + right
        if _texts(script, node.left) or _texts(script, node.right):
            return None
        # of two numbers; a power, product or shift of large ones isn't looked for
        return 10 * (left + right) if not isinstance(node.op, ast.Pow) else None
    if isinstance(node, ast.Attribute):
        whole = script.source(node)
        return 50 if whole.endswith((".pid", ".name", ".exitcode")) else None
    if isinstance(node, ast.Call):
        callee = script.of(node.func)
        if callee.name in _NUMBERS | {"sum", "os.getpid"}:
            return 20
        if callee.tag == "function" and isinstance(callee.node, _FUNCTIONS):
            returns = [
                _size(script, one.value, depth + 1) if one.value else 10
                for one in script.owned(callee.node)
                if isinstance(one, ast.Return)
            ]
            return None if None in returns else max(returns, default=10)
    return None


def _texts(script: Script, node: ast.AST) -> bool:
    """Whether a factor may be a text, list or tuple, which a product makes long."""
    if script.of(node) == NUMBER:
        return False
    if isinstance(node, ast.BinOp):
        return _texts(script, node.left) or _texts(script, node.right)
    return True


def _size_of_name(script: Script, node: ast.Name, depth: int) -> int | None:
    home = script.names.scope[node].home(node.id)
    bindings = home.bindings.get(node.id, []) if home else []
    if script.of(node) == NUMBER:
        return 10
    if node.id in script.names.grown:
        return None
    sizes: list[int | None] = []
    for one in bindings:
        if one.how == "param":
            given = script.names.parameters.get((one.node, one.name), [])
            sizes += [
                _size(script, each, depth + 1)
                if not path or isinstance(each, (ast.Tuple, ast.List))
                else None
                for each, path in given
            ]
        elif one.how == "value" and (
            not one.path or isinstance(one.node, (ast.Tuple, ast.List))
        ):
            sizes.append(_size(script, one.node, depth + 1))
        else:
            sizes.append(None)
    return None if None in sizes or not sizes else max(sizes)


# --- rules on pools -------------------------------------------------------------------


def _read_after_with(script: Script) -> None:
    names = script.names
    for block in names.scope:
        if not isinstance(block, ast.With):
            continue
        if not any(script.of(item.context_expr).name == POOL for item in block.items):
            continue
        inside = {id(one) for one in ast.walk(block)}
        if any(_waits(script, one) for one in ast.walk(block)):
            continue
        for node in script.owned(names.owner[block]):
            result = None
            if isinstance(node, ast.Return) and id(node) in inside and node.value:
                values = [v for v in _walk_values(script.of(node.value))]
                result = next((v for v in values if v.name in ("result", "lazy")), None)
                if result is not None and result.tag != "object":
                    result = None
            elif id(node) in inside or _place(node) < _place(block):
                continue
            elif isinstance(node, ast.Call):
                callee = script.of(node.func)
                if callee.tag == "member" and callee.name in ("get", "wait"):
                    result = callee.parts[0]
                    if node.args or node.keywords:
                        result = None  # a limit: an error rather than a hang
                elif callee.name in {*_LISTS, "sum", "max", "min", "next", "dict"}:
                    result = script.of(node.args[0]) if node.args else None
                elif isinstance(node.func, ast.Name) and node.args:
                    if node.func.id in ("sum", "max", "min", "next", "any", "all"):
                        result = script.of(node.args[0])
            elif isinstance(node, (ast.For, ast.comprehension)):
                result = script.of(node.iter)
            if (
                result is None
                or result.tag != "object"
                or id(result.node) not in inside
            ):
                continue
            if result.name == "lazy" or (
                result.name == "result" and isinstance(node, (ast.Call, ast.Return))
            ):
                at = result.node
                line = node.lineno if hasattr(node, "lineno") else node.iter.lineno
                script.add("read-after-with", at, line=str(line))


def _waits(script: Script, node: ast.AST) -> bool:
    """Whether something waits, in the with block, so that tasks may get done."""
    if isinstance(node, (ast.For, ast.comprehension)):
        return script.of(node.iter).name == "lazy"
    if not isinstance(node, ast.Call):
        return False
    callee = script.of(node.func)
    if callee.tag == "member":
        whose = callee.parts[0]
        if whose.name == POOL:
            return callee.name in ("join", "map", "starmap", "apply")
        return whose.name in ("result", "lazy") or whose.name in INHERITED
    if callee.tag in ("function", "bound", "unknown"):
        name = getattr(node.func, "id", "")
        return name not in ("sum", "min", "max", "any", "all") or any(
            script.of(one).name == "lazy" for one in node.args
        )
    if callee.name in _LISTS and node.args:
        return script.of(node.args[0]).name == "lazy"
    return callee.name in ("time.sleep", "input")


def _result_unread(script: Script) -> None:
    for task in script.names.tasks:
        method = getattr(task.call.func, "attr", "")
        known = {"pool": _ASYNC, "executor": {"submit", "map"}}.get(task.kind, ())
        if method not in known:
            continue
        if task.kind == "pool":
            handled = {"error_callback", None}
            if any(keyword.arg in handled for keyword in task.call.keywords):
                continue
            if len(task.call.args) > 4:
                continue
        if _read(script, task.call) or _catches_all(script, task.function):
            continue
        case = {"submit": "future", "map": "iterator"}.get(method, "plain")
        script.add("result-unread", task.call, case, method=method)


def _read(script: Script, node: ast.AST) -> bool:
    """Whether the value of an expression is evidently used."""
    names = script.names
    above = names.parent.get(node)
    while isinstance(above, (*_COMPREHENSIONS, ast.List, ast.Tuple)):
        node, above = above, names.parent.get(above)
    if isinstance(above, ast.Expr):
        return False
    if isinstance(above, ast.Call) and isinstance(above.func, ast.Attribute):
        if above.func.attr in ("append", "add") and node in above.args:
            return _name_read(script, above.func.value)
        return True
    if isinstance(above, ast.Assign) and len(above.targets) == 1:
        return _name_read(script, above.targets[0])
    return True


def _name_read(script: Script, target: ast.AST) -> bool:
    """Whether a variable is used for anything else than to append to it."""
    names = script.names
    if not isinstance(target, ast.Name):
        return True
    home = names.scope[target].home(target.id)
    for one in names.loads.get(target.id, ()):
        if names.scope[one].home(one.id) is not home:
            continue
        attribute = names.parent.get(one)
        above = names.parent.get(attribute)
        if isinstance(attribute, ast.Attribute) and attribute.attr in ("append", "add"):
            if isinstance(names.parent.get(above), ast.Expr):
                continue
        if isinstance(attribute, ast.Call) and isinstance(
            attribute.func, ast.Attribute
        ):
            if attribute.func.attr in ("append", "add") and one in attribute.args:
                if not isinstance(attribute.func.value, ast.Name):
                    return True
                if attribute.func.value.id != target.id:
                    if _name_read(script, attribute.func.value):
                        return True
                    continue
        return True
    return "__all__" in names.module.bindings and home is names.module


def _catches_all(script: Script, function: Value) -> bool:
    """Whether a task handles every exception by itself."""
    if function.tag not in ("function", "bound"):
        return function.tag != "lambda" and function.tag != "partial"
    if _cannot_fail(script, function.node):
        return True
    for statement in function.node.body:
        if isinstance(statement, ast.Expr) and isinstance(
            statement.value, ast.Constant
        ):
            continue
        if isinstance(statement, (ast.Pass, ast.Global)):
            continue
        broad = isinstance(statement, ast.Try) and any(
            handler.type is None
            or getattr(handler.type, "id", "") in ("Exception", "BaseException")
            for handler in statement.handlers
        )
        raises = broad and any(
            isinstance(one, ast.Raise)
            for handler in statement.handlers
            for one in ast.walk(handler)
        )
        if not broad or raises:
            return False
    return True


def _cannot_fail(script: Script, function: Function) -> bool:
    """Whether a task does no more than print, wait, and hand its parameters on."""
    for node in script.owned(function):
        if isinstance(node, ast.Call):
            value = script.of(node.func)
            waits = value.tag == "member" and value.parts[0].name in INHERITED
            quick = {"print", "time.sleep", *_NUMBERS} - {"int", "float", "len"}
            if value.name not in ({"wait", "set", "is_set"} if waits else quick):
                return False
        elif isinstance(node, ast.Attribute):
            if script.of(node).tag not in ("api", "member"):
                return False
        elif not isinstance(node, _SAFE):
            return False
    return True


_SAFE = (ast.Name, ast.Constant, ast.Expr, ast.Return, ast.arg, ast.JoinedStr)
_SAFE += (ast.FormattedValue, ast.keyword, ast.Tuple, ast.Assign, ast.Pass)


def _nested_executor(script: Script) -> None:
    for task in script.names.tasks:
        daemon = _argument(task.call, 5, "daemon") if task.kind == "process" else None
        if task.kind == "pool":
            case = "daemonic"
        elif task.kind == "process" and daemon is not None and _is(daemon, True):
            case = "daemon"
        else:
            continue
        for function in script.reach(task.function):
            for node in script.owned(function):
                if not isinstance(node, ast.Call) or _asks_daemon(script, node):
                    continue
                value = script.of(node.func)
                made = value.tag == "api" and value.name in (POOL, EXECUTOR)
                if not made:
                    made = value.tag == "api" and value.name == MANAGER
                    made |= (
                        value.tag == "member"
                        and value.name == "start"
                        and value.parts[0].name == PROCESS
                    )
                if made and not script.caught(node, {"AssertionError"}):
                    script.add("nested-executor", node, case, function=function.name)


def _asks_daemon(script: Script, node: ast.AST) -> bool:
    test = script.inside(node, (ast.If, ast.IfExp))
    return test is not None and script.flows.guard(test.test) in _MENTIONS


def _unpicklable_exception(script: Script) -> None:
    for task in script.names.tasks:
        if task.kind not in ("pool", "executor"):
            continue
        for function in script.reach(task.function):
            for node in script.owned(function):
                if not isinstance(node, ast.Raise) or node.exc is None:
                    continue
                made = node.exc if isinstance(node.exc, ast.Call) else None
                value = script.of(made.func if made else node.exc)
                if value.tag != "class":
                    continue
                names = {one.name for one in script.names.lineage(value.node)}
                if script.caught(node, names | {script.names.base(value.node)}):
                    continue
                _judge_exception(script, value.node, made)


def _judge_exception(script: Script, cls: ast.ClassDef, made: ast.Call | None) -> None:
    names = script.names
    special = (
        "__reduce__",
        "__reduce_ex__",
        "__new__",
        "__getnewargs__",
        "__setstate__",
    )
    if any(names.method_of(cls, name) for name in special):
        return
    if names.base(cls) not in _EXCEPTIONS:
        return
    lineage = names.lineage(cls)
    # the class that has the __init__(), or for which @dataclass makes one
    makes = [names.own_method(one, "__init__") or one.decorator_list for one in lineage]
    at = next((one for one, make in zip(lineage, makes, strict=True) if make), None)
    if at is None or at.decorator_list and _dataclass(script, at) is None:
        return
    init = names.own_method(at, "__init__")
    taken = _taken(init) if init else _taken_by_fields(script, at, made)
    calls = init or names.method_of(cls, "__post_init__")
    given = _kept_arguments(script, calls) if calls else NOT_SET
    if taken is None or given is None:
        return
    if given is NOT_SET:  # __new__() has kept those of the call, without keywords
        if made is None or any(isinstance(one, ast.Starred) for one in made.args):
            return
        given = len(made.args)
    elif any(
        names.method_of(one, "__init__") or one.decorator_list
        for one in names.lineage(at)[1:]
    ):
        return  # it is called instead of that of the exception
    least, most, keywords = taken
    if least <= given <= most and not keywords:
        return
    needed = str(least) if least == most else f"{least}-{most}"
    if keywords:
        needed += f" + {keywords} keyword-only"
    script.add(
        "unpicklable-exception", at, name=cls.name, given=str(given), needed=needed
    )


NOT_SET = object()


def _taken(init: Function) -> tuple[int, int, int] | None:
    """How many arguments an __init__() needs, takes, and needs by keyword."""
    arguments = init.args
    if arguments.vararg:
        return None
    most = len(_positional(arguments)) - 1
    keywords = sum(one is None for one in arguments.kw_defaults)
    return most - len(arguments.defaults), most, keywords


def _kept_arguments(script: Script, function: Function) -> int | object | None:
    """How many arguments super().__init__() is given; None where that isn't evident."""
    given: int | object = NOT_SET
    parameters = _parameters(function.args)
    first = parameters[0].arg if parameters else ""
    for node in script.owned(function):
        if isinstance(node, ast.Attribute) and node.attr == "args":
            if getattr(node.value, "id", "") == first and isinstance(
                node.ctx, ast.Store
            ):
                return None
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "__init__":
            whose = node.func.value
            by_super = (
                isinstance(whose, ast.Call) and getattr(whose.func, "id", "") == "super"
            )
            if any(isinstance(one, ast.Starred) for one in node.args) or node.keywords:
                return None
            given = len(node.args) - (not by_super)
    return given


def _dataclass(script: Script, cls: ast.ClassDef) -> dict[str, object] | None:
    """The options of a class's one decorator, @dataclass; None where it's another."""
    if len(cls.decorator_list) != 1:
        return None
    (decorator,) = cls.decorator_list
    call = decorator if isinstance(decorator, ast.Call) else None
    if script.of(call.func if call else decorator).name != "dataclasses.dataclass":
        return None
    options: dict[str, object] = {}
    for keyword in call.keywords if call else ():
        if not isinstance(keyword.value, ast.Constant):
            return None
        options[keyword.arg or ""] = keyword.value.value
    # frozen ones can't be unpickled either, for another reason
    plain = {"eq", "repr", "order", "unsafe_hash", "match_args", "kw_only"}
    return options if options.keys() <= plain else None


def _taken_by_fields(
    script: Script, cls: ast.ClassDef, made: ast.Call | None
) -> tuple[int, int, int] | None:
    """What the __init__() that @dataclass makes takes, as by `_taken`.

    None where that isn't evident, or where the call ``made`` fails right away.
    """
    lineage = script.names.lineage(cls)
    if made is None or any(len(one.bases) != 1 for one in lineage):
        return None
    fields: dict[str, tuple[bool, bool]] = {}  # whether required, whether by keyword
    for one in reversed(lineage):
        if one.decorator_list:
            options = _dataclass(script, one)
            if options is None or not _add_fields(script, one, options, fields):
                return None
    positional = [name for name, (_, by_keyword) in fields.items() if not by_keyword]
    by_name = {keyword.arg for keyword in made.keywords}
    in_order = positional[: len(made.args)]
    needed = {name for name, (required, _) in fields.items() if required}
    if len(in_order) < len(made.args) or not by_name <= fields.keys():
        return None
    if not needed <= by_name | {*in_order} or by_name & {*in_order}:
        return None
    least = sum(name in needed for name in positional)
    return least, len(positional), len(needed) - least


def _add_fields(
    script: Script,
    cls: ast.ClassDef,
    options: dict[str, object],
    fields: dict[str, tuple[bool, bool]],
) -> bool:
    """Add the fields of one dataclass; False where they aren't evident."""
    by_keyword = options.get("kw_only") is True
    for node in cls.body:
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        annotation, value = script.source(node.annotation), node.value
        if "ClassVar" in annotation:
            continue
        if annotation.endswith("KW_ONLY"):
            by_keyword = True
            continue
        required, keyword = value is None, by_keyword
        if isinstance(value, ast.Call):
            if script.of(value.func).name == "dataclasses.field":
                given = {one.arg: one.value for one in value.keywords}
                if None in given:
                    return False
                if "init" in given and not _is(given["init"], True):
                    if _is(given["init"], False):
                        continue
                    return False
                required = not given.keys() & {"default", "default_factory"}
                if "kw_only" in given:
                    keyword = _is(given["kw_only"], True)
        fields[node.target.id] = required, keyword
    return True


_EXCEPTIONS = {
    *("Exception", "BaseException", "ValueError", "TypeError", "RuntimeError"),
    *("LookupError", "KeyError", "IndexError", "ArithmeticError", "AttributeError"),
    *("AssertionError", "NotImplementedError", "BufferError", "EOFError"),
}


# --- rules on fork and imports --------------------------------------------------------

_PLATFORM = re.compile(
    r"(?i:(has|have|can|supports?)_?fork)|"
    r"hasattr\((os|posix), ?['\"]fork|getattr\(os, ?['\"]fork|['\"]fork['\"] (not )?in"
    r"|(os\.name|platform|system\(\)).*['\"](nt|posix|win|linux|darwin|cygwin|Win|Lin|Dar)"
    r"|['\"](nt|posix|win32|linux|darwin|Windows|Linux|Darwin)['\"].*(os\.name|platform)"
)


def _bare_fork(script: Script) -> None:
    names = script.names
    forks = [
        call
        for call in names.calls
        if script.of(call.func).tag == "api"
        and script.of(call.func).name in ("os.fork", "os.forkpty")
    ]
    posix = {"fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "posix"}
    only = any(
        isinstance(one, (ast.Import, ast.ImportFrom))
        and {getattr(one, "module", ""), *(each.name for each in one.names)} & posix
        for one in names.tree.body
    )
    if not forks or only or _not_for_windows(script.text):
        return
    tests = [
        node
        for node in names.scope
        if isinstance(node, (ast.If, ast.IfExp, ast.Assert))
        and _asks_platform(script, node.test)
    ]
    if any(isinstance(one, ast.Assert) for one in tests):
        return
    for test in tests:
        for body in (getattr(test, "body", []), getattr(test, "orelse", [])):
            if isinstance(body, list) and body and _quits(script, body[-1]):
                return
    for call in forks:
        safe = {id(node) for test in tests for node in ast.walk(test)}
        if id(call) in safe or script.caught(call, {"AttributeError", "ImportError"}):
            continue
        owner = names.owner[call]
        if _decorated(script, call):
            continue
        if owner is not None and any(
            owner in script.reach(script.of(one.func))
            for test in tests
            for one in ast.walk(test)
            if isinstance(one, ast.Call)
        ):
            continue
        name = script.of(call.func).name.removeprefix("os.")
        script.add("bare-fork", call, name=name)


def _decorated(script: Script, node: ast.AST) -> bool:
    """Whether a decorator around it looks at the platform, as tests have them."""
    above: ast.AST | None = node
    while above is not None:
        for one in getattr(above, "decorator_list", []):
            text = ast.unparse(one)
            if "requires_fork" in text or _PLATFORM.search(text):
                return True
        above = script.names.parent.get(above)
    return False


def _asks_platform(script: Script, test: ast.expr) -> bool:
    if _PLATFORM.search(ast.unparse(test)):
        return True
    for one in ast.walk(test):
        if isinstance(one, ast.Name):
            for binding in script.names.module.bindings.get(one.id, ()):
                if binding.how == "import" and binding.name.startswith("os.fork"):
                    return True
                if binding.how == "value" and _PLATFORM.search(
                    ast.unparse(binding.node)
                ):
                    return True
    return False


def _quits(script: Script, node: ast.stmt) -> bool:
    if isinstance(node, (ast.Return, ast.Raise)):
        return True
    return isinstance(node, ast.Expr) and script.flows._leaves(node.value)


def _not_for_windows(text: str) -> bool:
    """Whether PEP 723 metadata limits the script to platforms that have fork."""
    block = re.search(r"^# /// script$\n((?:#(?: .*)?\n)+?)# ///$", text, re.M)
    if not block:
        return False
    platforms = re.search(r"^# platforms = \[(.*)\]", block[1], re.M)
    methods = re.search(r"^# start-methods = \[(.*)\]", block[1], re.M)
    only_fork = bool(methods) and methods[1].strip(" \"'") == "fork"
    return only_fork or (bool(platforms) and "windows" not in platforms[1])


def _fork_with_threads(script: Script) -> None:
    for events in script.roots():
        running: dict[ast.AST | None, Event] = {}
        for event in events:
            value = event.value
            whose = value.parts[0] if value.tag == "member" else UNKNOWN
            if event.what == "leave" and value.name == THREADS:
                running.pop(value.node, None)
            if event.what != "call":
                continue
            if value.name == "start" and whose.name in (THREAD, "threading.Timer"):
                if not event.maybe:
                    running[whose.node] = event
            elif value.name in ("submit", "map") and whose.name == THREADS:
                running[whose.node] = event
            elif value.name in ("join", "shutdown", "cancel") and whose.tag == "object":
                if whose.node is None:
                    running.clear()
                running.pop(whose.node, None)
            elif running and not event.maybe:
                forks = value.tag == "api" and value.name == "os.fork"
                started = _start(script, event)
                if forks or (started and started[1] == "fork"):
                    line = next(iter(running.values())).node.lineno
                    script.add("fork-with-threads", event.site, line=str(line))


def _private_import(script: Script) -> None:
    for node in script.names.scope:
        if isinstance(node, ast.Import):
            full = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            full = [f"{node.module}.{one.name}" for one in node.names]
        elif isinstance(node, ast.Attribute):
            if not node.attr.startswith("_") or node.attr.startswith("__"):
                continue
            value, whole = script.of(node), script.of(node.value)
            public = not any(one[:1] == "_" for one in whole.name.split("."))
            full = [value.name] if value.tag == "api" and public else []
        else:
            continue
        for name in full:
            parts = name.split(".")
            known = name.startswith(("multiprocessing.", "concurrent.futures."))
            private = any(one[:1] == "_" and one[:2] != "__" for one in parts)
            if (known and private) or parts[0] in ("_multiprocessing", "_posixshmem"):
                public = (
                    "concurrent.futures"
                    if parts[0] == "concurrent"
                    else ("multiprocessing")
                )
                script.add("private-import", node, name=name, public=public)


_CHECKS: list[Callable[[Script], None]] = [
    *(_no_guard, _method_at_import, _module_seed, _changed_global, _freeze_support),
    *(_unpicklable_target, _called_target, _args_not_tuple, _lock_to_pool),
    *(_dropped_early, _join_before_get, _read_after_with, _result_unread),
    *(_nested_executor, _unpicklable_exception, _bare_fork, _fork_with_threads),
    _private_import,
]


# --- ignore comments ------------------------------------------------------------------

_IGNORE = re.compile(
    r"#\s*spawnsafe:\s*ignore\b(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*)"
)


@dataclass
class _Ignore:
    line: int
    column: int
    end_column: int
    rules: list[str]
    reason: str
    alone: bool  # nothing else in its line
    used: set[str] = field(default_factory=set)


def _ignores(text: str) -> list[_Ignore]:
    """The ignore comments: real comments only, no text in strings."""
    found = []
    if "spawnsafe:" not in text:
        return found
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return found
    for token in tokens:
        if token.type != tokenize.COMMENT:
            continue
        match = _IGNORE.search(token.string)
        if match:
            rules = [one.strip() for one in (match["rules"] or "").split(",")]
            reason = match["reason"].strip(" \t:;,.-–—：，。")
            line, column = token.start
            alone = not token.line[:column].strip()
            end = column + len(token.string)
            rules = [one for one in rules if one]
            found.append(_Ignore(line, column + 1, end + 1, rules, reason, alone))
    return found


def _apply(findings: list[Finding], ignores: list[_Ignore]) -> list[Finding]:
    """Findings that no comment ignores, and what is wrong with the comments."""
    kept = []
    for finding in findings:
        rule, ignored = finding.rule, False
        for one in ignores:
            within = finding.line <= one.line <= finding.end_line
            above = one.alone and one.line == finding.line - 1
            if within or above:
                for name in one.rules:
                    if name in (rule.id, rule.name):
                        one.used.add(name)
                        ignored = True
        if not ignored:
            kept.append(finding)
    for one in ignores:

        def add(rule: str, name: str, one: _Ignore = one) -> None:
            place = (one.line, one.column, one.line, one.end_column)
            case = "plain" if name else "unnamed"
            kept.append(Finding(RULES[rule], *place, case, (("rule", name),)))

        if not one.rules:
            add("ignore-unknown-rule", "")
        for name in one.rules:
            if name not in RULES and name not in _BY_ID:
                add("ignore-unknown-rule", name)
            elif name not in one.used:
                add("ignore-unused", name)
        if one.rules and not one.reason:
            add("ignore-without-reason", ", ".join(one.rules))
    return kept


# --- the check ------------------------------------------------------------------------


def check(source: str | bytes) -> list[Finding]:
    """Findings in a script, in the order of their places; the script isn't run.

    Args:
        source: text, or the file's bytes, decoded as Python does (PEP 263).

    Raises:
        Unreadable: it is no Python that can be read.
    """
    text = decode(source) if isinstance(source, bytes) else source
    text = text.removeprefix("\ufeff")
    try:
        with _deep_recursion():
            tree = parse(text)
            found = _look(tree, text) if _ABOUT.search(text) else {}
    except (RecursionError, MemoryError):
        raise _too_deep() from None
    lines = _LINES.split(text)
    findings = [
        Finding(RULES[rule], *_span(node, lines), case, tuple(fields.items()))
        for (rule, node), (case, fields) in found.items()
    ]
    kept = _apply(findings, _ignores(text))
    return sorted(kept, key=lambda one: (one.line, one.column, one.rule.id))


# Without one of these words nothing here can start a process, or names a private module.
_ABOUT = re.compile("multiprocessing|concurrent|fork|_posixshmem")


def _look(tree: ast.Module, text: str) -> _Found:
    script = Script(tree, text)
    if script.used:
        for rule in _CHECKS:
            rule(script)
    return script.found


def _span(node: ast.AST, lines: list[str]) -> tuple[int, int, int, int]:
    """Line and column of start and end, from 1; columns in characters, not bytes."""
    end_line, end = node.end_lineno, node.end_col_offset
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef, ast.With)):
        end_line = node.lineno  # the header only
        end = len(lines[node.lineno - 1].encode())

    def column(line: int, offset: int) -> int:
        text = lines[line - 1] if line <= len(lines) else ""
        return (
            len(
                text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore")
            )
            + 1
        )

    return (
        node.lineno,
        column(node.lineno, node.col_offset),
        end_line,
        column(end_line, end),
    )
