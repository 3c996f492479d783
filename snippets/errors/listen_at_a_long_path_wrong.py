import tempfile
from multiprocessing.connection import Listener
from pathlib import Path

if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix=100 * "x") as folder:
        Listener(str(Path(folder, "listener")))

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "Unix domain sockets; Windows takes named pipes instead"
# reason-zh = "用的是 Unix 域套接字；Windows 改用命名管道"
# ///
