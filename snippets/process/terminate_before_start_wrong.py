from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print)
    process.terminate()
