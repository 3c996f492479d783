from multiprocessing import Process, Queue


def produce(queue, dish):
    for number in (1, 2, 3):
        queue.put(f"{dish} {number}")


def consume(queue, eaten):
    for item in iter(queue.get, None):
        eaten.put(item)


if __name__ == "__main__":
    queue, eaten = Queue(), Queue()
    producers = [
        Process(target=produce, args=(queue, dish))
        for dish in ("dumpling", "soup")
    ]
    consumers = [
        Process(target=consume, args=(queue, eaten)) for _ in range(2)
    ]
    for process in producers + consumers:
        process.start()
    for producer in producers:
        producer.join()
    for _ in consumers:
        queue.put(None)
    print(sorted(eaten.get() for _ in range(6)))
    for consumer in consumers:
        consumer.join()
    print("exit codes:", [c.exitcode for c in consumers])
