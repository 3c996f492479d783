# prints cpu
from multiprocessing import cpu_count

print("cpu") if cpu_count() else None
