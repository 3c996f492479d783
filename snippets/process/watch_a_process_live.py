from multiprocessing import Event, Process
from multiprocessing.connection import wait


def work(finish):
    finish.wait()


def show(moment, process):
    print(f"{moment}: {process.is_alive()=}, {process.exitcode=}")


if __name__ == "__main__":
    finish = Event()
    process = Process(target=work, args=(finish,))
    print("before start:", process.pid)
    show("before start", process)
    process.start()
    print("after start:", process.pid, process.ident == process.pid)
    show("after start", process)
    print("ended:", wait([process.sentinel], timeout=0) != [])
    finish.set()
    print("ended:", wait([process.sentinel]) != [])
    process.join()
    show("after join", process)
