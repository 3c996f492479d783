# prints hello
# where linux
# as it is
import multiprocessing

context = multiprocessing.get_context("fork")


def work():
    print("hello")


process = context.Process(target=work)
process.start()
process.join()
