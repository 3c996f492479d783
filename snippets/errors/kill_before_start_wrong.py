from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=print)
    child.kill()
