import time
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def multiply(a, b, path):
    time.sleep(1)
    path.write_text(str(a * b), encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        path = Path(folder, "product.txt")
        child = Process(target=multiply, args=(3, 5, path))
        child.start()
        try:
            print(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            print("before join(): FileNotFoundError")
        child.join()
        print("after join():", path.read_text(encoding="utf-8"))
