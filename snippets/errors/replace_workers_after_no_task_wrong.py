from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1, maxtasksperchild=0) as pool:
        print(pool.map(abs, [-1, -2]))
