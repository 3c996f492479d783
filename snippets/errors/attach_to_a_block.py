from multiprocessing.shared_memory import SharedMemory

if __name__ == "__main__":
    block = SharedMemory(create=True, size=8)
    block.buf[0] = 42
    same_block = SharedMemory(block.name)
    print("read:", same_block.buf[0])
    same_block.close()
    block.close()
    block.unlink()
