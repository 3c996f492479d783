from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=print, args=("child at work",))
    child.close()
    print("closed")
    print("alive:", child.is_alive())
