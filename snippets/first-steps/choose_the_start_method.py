# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def kind():
    return type(multiprocessing.current_process()).__name__


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    print("program:", multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        print("a second time:", error)
    default = multiprocessing.get_all_start_methods()[0]
    context = multiprocessing.get_context(default)
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        worker = executor.submit(kind).result()
    print("worker as asked:", worker == context.Process.__name__)
