# prints [1] / [1, 2]
from multiprocessing import Process

rows = [1]


def work():
    print(rows)


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    rows.append(2)
    print(rows)
