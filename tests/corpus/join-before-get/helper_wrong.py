# prints 200000
# seconds 6
from multiprocessing import Process, Queue


def work(queue):
    text = "x" * 200_000
    queue.put(text)


def main():
    queue = Queue()
    process = Process(target=work, args=(queue,))
    process.start()
    process.join()
    return queue.get()


if __name__ == "__main__":
    print(len(main()))
