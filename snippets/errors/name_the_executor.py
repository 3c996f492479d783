import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=1) as processes:
        print(await loop.run_in_executor(processes, abs, -1))


if __name__ == "__main__":
    asyncio.run(main())
