from multiprocessing import Lock

if __name__ == "__main__":
    printing = Lock()
    with printing:
        print("working with the lock held")
    print("released at the end of the with block")
