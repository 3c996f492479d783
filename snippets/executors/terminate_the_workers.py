import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children

if __name__ == "__main__":
    executor = ProcessPoolExecutor(max_workers=1)
    future = executor.submit(time.sleep, 60)
    while not future.running():
        time.sleep(0.01)
    workers = active_children()
    executor.terminate_workers()
    for worker in workers:
        worker.join()
    print("workers left:", len(active_children()))
    print("the task:", type(future.exception()).__name__)
    try:
        executor.submit(time.sleep, 60)
    except RuntimeError as error:
        print("submit():", error)

# /// script
# requires-python = ">=3.14"
# [tool.spawnsafe]
# reason = "terminate_workers() is new in 3.14"
# reason-zh = "terminate_workers() 是 3.14 新增的"
# ///
