from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as manager:
        stock = manager.dict()
        stock["apples"] = 3
        result = dict(stock)
    print(result)
