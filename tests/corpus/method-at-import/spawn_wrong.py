# prints hi
import multiprocessing

multiprocessing.set_start_method("spawn")


def work():
    print("hi")


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
