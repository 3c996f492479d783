import random
from multiprocessing import Process

random.seed(1)
generator = random.Random(1)
AT_IMPORT = random.Random(1).getstate()
IN_THE_PARENT = random.Random(2).getstate()


def name_of(state):
    if state == IN_THE_PARENT:
        return "as in the parent"
    return "as at import" if state == AT_IMPORT else "seeded anew"


def look():
    print("module random:", name_of(random.getstate()))
    print("Random object:", name_of(generator.getstate()))


if __name__ == "__main__":
    random.seed(2)
    generator.seed(2)
    child = Process(target=look)
    child.start()
    child.join()
