# prints hi
# where linux
import multiprocessing as mp


def work():
    print("hi")


if __name__ == "__main__":
    mp.set_start_method("forkserver")
    process = mp.Process(target=work)
    process.start()
    process.join()
