from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global finish
    finish = event


def work():
    finish.wait()
    return "complete"


if __name__ == "__main__":
    finish = Event()
    executor = ProcessPoolExecutor(
        1, initializer=prepare, initargs=(finish,)
    )
    future = executor.submit(work)
    executor.shutdown(wait=False)
    print("shut down, done:", future.done())
    try:
        executor.submit(work)
    except RuntimeError as error:
        print(error)
    finish.set()
    executor.shutdown()
    print("result:", future.result())
