from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    tasks = []
    with ProcessPoolExecutor(max_workers=len(tasks)) as executor:
        print(list(executor.map(abs, tasks)))
