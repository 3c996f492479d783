from multiprocessing import Array, Process, Value


def add_squares(numbers, squares, total):
    for number in numbers:
        squares[number] = number**2
        with total.get_lock():
            total.value += number**2


if __name__ == "__main__":
    squares = Array("i", 6)
    total = Value("d", 0.5)
    print("at first:", list(squares), total.value)
    children = [
        Process(target=add_squares, args=(part, squares, total))
        for part in (range(3), range(3, 6))
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("squares:", squares[:])
    print("total:", total.value)
