from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    numbers = iter([-1, -2, -3])
    with ProcessPoolExecutor(max_workers=1) as executor:
        for result in executor.map(abs, numbers, buffersize=2):
            print(result)
