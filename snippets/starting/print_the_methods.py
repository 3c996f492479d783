# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
import multiprocessing

print("available:", *multiprocessing.get_all_start_methods())
print("in use:", multiprocessing.get_start_method())
