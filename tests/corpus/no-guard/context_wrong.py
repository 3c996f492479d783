# prints hello
# as it is
import multiprocessing

context = multiprocessing.get_context("spawn")


def work():
    print("hello")


process = context.Process(target=work)
process.start()
process.join()
