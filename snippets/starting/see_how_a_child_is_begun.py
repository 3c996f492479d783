import sys
from multiprocessing import Process


def work():
    command = " ".join(sys.orig_argv)
    for text in (
        "multiprocessing.spawn import spawn_main",
        "multiprocessing.forkserver import main",
        "see_how_a_child_is_begun.py",
    ):
        if text in command:
            print("command line:", text)
            break


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
