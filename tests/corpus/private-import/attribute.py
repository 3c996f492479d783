# prints Queue
import multiprocessing.queues

print(multiprocessing.queues.Queue.__name__)
