# prints 1
from multiprocessing import Process


class Job:
    def __init__(self, number):
        print(number)


if __name__ == "__main__":
    process = Process(target=Job, kwargs={"number": 1})
    process.start()
    process.join()
