from multiprocessing import Process, Queue


def produce(queue):
    for number in range(1, 4):
        print("producer: made dumpling", number, flush=True)
        queue.put(f"dumpling {number}")
    queue.put(None)


def consume(queue):
    for item in iter(queue.get, None):
        print("consumer: ate", item, flush=True)
    print("consumer: nothing more will come", flush=True)


if __name__ == "__main__":
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    consumer = Process(target=consume, args=(queue,))
    producer.start()
    consumer.start()
    producer.join()
    consumer.join()
    print("exit codes:", producer.exitcode, consumer.exitcode)
