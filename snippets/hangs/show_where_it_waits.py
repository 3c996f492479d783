import faulthandler
from multiprocessing import Event, Process


def work(go):
    faulthandler.dump_traceback_later(0.5, exit=True)
    go.wait()


if __name__ == "__main__":
    go = Event()
    child = Process(target=work, args=(go,))
    child.start()
    child.join()
    print("exit code:", child.exitcode)
