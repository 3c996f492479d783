from multiprocessing import Process


class Early(Process):
    def __init__(self, person):
        self.name = person
        super().__init__()


class Late(Process):
    def __init__(self, person):
        super().__init__()
        self.name = person


if __name__ == "__main__":
    print("before the parent constructor:", Early("Ada").name)
    print("after it:", Late("Ada").name)
    try:
        Late(7)
    except AssertionError as error:
        print("a number:", type(error).__name__)
