import atexit
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    executor = ProcessPoolExecutor(max_workers=1)
    atexit.register(executor.submit, abs, -1)
    print("end of the program")
