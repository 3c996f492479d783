import time
from multiprocessing import Process


def work(number):
    print(f"{number} begins", flush=True)
    time.sleep(0.2)
    print(f"{number} ends", flush=True)


if __name__ == "__main__":
    began = time.perf_counter()
    for number in range(3):
        child = Process(target=work, args=(number,))
        child.start()
        child.join()
    print(f"took {time.perf_counter() - began:.1f} s")
