import time
from multiprocessing import Pipe, Process


def tick(connection):
    for number in range(1, 100):
        print("daemon: tick", number, flush=True)
        connection.send(number)
        time.sleep(0.7)


def work(connection):
    connection.recv()
    time.sleep(1)
    print("worker: end")


if __name__ == "__main__":
    ticks, daemon_end = Pipe(duplex=False)
    worker_end, go = Pipe(duplex=False)
    Process(target=tick, args=(daemon_end,), daemon=True).start()
    Process(target=work, args=(worker_end,)).start()
    while ticks.recv() < 2:
        pass
    print("parent: last line", flush=True)
    go.send("go on alone")
