from multiprocessing import Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    print("a number:", isinstance(sender.fileno(), int))
    sender.close()
    sender.close()  # once more does no harm
    print("closed:", sender.closed)
    for use in (sender.fileno, lambda: sender.send("late")):
        try:
            use()
        except OSError as error:
            print(f"{type(error).__name__}: {error}")

    for way in ("with", "del"):
        receiver, sender = Pipe(duplex=False)
        if way == "with":
            with sender:
                pass
        else:
            del sender
        try:
            receiver.recv()
        except EOFError:
            print(f"end of the stream after {way}")
