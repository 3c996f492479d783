# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
import multiprocessing


def work(queue, lock):
    with lock:
        queue.put("a message")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    lock = context.Lock()
    child = context.Process(target=work, args=(queue, lock))
    child.start()
    print("received:", queue.get())
    child.join()
