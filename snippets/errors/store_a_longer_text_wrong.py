from multiprocessing.shared_memory import ShareableList

if __name__ == "__main__":
    status = ShareableList(["idle", 0])
    try:
        status[0] = "waiting for the printer"
    finally:
        status.shm.close()
        status.shm.unlink()
