from multiprocessing import Process


class Reader:
    def __init__(self, path):
        self.path = path
        self.file = open(path, encoding="utf-8")

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["file"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.file = open(self.path, encoding="utf-8")

    def first_line(self):
        self.file.seek(0)
        return self.file.readline().rstrip()


def work(reader):
    print("child reads:", reader.first_line())


if __name__ == "__main__":
    reader = Reader(__file__)
    child = Process(target=work, args=(reader,))
    child.start()
    child.join()
    print("parent reads:", reader.first_line())
