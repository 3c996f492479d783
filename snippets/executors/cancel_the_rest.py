import time
from concurrent.futures import ProcessPoolExecutor, wait
from multiprocessing import Event


def prepare(*events):
    global begun, finish
    begun, finish = events


def work():
    begun.set()
    finish.wait()


if __name__ == "__main__":
    begun, finish = Event(), Event()
    executor = ProcessPoolExecutor(
        1, initializer=prepare, initargs=(begun, finish)
    )
    futures = [executor.submit(work)]
    begun.wait()
    futures += [executor.submit(work) for _ in range(9)]
    while not futures[2].running():
        time.sleep(0.01)

    executor.shutdown(wait=False, cancel_futures=True)
    finish.set()
    ran = [f.result() for f in futures if not f.cancelled()]
    print(len(ran), "ran,", len(futures) - len(ran), "cancelled")
    done, not_done = wait(futures, timeout=0.2)
    print("wait():", len(done), "done,", len(not_done), "not done")
