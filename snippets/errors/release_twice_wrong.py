from multiprocessing import Lock

if __name__ == "__main__":
    printing = Lock()
    with printing:
        print("working with the lock held")
        printing.release()
