# /// script
# [tool.spawnsafe]
# sets-start-method = true
# platforms = ["linux", "windows"]
# reason = "its output on macOS hasn't been recorded yet"
# reason-zh = "在 macOS 上的输出尚未录制"
# ///
import multiprocessing

print("available:", *multiprocessing.get_all_start_methods())
print("in use:", multiprocessing.get_start_method())
