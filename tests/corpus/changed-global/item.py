# prints on
from concurrent.futures import ProcessPoolExecutor

settings = {"debug": "off"}
settings["debug"] = "on"


def work():
    return settings["debug"]


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work).result())
