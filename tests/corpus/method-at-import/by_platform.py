# prints hi
import multiprocessing as mp
import sys


def work():
    print("hi")


if __name__ == "__main__":
    if sys.platform != "win32":
        mp.set_start_method("forkserver")
    process = mp.Process(target=work)
    process.start()
    process.join()
