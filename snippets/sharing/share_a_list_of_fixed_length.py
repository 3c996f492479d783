from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList


def fill(results):
    results[0] = 3.5
    results[1] = "done"
    results.shm.close()


if __name__ == "__main__":
    results = ShareableList([0.0, " " * 8, None])
    try:
        child = Process(target=fill, args=(results,))
        child.start()
        child.join()
        print(list(results))
        try:
            results[1] = "x" * 30
        except ValueError as error:
            print("ValueError:", error)
        print("append exists:", hasattr(results, "append"))
    finally:
        results.shm.close()
        results.shm.unlink()
