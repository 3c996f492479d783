from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global finish
    finish = event


def work():
    finish.wait()


if __name__ == "__main__":
    finish = Event()
    try:
        with ProcessPoolExecutor(
            1, initializer=prepare, initargs=(finish,)
        ) as executor:
            future = executor.submit(work)
            print("in the block, done:", future.done())
            finish.set()
            raise LookupError("an error in the block")
    except LookupError as error:
        print(f"{error}; after it, done:", future.done())
