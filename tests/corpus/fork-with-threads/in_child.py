# prints done
# where linux
import os
import threading

if not hasattr(os, "fork"):
    raise SystemExit
pid = os.fork()
if pid == 0:
    thread = threading.Thread(target=print, args=("done",), kwargs={"flush": True})
    thread.start()
    thread.join()
    os._exit(0)
os.waitpid(pid, 0)
