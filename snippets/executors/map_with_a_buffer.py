from concurrent.futures import ProcessPoolExecutor


def numbers(taken):
    for number in range(100):
        taken.append(number)
        yield number


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        taken = []
        results = executor.map(abs, numbers(taken))
        print("without a buffer:", len(taken))

        taken = []
        results = executor.map(abs, numbers(taken), buffersize=4)
        print("buffersize=4:", len(taken))
        next(results)
        print("one result later:", len(taken))

# /// script
# requires-python = ">=3.14"
# [tool.spawnsafe]
# reason = "buffersize is new in 3.14"
# reason-zh = "buffersize 是 3.14 新增的"
# ///
