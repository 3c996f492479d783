# prints hi
import multiprocessing as mp

try:
    mp.set_start_method("spawn")
except RuntimeError:
    pass


def work():
    print("hi")


if __name__ == "__main__":
    process = mp.Process(target=work)
    process.start()
    process.join()
