# prints 5
import multiprocessing as mp


def show(n):
    print(n)


if __name__ == "__main__":
    process = mp.Process(target=show, args=[5])
    process.start()
    process.join()
