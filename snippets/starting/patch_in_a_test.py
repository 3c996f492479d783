import os
from multiprocessing import Process
from unittest.mock import patch

COLOR = "black"


def report(color):
    seen = os.environ.get("COLOR")
    print(f"argument {color}, global {COLOR}, environment {seen}")


def run_test(color):
    name = f"{__name__}.COLOR"
    with patch(name, color), patch.dict(os.environ, COLOR=color):
        child = Process(target=report, args=(color,))
        child.start()
        child.join()


if __name__ == "__main__":
    import patch_in_a_test as tests  # as pytest imports a test file

    tests.run_test("red")
    tests.run_test("green")
