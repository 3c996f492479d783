import time
from multiprocessing import Event, Process


class SlowArgument:
    def __reduce__(self):
        return time.sleep, (1,)  # runs while the child unpickles


def work(argument, event):
    print("child: is it set?", event.is_set())


if __name__ == "__main__":
    args = (SlowArgument(), Event())
    Process(target=work, args=args).start()
    print("parent: last line", flush=True)
