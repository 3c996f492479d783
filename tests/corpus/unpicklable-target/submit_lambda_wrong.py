# prints 9
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(lambda: 9).result())
