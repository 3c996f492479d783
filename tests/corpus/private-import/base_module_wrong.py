# prints TimeoutError
# not by a run: the private module exists in every version that was run; any may move it
import concurrent.futures._base

print(concurrent.futures._base.TimeoutError.__name__)
