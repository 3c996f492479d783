import os

print(os.getpid(), os.getppid())
if hasattr(os, "getsid"):
    assert os.getsid(0) == os.getpgid(0) == os.getpid()  # a signal to 0 stays here
