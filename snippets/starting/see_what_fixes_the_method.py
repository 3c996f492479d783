# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

CALLS = {
    "cpu_count()": mp.cpu_count,
    "get_all_start_methods()": mp.get_all_start_methods,
    "get_start_method(allow_none=True)": lambda: mp.get_start_method(
        allow_none=True
    ),
    "get_context('spawn')": lambda: mp.get_context("spawn"),
    "Process()": mp.Process,
    "Pipe()": mp.Pipe,
    "get_start_method()": mp.get_start_method,
    "get_context()": mp.get_context,
    "Lock()": mp.Lock,
    "Queue()": mp.Queue,
    "Value('i')": lambda: mp.Value("i"),
    "ProcessPoolExecutor()": ProcessPoolExecutor,
}

if __name__ == "__main__":
    for name, call in CALLS.items():
        mp.set_start_method(None, force=True)  # as at the beginning
        call()
        try:
            mp.set_start_method("spawn")
            print(f"{name}: the method is still open")
        except RuntimeError as error:
            print(f"{name}: {error}")
