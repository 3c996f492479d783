import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Process


def work(number):
    time.sleep(0.3)
    return number * number


if __name__ == "__main__":
    start = time.perf_counter()
    processes = [Process(target=work, args=(n,)) for n in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("exit codes:", [process.exitcode for process in processes])
    print(f"3 processes: {time.perf_counter() - start:.1f} s")

    start = time.perf_counter()
    with ProcessPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(work, n) for n in range(3)]
        print("results:", [future.result() for future in futures])
    print(f"2 workers: {time.perf_counter() - start:.1f} s")
