import os
import time

SECONDS = 1  # 600 gives you time to look both numbers up

if __name__ == "__main__":
    start = time.perf_counter()
    print(f"{os.getpid()}, started by {os.getppid()}", flush=True)
    time.sleep(SECONDS)
    print(f"ended after {time.perf_counter() - start:.1f} s")
