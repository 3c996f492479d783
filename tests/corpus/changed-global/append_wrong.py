# prints [1, 2]
from multiprocessing import Process

rows = [1]


def work():
    print(rows)


if __name__ == "__main__":
    rows.append(2)
    process = Process(target=work)
    process.start()
    process.join()
