"""Sets the start method of the program that follows, and reports what came of it.

Python imports this module at its start because run.py puts its directory on
PYTHONPATH. It takes itself away again, so that the program and its children see the
environment that a reader has. Settings, each in an environment variable:

SPAWNSAFE_REPORT   directory for the report; each process writes a file of its own
                   there, named by its PID, since appending to one file is not atomic
                   on Windows
SPAWNSAFE_METHOD   start method to set, in the first process only
SPAWNSAFE_OBSERVE  stay in the environment, and report every Python process
SPAWNSAFE_STACKS   write where all threads are, into a file of each process's own:
                   "signal N", on that signal, or "at T", at that time in seconds
                   since 1970; together with SPAWNSAFE_OBSERVE only
"""

import os
import sys
import time

POPEN = "multiprocessing.popen_"  # the module of each start method


def write(report, *words):
    """Add one line to this process's file."""
    path = os.path.join(report, str(os.getpid()))
    with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(" ".join(words).replace("\n", " ") + "\n")


def report_process(report):
    write(report, "process", str(os.getppid()), str(time.time_ns()), *sys.orig_argv)


STACKS = []  # the open file: faulthandler keeps its number only


def write_stacks(report, when):
    import faulthandler

    # closed with the old list: after a fork it is the parent's
    STACKS[:] = [open(os.path.join(report, f"stack-{os.getpid()}"), "w")]
    kind, number = when.split()
    if kind == "signal":
        faulthandler.register(int(number), file=STACKS[0], all_threads=True)
    else:
        left = max(float(number) - time.time(), 0.01)
        faulthandler.dump_traceback_later(left, file=STACKS[0])


class Notice:
    """Reports the start methods really used, by the modules imported for them.

    It stands in sys.meta_path and finds nothing. At exit would be too late: a
    program that hangs has no exit.
    """

    def __init__(self, report):
        self.report = report

    def find_spec(self, name, path=None, target=None):
        if name.startswith(POPEN):
            write(self.report, "used", name[len(POPEN) :])
        return None


def set_up():
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != here]
    observe = "SPAWNSAFE_OBSERVE" in os.environ
    method = os.environ.pop("SPAWNSAFE_METHOD", None)
    report = os.environ["SPAWNSAFE_REPORT"]
    if not observe:
        del os.environ["PYTHONPATH"], os.environ["SPAWNSAFE_REPORT"]
    stacks = os.environ.get("SPAWNSAFE_STACKS")
    here_too = [lambda: report_process(report)]
    if stacks:
        here_too.append(lambda: write_stacks(report, stacks))
    for action in here_too:
        action()
        if observe and hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=action)
    if method:
        import multiprocessing

        multiprocessing.set_start_method(method)
        write(report, "method", multiprocessing.get_start_method())
        sys.meta_path.insert(0, Notice(report))


def import_the_hidden_one():
    """Import the sitecustomize that this one hides, such as Debian's own."""
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec("sitecustomize")
    if spec is not None and spec.loader is not None:
        from importlib.util import module_from_spec

        sys.modules["sitecustomize"] = module = module_from_spec(spec)
        spec.loader.exec_module(module)


set_up()
import_the_hidden_one()
