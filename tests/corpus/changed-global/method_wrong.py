# prints 5
import multiprocessing as mp


class Settings:
    limit = 1


settings = Settings()


def work(n):
    return settings.limit


def main():
    settings.limit = 5
    with mp.Pool(1) as pool:
        print(*pool.map(work, [0]))


if __name__ == "__main__":
    main()
