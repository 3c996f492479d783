import multiprocessing
import multiprocessing.context

print(multiprocessing.Process is multiprocessing.context.Process)
#> True
print(multiprocessing.Process.__mro__[1].__name__)
#> BaseProcess
