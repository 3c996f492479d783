import time
from multiprocessing import Pipe, Process, get_context, parent_process


def beat(connection):
    while parent_process().is_alive():
        connection.send("I am alive")
        time.sleep(0.1)


def serve(connection):
    spawn = get_context("spawn")
    spawn.Process(target=beat, args=(connection,), daemon=True).start()
    while True:
        time.sleep(0.1)  # the real work


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    service = Process(target=serve, args=(sender,))
    service.start()
    sender.close()
    print("heartbeat:", receiver.recv())
    service.kill()
    service.join()
    try:
        while receiver.poll(5):
            receiver.recv()
        print("silence for 5 s")
    except EOFError:
        print("the heartbeat has ended")
