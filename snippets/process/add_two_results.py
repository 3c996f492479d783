from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def multiply(a, b, path):
    path.write_text(str(a * b), encoding="utf-8")


def divide(a, b, path):
    path.write_text(str(a / b), encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        product = Path(folder, "product.txt")
        quotient = Path(folder, "quotient.txt")
        first = Process(target=multiply, args=(3, 5, product))
        second = Process(target=divide, args=(5, 6, quotient))
        first.start()
        second.start()
        first.join()
        second.join()
        numbers = [
            float(path.read_text(encoding="utf-8"))
            for path in (product, quotient)
        ]
        print(sum(numbers))
