# no main guard: under spawn each worker runs this again and asks for a pool
import multiprocessing

with multiprocessing.Pool(2) as pool:
    print(pool.map(abs, [1, 2]))
