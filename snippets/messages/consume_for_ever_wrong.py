from multiprocessing import Process, Queue


def consume(queue, eaten):
    while True:
        item = queue.get()
        eaten.put(item)


if __name__ == "__main__":
    queue = Queue()
    eaten = Queue()
    consumer = Process(target=consume, args=(queue, eaten))
    consumer.start()
    for number in range(1, 4):
        queue.put(f"dumpling {number}")
    for _ in range(3):
        print("eaten:", eaten.get())

    consumer.join(0.5)
    print("consumer alive:", consumer.is_alive())
    consumer.terminate()
    consumer.join()
    print("consumer alive:", consumer.is_alive())
