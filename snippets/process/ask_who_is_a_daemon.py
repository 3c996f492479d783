import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def is_daemon():
    return multiprocessing.current_process().daemon


if __name__ == "__main__":
    print("main process:", is_daemon())
    with multiprocessing.Pool(1) as pool:
        print("Pool worker:", pool.apply(is_daemon))
    with ProcessPoolExecutor(1) as executor:
        print("executor worker:", executor.submit(is_daemon).result())
