import time
from multiprocessing import Process, active_children

if __name__ == "__main__":
    child = Process(target=time.sleep, args=(0.5,))
    print(child)
    print("pid", child.pid, "- children", len(active_children()))
    child.start()
    print(child)
    print("pid", child.pid, "- children", len(active_children()))
    child.join()
    print(child)
