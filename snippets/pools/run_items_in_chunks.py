from multiprocessing import Pool


def work(item):
    print(f"  item {item}", flush=True)
    if item == 0:
        raise ValueError("item 0 fails")
    return item


if __name__ == "__main__":
    with Pool(1) as pool:
        for size in (3, None, 1):
            print(f"chunksize={size}", flush=True)
            try:
                pool.map(work, range(6), chunksize=size)
            except ValueError as error:
                print(f"  {error}", flush=True)
