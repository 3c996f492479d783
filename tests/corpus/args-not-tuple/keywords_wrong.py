# prints 1
from multiprocessing import Process


def show(number, text):
    print(number)


if __name__ == "__main__":
    process = Process(target=show, args=(1.5), kwargs={"text": "x"})
    process.start()
    process.join()
