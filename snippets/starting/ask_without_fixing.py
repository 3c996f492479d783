# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
from multiprocessing import get_start_method, set_start_method

if __name__ == "__main__":
    print("fixed so far:", get_start_method(allow_none=True))
    set_start_method("spawn")
    print("fixed so far:", get_start_method(allow_none=True))
