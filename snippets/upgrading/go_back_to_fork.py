import multiprocessing
from concurrent.futures import ProcessPoolExecutor

limit = 100


def ask_for_the_limit():
    return limit


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    limit = 500
    with ProcessPoolExecutor(1, mp_context=fork) as executor:
        future = executor.submit(ask_for_the_limit)
        print("executor: limit is", future.result())
    with fork.Pool(1) as pool:
        print("pool: limit is", pool.apply(ask_for_the_limit))

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "fork exists on POSIX systems only"
# reason-zh = "fork 只存在于 POSIX 系统"
# ///
