import json
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def buy(name, file):
    count = json.loads(file.read_text(encoding="utf-8"))["count"]
    print(f"{name}: {count} left", flush=True)
    if count > 0:
        text = json.dumps({"count": count - 1})
        file.write_text(text, encoding="utf-8")
        print(f"{name}: got a ticket", flush=True)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        file = Path(folder, "tickets.json")
        file.write_text('{"count": 1}', encoding="utf-8")
        for name in ("Ann", "Bo", "Cai"):
            buyer = Process(target=buy, args=(name, file))
            buyer.start()
            buyer.join()  # the next one starts after this
