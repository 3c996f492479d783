import os

if __name__ == "__main__":
    print("this process:", os.getpid())
    print("its parent:", os.getppid())
