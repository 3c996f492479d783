import os

print(os.getpid(), os.getppid())
