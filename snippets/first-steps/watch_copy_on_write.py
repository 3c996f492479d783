# /// script
# [tool.spawnsafe]
# platforms = ["linux"]
# reason = "/proc/self/smaps_rollup exists on Linux only"
# reason-zh = "/proc/self/smaps_rollup 只存在于 Linux"
# ///
import os

MB = 1024 * 1024
PAGE = os.sysconf("SC_PAGE_SIZE")


def private_megabytes():
    with open("/proc/self/smaps_rollup", encoding="ascii") as lines:
        for line in lines:
            if line.startswith("Private_Dirty:"):
                return int(line.split()[1]) / 1024


if __name__ == "__main__":
    data = bytearray(50 * MB)
    for position in range(0, len(data), PAGE):
        data[position] = 1
    pid = os.fork()
    if pid == 0:
        print("private at first:", private_megabytes() > 50)
        for position in range(0, len(data), PAGE):
            data[position] = 2
        private = private_megabytes() > 50
        print("private after writing:", private, flush=True)
        os._exit(0)
    os.waitpid(pid, 0)
