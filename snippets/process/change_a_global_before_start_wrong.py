from multiprocessing import Process

batch_size = 100


def work():
    print("child: batch size is", batch_size)


if __name__ == "__main__":
    batch_size = 500
    child = Process(target=work)
    child.start()
    child.join()
    print("parent: batch size is", batch_size)
