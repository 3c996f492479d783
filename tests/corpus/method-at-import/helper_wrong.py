# prints hi
import multiprocessing as mp


def choose():
    mp.set_start_method("spawn")


choose()


def work():
    print("hi")


if __name__ == "__main__":
    process = mp.Process(target=work)
    process.start()
    process.join()
