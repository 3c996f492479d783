# prints hello
import multiprocessing as mp


def work():
    print("hello")


process = mp.Process(target=work)
if __name__:
    process.start()
    process.join()
