from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        only = pool.apply_async(abs, (-3,), callback=print)
        print("result:", only.get())
        pool.close()
        pool.join()
