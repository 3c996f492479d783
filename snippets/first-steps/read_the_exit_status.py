# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "os.fork exists on POSIX systems only"
# reason-zh = "os.fork 只存在于 POSIX 系统"
# ///
import os
import signal


def fork_and_wait(what_the_child_does):
    pid = os.fork()
    if pid == 0:
        what_the_child_does()
        os._exit(7)
    ended, status = os.waitpid(pid, 0)
    assert ended == pid
    print("status", status, end=" ")
    print("means exit code", os.waitstatus_to_exitcode(status))


def do_nothing():
    pass


def kill_itself():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    fork_and_wait(do_nothing)
    fork_and_wait(kill_itself)
