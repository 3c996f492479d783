from multiprocessing import Process


def greet(name):
    print("Hello", name)


if __name__ == "__main__":
    try:
        name = input()
    except EOFError:  # nobody there to type
        name = "nobody"
    process = Process(target=greet, args=(name,))
    process.start()
    process.join()
