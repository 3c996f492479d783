from multiprocessing import Event, Process
from threading import Thread


def work(finish):
    finish.wait()


def report(child):
    child.join()
    print("watcher thread: child ended with", child.exitcode)


if __name__ == "__main__":
    finish = Event()
    child = Process(target=work, args=(finish,))
    child.start()
    watcher = Thread(target=report, args=(child,))
    watcher.start()
    print("main thread: not waiting")
    finish.set()
    watcher.join()
    print("main thread: end")
