import pickle
from multiprocessing import Process


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.history = [0] * 10_000

    def pay(self, amount):
        self.balance -= amount
        print("child: balance is", self.balance)


if __name__ == "__main__":
    account = Account(100)
    child = Process(target=account.pay, args=(30,))
    child.start()
    child.join()
    print("parent: balance is", account.balance)
    size = len(pickle.dumps(account.pay))
    print("more than 10000 bytes to send:", size > 10_000)
