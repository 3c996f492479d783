from multiprocessing.shared_memory import ShareableList

if __name__ == "__main__":
    status = ShareableList([" " * 40, 0])
    status[0] = "waiting for the printer"
    print(status[0])
    status.shm.close()
    status.shm.unlink()
