# prints on
from concurrent.futures import ProcessPoolExecutor

settings = {"debug": "off"}


def work():
    return settings["debug"]


if __name__ == "__main__":
    settings["debug"] = "on"
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work).result())
