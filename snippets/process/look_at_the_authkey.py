from multiprocessing import Pipe, Process, current_process


def report(connection):
    # bytes(): the key object itself refuses to be pickled
    connection.send(bytes(current_process().authkey))


if __name__ == "__main__":
    authkey = current_process().authkey
    print("bytes:", isinstance(authkey, bytes), len(authkey))

    receiver, sender = Pipe(duplex=False)
    process = Process(target=report, args=(sender,))
    print("same key, before start:", process.authkey == authkey)
    process.start()
    print("same key, in the child:", receiver.recv() == authkey)
    process.join()
