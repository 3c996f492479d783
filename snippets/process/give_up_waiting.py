import time
from multiprocessing import Event, Process


def work(finish):
    finish.wait()
    print("child: done", flush=True)


if __name__ == "__main__":
    finish = Event()
    child = Process(target=work, args=(finish,))
    child.start()
    began = time.perf_counter()
    answer = child.join(0.5)
    waited = time.perf_counter() - began
    print(f"join(0.5) returned {answer} after {waited:.1f} s")
    print("exit code:", child.exitcode)
    print("alive:", child.is_alive(), flush=True)
    finish.set()
    answer = child.join()
    print("join() returned", answer)
    print("exit code:", child.exitcode)
    print("alive:", child.is_alive())
