import os
import threading
from multiprocessing import Pool


def report(value):
    main = threading.current_thread() is threading.main_thread()
    print(f"{value!r} in {os.getpid()}, main thread: {main}")


if __name__ == "__main__":
    print(f"parent: {os.getpid()}", flush=True)
    with Pool(1) as pool:
        for text in ("3", "three"):
            pool.apply_async(
                int, (text,), callback=report, error_callback=report
            )
        pool.close()
        pool.join()
