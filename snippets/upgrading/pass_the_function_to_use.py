from multiprocessing import Process


def ask_for_the_price():
    return 100  # in real life, a server would be asked


def answer_at_once():
    return 1


def work(ask=ask_for_the_price):
    print("child: the price is", ask())


def test_work():
    child = Process(target=work, args=(answer_at_once,))
    child.start()
    child.join()


if __name__ == "__main__":
    test_work()
