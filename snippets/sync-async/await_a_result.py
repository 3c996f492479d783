import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def prepare(event):
    global finish
    finish = event


def square(number):
    finish.wait()
    return number * number


async def let_it_finish(event):
    print("another coroutine lets the task finish")
    event.set()


async def main(event):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(
        1, initializer=prepare, initargs=(event,)
    ) as pool:
        other = asyncio.create_task(let_it_finish(event))
        print("result", await loop.run_in_executor(pool, square, 7))
        await other
        try:
            loop.set_default_executor(pool)
        except TypeError as error:
            print("TypeError:", error)


if __name__ == "__main__":
    asyncio.run(main(Event()))
