from multiprocessing import Process


def show(names):
    print("child got", names, flush=True)
    names.append("written by the child")


if __name__ == "__main__":
    names = ["Ada"]
    child = Process(target=show, args=(names,))
    names.append("before start()")
    child.start()
    names.append("after start()")
    child.join()
    print("parent has", names)
