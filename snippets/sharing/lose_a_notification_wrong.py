from multiprocessing import Condition

if __name__ == "__main__":
    changed = Condition()
    done = False
    try:
        changed.wait()
    except AssertionError as error:
        print("wait():", error)
    try:
        changed.notify()
    except AssertionError as error:
        print("notify():", error)

    with changed:
        done = True
        changed.notify_all()
    with changed:
        print("wait(0.3):", changed.wait(0.3))
        print("wait_for():", changed.wait_for(lambda: done, 0.3))
        print("never true:", changed.wait_for(lambda: not done, 0.3))
