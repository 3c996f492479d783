import json
import sys
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def divide(a, b, path):
    if b == 0:
        sys.exit(3)
    path.write_text(json.dumps(a / b), encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        jobs = []
        for number, (a, b) in enumerate([(5, 6), (1, 0), (3, 4)]):
            path = Path(folder, f"{number}.json")
            child = Process(target=divide, args=(a, b, path))
            child.start()
            jobs.append((f"{a} / {b}", path, child))
        for job, path, child in jobs:
            child.join()
            if child.exitcode == 0:
                text = path.read_text(encoding="utf-8")
                print(job, "=", json.loads(text))
            else:
                print(job, "failed: exit code", child.exitcode)
