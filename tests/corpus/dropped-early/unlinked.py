# prints 7
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def work(name):
    block = SharedMemory(name)
    print(block.buf[0])
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=1)
    block.buf[0] = 7
    process = Process(target=work, args=(block.name,))
    process.start()
    process.join()
    block.close()
    block.unlink()
