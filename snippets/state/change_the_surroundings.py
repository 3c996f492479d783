import os
import sys
from multiprocessing import Process


def look(folder, mask):
    rows = {
        "environment, before": os.environ.get("BEFORE") == "yes",
        "environment, after": os.environ.get("AFTER") == "yes",
        "directory": os.getcwd() == folder,
        "sys.path": "added" in sys.path,
        "sys.argv": "added" in sys.argv,
        "umask": os.umask(0) == mask,
    }
    for name, changed in rows.items():
        print(
            f"{name}: {'as in the parent' if changed else 'as before'}"
        )


if __name__ == "__main__":
    os.environ["BEFORE"] = "yes"
    first = Process(target=len, args=("",))
    first.start()
    first.join()

    os.environ["AFTER"] = "yes"
    os.chdir(os.path.dirname(os.getcwd()))
    sys.path.append("added")
    sys.argv.append("added")
    os.umask(0o222)
    mask = os.umask(0o222)
    child = Process(target=look, args=(os.getcwd(), mask))
    child.start()
    child.join()
