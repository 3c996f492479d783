import multiprocessing
import time

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    locks = [context.Lock() for _ in range(3)]
    print(*[lock._semlock.name for lock in locks], flush=True)
    time.sleep(600)
