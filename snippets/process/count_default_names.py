from multiprocessing import Process, current_process


class Loader(Process):
    pass


def start_a_child_of_its_own():
    print("child:", current_process().name, flush=True)
    grandchild = Process(target=say_name)
    grandchild.start()
    grandchild.join()


def say_name():
    print("grandchild:", current_process().name, flush=True)


if __name__ == "__main__":
    print("main:", current_process().name)
    names = [Process().name, Loader().name, Process().name]
    print("created:", *names, flush=True)
    child = Process(target=start_a_child_of_its_own)
    child.start()
    child.join()
