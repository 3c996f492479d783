from multiprocessing import RLock

if __name__ == "__main__":
    lock = RLock()
    try:
        print("acquire() was forgotten")
    finally:
        lock.release()
