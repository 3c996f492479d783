from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import Event


def prepare(event):
    global go_on
    go_on = event


def wait_and_return(name):
    go_on.wait()
    return name


if __name__ == "__main__":
    event = Event()
    with (
        ProcessPoolExecutor(
            1, initializer=prepare, initargs=(event,)
        ) as one,
        ProcessPoolExecutor(1) as other,
    ):
        futures = {
            one.submit(wait_and_return, "slow"): "submitted first",
            other.submit(str.upper, "fast"): "submitted second",
        }
        for future in as_completed(futures):
            print(future.result(), "-", futures[future])
            event.set()
