from multiprocessing import RLock

if __name__ == "__main__":
    printing = RLock()
    try:
        print("acquire() was forgotten")
    finally:
        printing.release()
