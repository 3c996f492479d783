from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

if __name__ == "__main__":
    fork = get_context("fork")
    ProcessPoolExecutor(1, mp_context=fork, max_tasks_per_child=1)

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "Windows has no fork"
# reason-zh = "Windows 没有 fork"
# ///
