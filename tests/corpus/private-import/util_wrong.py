# prints cpu
from _multiprocessing import closesocket

print("cpu") if closesocket else None
