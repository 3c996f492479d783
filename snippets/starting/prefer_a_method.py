# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
from multiprocessing import get_all_start_methods, get_context

if __name__ == "__main__":
    available = get_all_start_methods()
    method = "forkserver" if "forkserver" in available else "spawn"
    child = get_context(method).Process()
    child.start()
    child.join()
    print(child.name, "ended with exit code", child.exitcode)
