# prints hi
import multiprocessing


def work():
    print("hi")


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
