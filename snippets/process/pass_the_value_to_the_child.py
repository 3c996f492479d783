from multiprocessing import Process


def work(batch_size):
    print("child: batch size is", batch_size)


if __name__ == "__main__":
    batch_size = 500
    child = Process(target=work, args=(batch_size,))
    child.start()
    child.join()
