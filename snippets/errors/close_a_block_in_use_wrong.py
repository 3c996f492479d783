from multiprocessing.shared_memory import SharedMemory

if __name__ == "__main__":
    block = SharedMemory(create=True, size=8)
    half = block.buf[:4]
    try:
        block.close()
    finally:
        half.release()
        block.close()
        block.unlink()
