import os
import sys
from multiprocessing import Pool, TimeoutError, active_children

if __name__ == "__main__":
    pool = Pool(1)
    (worker,) = active_children()
    results = [
        pool.apply_async(os._exit, (3,)),
        pool.apply_async(sys.exit, (4,)),
    ]
    print("the next task:", pool.apply(abs, (-3,)))
    print("exit code of the first worker:", worker.exitcode)
    (replacement,) = active_children()
    print("replaced:", replacement is not worker)
    for result in results:
        try:
            result.get(timeout=0.2)
        except TimeoutError:
            print("a lost task: no result, no error")
    pool.terminate()
    pool.join()
