import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

if __name__ == "__main__":
    print("the program itself is", os.getpid())
    for kind in (ThreadPoolExecutor, ProcessPoolExecutor):
        print(kind.__name__)
        with kind(max_workers=1) as executor:
            print("  runs in", executor.submit(os.getpid).result())
            future = executor.submit(lambda: "works")
            if error := future.exception():
                print("  a lambda:", type(error).__name__)
            else:
                print("  a lambda:", future.result())
