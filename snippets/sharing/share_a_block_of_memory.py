from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def write(name):
    block = SharedMemory(name)
    block.buf[:5] = b"hello"
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=5)
    try:
        child = Process(target=write, args=(block.name,))
        child.start()
        child.join()
        print("child wrote:", bytes(block.buf[:5]))
        print("at least 5 bytes:", block.size >= 5)

        with block.buf[:4].cast("i") as numbers:
            numbers[0] = 7
            try:
                block.close()
            except BufferError as error:
                print("BufferError:", error)
    finally:
        block.close()
        block.unlink()
    print("closed and removed")
