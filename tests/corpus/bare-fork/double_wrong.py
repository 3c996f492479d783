# prints done
import os


def detach():
    if os.fork() > 0:
        os.wait()
        return
    os._exit(0)


if __name__ == "__main__":
    detach()
    print("done")
