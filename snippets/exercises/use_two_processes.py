from multiprocessing import Process, parent_process


def work(number):
    where = "parent" if parent_process() is None else "child"
    print(f"task {number} runs in the {where}", flush=True)


if __name__ == "__main__":
    child = Process(target=work, args=(1,))
    child.start()
    work(2)
    child.join()
    print("exit code", child.exitcode)
