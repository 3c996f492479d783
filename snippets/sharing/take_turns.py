from multiprocessing import Condition, Process, Value


def take_turn(number, turn, changed):
    with changed:
        changed.wait_for(lambda: turn.value == number)
        print(f"child {number}: my turn", flush=True)
        turn.value += 1
        changed.notify_all()


if __name__ == "__main__":
    changed = Condition()
    turn = Value("i", 0, lock=False)
    children = [
        Process(target=take_turn, args=(number, turn, changed))
        for number in (2, 1, 0)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("turns taken:", turn.value)
