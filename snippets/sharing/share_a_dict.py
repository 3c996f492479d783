from multiprocessing import Manager, Process


def fill(stock, lock):
    for _ in range(50):
        with lock:
            stock["apples"] += 1


def replace(stock):
    stock["pears"].append("lost")
    pears = stock["pears"]
    pears.append("kept")
    stock["pears"] = pears


if __name__ == "__main__":
    with Manager() as manager:
        stock = manager.dict(apples=0, pears=[])
        lock = manager.Lock()
        children = [
            Process(target=fill, args=(stock, lock)),
            Process(target=fill, args=(stock, lock)),
            Process(target=replace, args=(stock,)),
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print(type(stock).__name__, stock)
        copy = stock.copy()
    print(type(copy).__name__, copy)
