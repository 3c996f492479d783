# prints 9
from concurrent.futures import ThreadPoolExecutor

if __name__ == "__main__":
    with ThreadPoolExecutor(1) as executor:
        print(executor.submit(lambda: 9).result())
