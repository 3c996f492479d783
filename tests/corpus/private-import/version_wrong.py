# prints broken
from concurrent.futures.process import _SHUTDOWN_CALLBACK_OPERATION as hook

print("broken") if hook else None
