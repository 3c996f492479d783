import faulthandler
import subprocess
import sys
from multiprocessing import get_context, get_start_method

OPTIONS = ["-W", "error::UserWarning", "-X", "faulthandler"]
OPTIONS += ["-X", "int_max_str_digits=9000"]


def look():
    rows = {
        "-W": "error::UserWarning" in sys.warnoptions,
        "-X faulthandler": faulthandler.is_enabled(),
        "-X, other": sys.get_int_max_str_digits() == 9000,
    }
    for name, kept in rows.items():
        print(f"{name}: {'as in the parent' if kept else 'reset'}")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        again = [__file__, get_start_method()]
        subprocess.run([sys.executable, *OPTIONS, *again])
    else:
        child = get_context(sys.argv[1]).Process(target=look)
        child.start()
        child.join()
