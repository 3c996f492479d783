import asyncio
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


async def tick():
    print("tick: the event loop is free")


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = loop.run_in_executor(executor, square, 7)
        await tick()
        print("result", await future)
        try:
            loop.set_default_executor(executor)
        except TypeError as error:
            print("TypeError:", error)


if __name__ == "__main__":
    asyncio.run(main())
