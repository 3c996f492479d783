# creates, closes, opens by name and removes: leaves nothing
import time
from multiprocessing import shared_memory

if __name__ == "__main__":
    for _ in range(5):
        first = shared_memory.SharedMemory(create=True, size=100)
        first.close()
        time.sleep(0.05)
        second = shared_memory.SharedMemory(name=first.name)
        second.unlink()
        second.close()
