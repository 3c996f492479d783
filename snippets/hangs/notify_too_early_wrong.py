from multiprocessing import Condition, Process


def work(ready):
    with ready:
        ready.wait()
        print("the child goes on", flush=True)


if __name__ == "__main__":
    ready = Condition()
    child = Process(target=work, args=(ready,))
    with ready:
        ready.notify_all()  # nobody waits yet
    child.start()
    child.join()
    print("exit code:", child.exitcode)
