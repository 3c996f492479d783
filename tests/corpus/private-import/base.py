# prints Future
from concurrent.futures import Future

print(Future.__name__)
