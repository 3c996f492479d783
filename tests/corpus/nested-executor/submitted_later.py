# prints 2
from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n + 1


def launch(n):
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(work, n).result()


if __name__ == "__main__":
    print(sum(map(launch, [1])))
