from multiprocessing import Process
from unittest.mock import patch


def ask_for_the_price():
    return 100  # in real life, a server would be asked


def work():
    print("child: the price is", ask_for_the_price())


def test_work():
    with patch(f"{__name__}.ask_for_the_price", return_value=1):
        child = Process(target=work)
        child.start()
        child.join()


if __name__ == "__main__":
    test_work()
