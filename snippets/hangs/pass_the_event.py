from multiprocessing import Event, Process


def work(go):
    go.wait()
    print("the child goes", flush=True)


if __name__ == "__main__":
    go = Event()
    child = Process(target=work, args=(go,))
    child.start()
    go.set()
    child.join()
    print("exit code:", child.exitcode)
