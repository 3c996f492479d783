from multiprocessing import JoinableQueue, Process


def cook(dish, orders):
    for number in (1, 2):
        orders.put(f"{dish} {number}")


def serve(orders):
    while True:
        order = orders.get()
        print("served", order, flush=True)
        orders.task_done()


if __name__ == "__main__":
    orders = JoinableQueue()
    waiter = Process(target=serve, args=(orders,), daemon=True)
    waiter.start()
    cooks = [
        Process(target=cook, args=(dish, orders))
        for dish in ("dumpling", "soup")
    ]
    for process in cooks:
        process.start()
    for process in cooks:
        process.join()
    orders.join()
    print("everything is served; waiter alive:", waiter.is_alive())
