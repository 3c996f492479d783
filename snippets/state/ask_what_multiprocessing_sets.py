import io
import sys
from multiprocessing import Process, current_process, get_start_method


def look(method):
    rows = {
        "start method": get_start_method() == method,
        "authkey": current_process().authkey == b"secret",
        "stdin": sys.stdin.read() == "typed",
    }
    for name, kept in rows.items():
        print(f"{name}: {'as in the parent' if kept else 'empty'}")
    main = sys.modules["__main__"].__name__
    print("main:", "as in the parent" if main == "__main__" else main)


if __name__ == "__main__":
    current_process().authkey = b"secret"
    sys.stdin = io.StringIO("typed")
    child = Process(target=look, args=(get_start_method(),))
    child.start()
    child.join()
