# /// script
# [tool.spawnsafe]
# platforms = ["linux"]
# reason = "os.sched_setaffinity is missing on Windows and macOS"
# reason-zh = "Windows 和 macOS 没有 os.sched_setaffinity"
# ///
import os


def usable_cpus():
    if hasattr(os, "process_cpu_count"):  # 3.13 or newer
        return os.process_cpu_count()
    return len(os.sched_getaffinity(0))


if __name__ == "__main__":
    in_the_machine = os.cpu_count()
    first = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {first})
    unchanged = os.cpu_count() == in_the_machine
    print("os.cpu_count() is unchanged:", unchanged)
    print("usable by this process:", usable_cpus())
