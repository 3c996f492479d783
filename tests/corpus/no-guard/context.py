# prints hello
# as it is
import multiprocessing

context = multiprocessing.get_context("spawn")


def work():
    print("hello")


if __name__ == "__main__":
    process = context.Process(target=work)
    process.start()
    process.join()
