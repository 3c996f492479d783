from multiprocessing import Pool


def square(x):
    return x * x


with Pool(1) as pool:
    print(pool.map(square, [1, 2, 3]))

# /// script
# [tool.spawnsafe]
# start-methods = ["fork", "spawn"]
# reason = "under forkserver it depends on the Python version"
# reason-zh = "forkserver 下的结果因 Python 版本而异"
# ///
