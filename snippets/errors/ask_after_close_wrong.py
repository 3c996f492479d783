from multiprocessing import Process

if __name__ == "__main__":
    process = Process(target=print, args=("child at work",))
    process.close()
    print("closed")
    print("alive:", process.is_alive())
