# prints done
from multiprocessing.connection import _winapi

print("done") if _winapi else None
