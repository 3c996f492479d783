# prints made
from concurrent.futures import ProcessPoolExecutor

executor = ProcessPoolExecutor(1)
print("made")
