# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
from multiprocessing import get_all_start_methods, get_context
from time import perf_counter


def work(end):
    end.send("ready")


def measure(method):
    """Seconds from start() to the child's first message."""
    context = get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=work, args=(sender,))
    begin = perf_counter()
    child.start()
    receiver.recv()
    seconds = perf_counter() - begin
    child.join()
    return seconds


if __name__ == "__main__":
    best = {}
    for method in sorted(get_all_start_methods()):
        first, *others = [measure(method) for _ in range(5)]
        best[method] = min(others)
        print(f"{method}: first {first:.2f} s")
        print(f"{method}: best {best[method]:.2f} s")
    if "fork" in best:
        print("spawn slower:", best["spawn"] > best["fork"])
