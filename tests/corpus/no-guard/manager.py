# prints [1]
from multiprocessing import Manager


def main():
    with Manager() as manager:
        numbers = manager.list([1])
        print(list(numbers))


if __name__ == "__main__":
    main()
