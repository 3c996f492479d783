from concurrent.futures import ProcessPoolExecutor

times = 0


class Table(list):
    def __reduce__(self):
        global times
        times += 1
        return Table, (list(self),)


def keep(given):
    global table
    table = given


def look_up(index):
    return table[index]


def look_up_in(given, index):
    return given[index]


if __name__ == "__main__":
    numbers = Table(range(1000))
    with ProcessPoolExecutor(2) as executor:
        futures = [
            executor.submit(look_up_in, numbers, i) for i in range(20)
        ]
        print(sum(future.result() for future in futures))
    print("as an argument: pickled", times, "times")
    times = 0
    with ProcessPoolExecutor(
        2, initializer=keep, initargs=(numbers,)
    ) as executor:
        print(sum(executor.map(look_up, range(20))))
    print("by the initializer: pickled at most twice:", times <= 2)
