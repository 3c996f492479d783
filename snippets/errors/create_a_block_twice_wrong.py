from multiprocessing.shared_memory import SharedMemory

if __name__ == "__main__":
    block = SharedMemory(create=True, size=8)
    try:
        SharedMemory(block.name, create=True, size=8)
    finally:
        block.close()
        block.unlink()
