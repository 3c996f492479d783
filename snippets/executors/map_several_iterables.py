from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        print(list(executor.map(pow, [2, 3, 4], [5, 2])))

        results = executor.map(int, ["1", "two", "3"])
        print(next(results))
        try:
            next(results)
        except ValueError as error:
            print(error)
        print("left:", list(results))
