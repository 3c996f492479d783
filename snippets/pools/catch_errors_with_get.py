from multiprocessing import Pool

TEXTS = ("3", "three", "4")

if __name__ == "__main__":
    with Pool(2) as pool:
        results = [pool.apply_async(int, (text,)) for text in TEXTS]
        pool.close()
        pool.join()
        print("all tasks have run, no error in sight")

        for text, result in zip(TEXTS, results, strict=True):
            try:
                print(text, "->", result.get())
            except ValueError as error:
                print(text, "->", error)
