"""Keep Wine's services running while Windows scripts are run on another system.

Wine starts its services with the first Windows program and ends them soon after the
last. They inherit the standard error of that first program, and one of them
(winedevice.exe, Wine 10.0) crashes now and then as it starts: its "Unhandled page fault"
would stand in the output of a script without fault. So the first program is one of ours.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import tempfile
import threading
from pathlib import Path

from spawnsafe.errors import BadInput
from spawnsafe.interpreter import Interpreter, clean_environment

# It ends when the flag is removed, or when the process that waits for it is gone.
KEEPER = """\
import os, sys, time
flag, owner = sys.argv[1:]
proc = os.path.exists("Z:/proc")
print("ready", flush=True)
while os.path.exists(flag) and (not proc or os.path.exists("Z:/proc/" + owner)):
    time.sleep(0.2)
if os.path.exists(flag):
    os.remove(flag)
"""
END_SECONDS = 10

_lock = threading.Lock()
_keepers: dict[tuple[str, ...], _Keeper] = {}


def keep_services(interpreter: Interpreter) -> None:
    """Have Wine's services run until this process ends.

    Raises:
        BadInput: the interpreter does not start.
    """
    with _lock:
        keeper = _keepers.get(interpreter.command)
        if keeper is None or not keeper.lives():
            _keepers[interpreter.command] = _Keeper(interpreter)


class _Keeper:
    """A Windows program that waits for the end of this process."""

    def __init__(self, interpreter: Interpreter) -> None:
        descriptor, flag = tempfile.mkstemp(prefix="ss-wine-")
        os.close(descriptor)
        self.flag = Path(flag)
        self.process = subprocess.Popen(
            [*interpreter.command, "-c", KEEPER, "Z:" + flag, str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=clean_environment(),
            start_new_session=True,
        )
        atexit.register(self.end)
        if self.process.stdout.readline().strip() != b"ready":
            self.end()
            raise BadInput(
                f"{interpreter.name} does not start: exit code "
                f"{self.process.returncode}",
                remedy=f"see why: {' '.join(interpreter.command)} -c pass",
            )

    def lives(self) -> bool:
        return self.process.poll() is None

    def end(self) -> None:
        """Let it end by itself: killing the wrapper would leave Wine's half running."""
        self.flag.unlink(missing_ok=True)
        self.process.stdout.close()
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
