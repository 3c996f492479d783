import threading
from multiprocessing import Queue
from queue import Empty

may_leave = threading.Event()


class Parcel:
    """Holds up whoever pickles it, until it may leave."""

    def __getstate__(self):
        may_leave.wait()
        return {"packed_by": threading.current_thread().name}


if __name__ == "__main__":
    queue = Queue()
    basket = ["apple"]
    queue.put(Parcel())
    queue.put(basket)
    print("both are put; empty:", queue.empty())
    try:
        queue.get_nowait()
    except Empty:
        print("get_nowait: Empty")

    basket.append("pear")
    may_leave.set()
    print("packed by", queue.get().packed_by)
    print("basket:", queue.get())
