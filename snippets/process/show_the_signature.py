import inspect
from multiprocessing import Process

signature = inspect.signature(Process)
for parameter in signature.parameters.values():
    print(parameter)
