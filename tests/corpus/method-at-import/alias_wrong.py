# prints hi
import multiprocessing as mp

mp.set_start_method("spawn")


def work():
    print("hi")


if __name__ == "__main__":
    process = mp.Process(target=work)
    process.start()
    process.join()
