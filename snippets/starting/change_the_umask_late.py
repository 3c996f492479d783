# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "Windows files don't have these permissions"
# reason-zh = "Windows 的文件没有这种权限"
# ///
import os
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def write(path):
    path.touch()
    print(f"{path.name}: {oct(path.stat().st_mode & 0o777)}")


def write_two(folder):
    write(folder / "umask of the parent")
    os.umask(0o077)
    write(folder / "umask of the child")


def start(target, *args):
    child = Process(target=target, args=args)
    child.start()
    child.join()


if __name__ == "__main__":
    os.umask(0o022)
    start(None)  # under forkserver, this starts the server
    os.umask(0o077)
    with TemporaryDirectory() as folder:
        start(write_two, Path(folder))
