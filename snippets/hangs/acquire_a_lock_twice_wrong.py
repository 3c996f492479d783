from multiprocessing import Lock


def withdraw(account, amount, lock):
    with lock:
        account["balance"] -= amount


def withdraw_what_is_there(account, lock):
    with lock:
        withdraw(account, account["balance"], lock)


if __name__ == "__main__":
    account = {"balance": 100}
    withdraw_what_is_there(account, Lock())
    print("balance:", account["balance"])
