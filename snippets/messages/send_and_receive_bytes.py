from multiprocessing import Pipe

if __name__ == "__main__":
    left, right = Pipe()
    left.send_bytes(b"status: ready", 8)
    print(right.recv_bytes())
    left.send_bytes(b"status: ready", 0, 6)
    print(right.recv_bytes(maxlength=6))
    left.send_bytes(b"seven b")
    for _ in range(2):
        try:
            right.recv_bytes(maxlength=6)
        except OSError as error:
            print(f"{type(error).__name__}: {error}")
    right.send_bytes(b"sending still works")
    print(left.recv_bytes())

    receiver, sender = Pipe(duplex=False)
    sender.send_bytes(b"seven b")
    try:
        receiver.recv_bytes(maxlength=6)
    except OSError as error:
        print(f"{error}; closed: {receiver.closed}")
