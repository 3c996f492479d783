from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=print, args=("child at work",))
    child.start()
    child.join()
    child.daemon = True
