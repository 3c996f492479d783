# prints done
from multiprocessing import Process

verbose = False


def say(text):
    if verbose:
        print(text)


def work():
    say("done")


if __name__ == "__main__":
    verbose = True
    process = Process(target=work)
    process.start()
    process.join()
