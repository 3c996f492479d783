from multiprocessing import Process


def greet():
    name = input()
    print("Hello", name)


if __name__ == "__main__":
    process = Process(target=greet)
    process.start()
    process.join()
    print("exit code", process.exitcode)
