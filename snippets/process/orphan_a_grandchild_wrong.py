import time
from multiprocessing import Pipe, Process, get_context, parent_process


def grandchild(connection):
    connection.send(f"my parent lives: {parent_process().is_alive()}")
    connection.recv()
    connection.send(f"my parent lives: {parent_process().is_alive()}")


def child(connection):
    spawn = get_context("spawn")
    spawn.Process(target=grandchild, args=(connection,)).start()
    while True:
        time.sleep(0.1)


if __name__ == "__main__":
    connection, other_end = Pipe()
    process = Process(target=child, args=(other_end,))
    process.start()
    print("grandchild:", connection.recv())
    process.terminate()
    process.join()
    print("child: exit code", process.exitcode)
    connection.send("are you still there?")
    print("grandchild:", connection.recv())
