from multiprocessing import Process, current_process


def join_itself():
    try:
        current_process().join()
    except AssertionError as error:
        print("itself:", error, flush=True)


def join(description, process):
    try:
        process.join()
    except AssertionError as error:
        print(f"{description}: {error}", flush=True)


if __name__ == "__main__":
    join("not started", Process(target=join_itself))

    only_run = Process(target=print, args=("run() printed this",))
    only_run.run()
    join("only run() called", only_run)

    child = Process(target=join_itself)
    child.start()
    child.join()
    child.join()
    print("joined twice, exit code", child.exitcode)
