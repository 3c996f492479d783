from multiprocessing import Barrier, Process, Value


def add_one(counter, barrier):
    old = counter.value
    barrier.wait()  # both have read, neither has written
    counter.value = old + 1
    print(f"read {old}, wrote {old + 1}", flush=True)


if __name__ == "__main__":
    counter, barrier = Value("i", 0), Barrier(2)
    args = (counter, barrier)
    adders = [Process(target=add_one, args=args) for _ in range(2)]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    print("two additions, counter:", counter.value)
