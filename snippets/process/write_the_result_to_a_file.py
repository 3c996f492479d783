from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def multiply(a, b, path):
    path.write_text(str(a * b), encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        path = Path(folder, "product.txt")
        child = Process(target=multiply, args=(3, 5, path))
        child.start()
        quotient = 5 / 6
        child.join()
        product = int(path.read_text(encoding="utf-8"))
        print(product + quotient)
