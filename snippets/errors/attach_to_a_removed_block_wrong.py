from multiprocessing.shared_memory import SharedMemory

if __name__ == "__main__":
    block = SharedMemory(create=True, size=8)
    block.close()
    block.unlink()
    SharedMemory(block.name)
