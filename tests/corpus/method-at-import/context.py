# prints hi
# as it is
import multiprocessing as mp

context = mp.get_context("spawn")


def work():
    print("hi")


if __name__ == "__main__":
    process = context.Process(target=work)
    process.start()
    process.join()
