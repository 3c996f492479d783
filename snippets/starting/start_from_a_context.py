# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# sets-start-method = true
# reason = "Windows has only one method to fix"
# reason-zh = "Windows 只有一种启动方法可以固定"
# ///
from multiprocessing import get_context, get_start_method

if __name__ == "__main__":
    child = get_context("spawn").Process()
    child.start()
    child.join()
    fixed = get_start_method(allow_none=True) is not None
    print("the program's method is fixed:", fixed)
