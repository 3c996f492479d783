# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
import multiprocessing


def work():
    print("function of", __name__)


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    child = spawn.Process(target=work)
    child.start()
    child.join()
    print("name of the child:", child.name)
