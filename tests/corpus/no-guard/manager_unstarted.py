# prints made
from multiprocessing import Queue
from multiprocessing.managers import SyncManager

manager = SyncManager()
queue = Queue()
print("made")
