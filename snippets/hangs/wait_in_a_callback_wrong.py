from multiprocessing import Pool


def finish(result):
    pool.close()
    pool.join()


if __name__ == "__main__":
    with Pool(1) as pool:
        only = pool.apply_async(abs, (-3,), callback=finish)
        print("result:", only.get())
