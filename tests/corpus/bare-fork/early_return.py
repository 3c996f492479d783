# prints done
import os


def main():
    if not hasattr(os, "fork"):
        return
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


main()
print("done")
