from multiprocessing import Condition, Process, Value


def work(ready, state):
    with ready:
        ready.wait_for(lambda: state.value)
        print("the child goes on", flush=True)


if __name__ == "__main__":
    ready = Condition()
    state = Value("b", False, lock=False)  # ready is its lock
    child = Process(target=work, args=(ready, state))
    with ready:
        state.value = True
        ready.notify_all()
    child.start()
    child.join()
    print("exit code:", child.exitcode)
