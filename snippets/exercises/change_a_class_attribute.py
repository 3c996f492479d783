# --8<-- [start:program]
from multiprocessing import Process


class Account:
    currency = "EUR"

    def __init__(self, balance):
        self.balance = balance


def show(account):
    print(account.balance, account.currency)


if __name__ == "__main__":
    account = Account(10)
    account.balance = 50
    Account.currency = "CNY"
    child = Process(target=show, args=(account,))
    child.start()
    child.join()
    show(account)
# --8<-- [end:program]
