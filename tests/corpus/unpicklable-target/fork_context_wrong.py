# prints hi
# where linux
# as it is
import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=lambda: print("hi"))
    process.start()
    process.join()
