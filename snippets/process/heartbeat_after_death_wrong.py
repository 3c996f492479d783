import time
from contextlib import suppress
from multiprocessing import Pipe, Process, get_context


def beat(connection):
    for _ in range(15):
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
    print("service is alive:", service.is_alive())
    while receiver.poll():
        receiver.recv()  # sent before the death
    print("heartbeat:", receiver.recv())
    with suppress(EOFError):
        while receiver.recv():
            pass
