import sys
from concurrent.futures import ProcessPoolExecutor


def workers_for(tasks):
    most = 61 if sys.platform == "win32" else tasks
    return max(1, min(tasks, most))


if __name__ == "__main__":
    for tasks in (0, 64):
        with ProcessPoolExecutor(workers_for(tasks)):
            print(tasks, "tasks: accepted")
