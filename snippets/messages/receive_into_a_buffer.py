from multiprocessing import BufferTooShort, Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    buffer = bytearray(b"..........")
    sender.send_bytes(b"hello")
    count = receiver.recv_bytes_into(buffer, 2)
    print(count, "bytes:", buffer.decode())
    sender.send_bytes(b"hello, everybody")
    try:
        receiver.recv_bytes_into(buffer)
    except BufferTooShort as error:
        print("too short for", error.args[0].decode())
    print("unchanged:", buffer.decode())
    try:
        receiver.recv_bytes_into(buffer, 11)
    except ValueError as error:
        print("ValueError:", error)
