# prints done
import multiprocessing
import os

if "fork" in multiprocessing.get_all_start_methods():
    pid = os.fork()
    if not pid:
        os._exit(0)
    os.waitpid(pid, 0)
print("done")
