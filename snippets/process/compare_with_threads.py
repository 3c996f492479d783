from multiprocessing import Process
from threading import Thread

process = {n for n in dir(Process) if not n.startswith("_")}
thread = {n for n in dir(Thread) if not n.startswith("_")}
print("both:")
print(" ", *sorted(process & thread))
print("only processes:")
print(" ", *sorted(process - thread))
