import multiprocessing
from multiprocessing import Process, process

print(Process is multiprocessing.Process)
#> True
print(hasattr(process, "Process"))
#> False
