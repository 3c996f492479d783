from multiprocessing import Array, Lock, Process


def transfer(amount, source, target, accounts, locks):
    first, second = sorted((source, target))
    for _ in range(100):
        with locks[first], locks[second]:
            accounts[source] -= amount
            accounts[target] += amount


if __name__ == "__main__":
    accounts = Array("i", [500, 500])
    shared = (accounts, [Lock(), Lock()])
    one = Process(target=transfer, args=(3, 0, 1, *shared))
    other = Process(target=transfer, args=(1, 1, 0, *shared))
    one.start()
    other.start()
    one.join()
    other.join()
    print(accounts[:])
