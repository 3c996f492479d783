# prints 5
import multiprocessing as mp


class Settings:
    limit = 1


def work(settings):
    return settings.limit


def main():
    settings = Settings()
    settings.limit = 5
    with mp.Pool(1) as pool:
        print(*pool.map(work, [settings]))


if __name__ == "__main__":
    main()
