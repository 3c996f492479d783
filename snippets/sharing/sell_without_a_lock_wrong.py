import json
from multiprocessing import Barrier, Process
from pathlib import Path
from tempfile import TemporaryDirectory


def buy(name, file, barrier):
    count = json.loads(file.read_text(encoding="utf-8"))["count"]
    print(f"{name}: {count} left", flush=True)
    barrier.wait()  # all have looked, nobody has bought
    if count > 0:
        text = json.dumps({"count": count - 1})
        file.write_text(text, encoding="utf-8")
        print(f"{name}: got a ticket", flush=True)


if __name__ == "__main__":
    barrier = Barrier(3)
    with TemporaryDirectory() as folder:
        file = Path(folder, "tickets.json")
        file.write_text('{"count": 1}', encoding="utf-8")
        buyers = [
            Process(target=buy, args=(name, file, barrier))
            for name in ("Ann", "Bo", "Cai")
        ]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
        print("in the file:", file.read_text(encoding="utf-8"))
