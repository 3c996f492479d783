import json
import os
from multiprocessing import Barrier, Lock, Process
from pathlib import Path
from tempfile import TemporaryDirectory


def look(file):
    return json.loads(file.read_text(encoding="utf-8"))["count"]


def buy(file, barrier, lock):
    me = f"passenger {os.getpid()}"
    print(f"{me}: {look(file)} left", flush=True)
    barrier.wait()  # all have looked, nobody has bought
    with lock:
        count = look(file)  # may have changed since
        if count > 0:
            text = json.dumps({"count": count - 1})
            file.write_text(text, encoding="utf-8")
            print(f"{me}: got the ticket", flush=True)
        else:
            print(f"{me}: sold out", flush=True)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        file = Path(folder, "tickets.json")
        file.write_text('{"count": 1}', encoding="utf-8")
        args = (file, Barrier(3), Lock())
        buyers = [Process(target=buy, args=args) for _ in range(3)]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
