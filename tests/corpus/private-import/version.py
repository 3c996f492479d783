# prints broken
from concurrent.futures.process import BrokenProcessPool

print("broken") if BrokenProcessPool else None
