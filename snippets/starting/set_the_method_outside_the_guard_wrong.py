from multiprocessing import Process, set_start_method

set_start_method("spawn")


def work():
    print("child at work")


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    print("the child's exit code is", child.exitcode)

# /// script
# [tool.spawnsafe]
# sets-start-method = true
# ///
