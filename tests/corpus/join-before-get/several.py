# prints 200000 / 200000
import multiprocessing as mp


def work(queue):
    queue.put("x" * 200_000)


def main():
    queue = mp.Queue()
    workers = [mp.Process(target=work, args=(queue,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for _ in workers:
        print(len(queue.get()))
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main()
