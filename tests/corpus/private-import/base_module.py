# prints TimeoutError
import concurrent.futures

print(concurrent.futures.TimeoutError.__name__)
