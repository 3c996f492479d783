# prints Future
# not by a run: the private module exists in every version that was run; any may move it
from concurrent.futures._base import Future

print(Future.__name__)
