from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    for number in (61, 62, 0):
        try:
            ProcessPoolExecutor(max_workers=number)
            print(f"{number}: accepted")
        except ValueError as error:
            print(f"{number}: {error}")
