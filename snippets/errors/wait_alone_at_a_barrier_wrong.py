from multiprocessing import Barrier

if __name__ == "__main__":
    start = Barrier(parties=2, timeout=0.1)
    print("waiting for another process")
    start.wait()
