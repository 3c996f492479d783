from multiprocessing import Manager, Process


def look(stock):
    try:
        print("child:", stock["apples"])
    except OSError as error:
        print("child:", type(error).__name__, flush=True)


if __name__ == "__main__":
    with Manager() as manager:
        stock = manager.dict(apples=3)
        print("parent:", stock["apples"], flush=True)
    child = Process(target=look, args=(stock,))
    child.start()
    child.join()
    try:
        print("parent:", stock["apples"])
    except OSError as error:
        print("parent:", type(error).__name__)
