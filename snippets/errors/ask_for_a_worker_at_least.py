from multiprocessing import Pool

if __name__ == "__main__":
    files = []
    with Pool(max(1, len(files))) as pool:
        print(pool.map(len, files))
