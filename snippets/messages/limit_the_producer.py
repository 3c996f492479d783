from multiprocessing import Event, Process, Queue
from queue import Full


def produce(queue, no_room):
    for number in (1, 2, 3):
        try:
            queue.put(number, timeout=0.3)
        except Full:
            print("producer: no room for", number, flush=True)
            no_room.set()
            queue.put(number)
        print("producer: put", number, flush=True)


if __name__ == "__main__":
    queue = Queue(maxsize=2)
    no_room = Event()
    producer = Process(target=produce, args=(queue, no_room))
    producer.start()
    no_room.wait()
    for _ in range(3):
        print("consumer: took", queue.get(), flush=True)
    producer.join()
