import os
from multiprocessing import Event, Process
from pathlib import Path
from tempfile import TemporaryDirectory


def write(target, file, opened, go):
    with target.open("w", encoding="utf-8") as stream:
        opened.set()
        go.wait()
        stream.write('{"count": 0}')
    if target != file:
        os.replace(target, file)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        file = Path(folder, "tickets.json")
        for target in file, file.with_suffix(".new"):
            file.write_text('{"count": 1}', encoding="utf-8")
            opened, go = Event(), Event()
            args = (target, file, opened, go)
            writer = Process(target=write, args=args)
            writer.start()
            opened.wait()
            during = file.read_text(encoding="utf-8")
            go.set()
            writer.join()
            after = file.read_text(encoding="utf-8")
            print(f"{target.name}: {during!r}, then {after!r}")
