from concurrent.futures import ProcessPoolExecutor


class BadError(Exception):
    def __init__(self, order, reason):
        super().__init__(f"order {order}: {reason}")


class GoodError(Exception):
    def __init__(self, order, reason):
        super().__init__(order, reason)

    def __str__(self):
        return f"order {self.args[0]}: {self.args[1]}"


def fail(kind):
    raise kind(7, "sold out")


if __name__ == "__main__":
    for kind in (GoodError, BadError):
        with ProcessPoolExecutor(max_workers=1) as executor:
            error = executor.submit(fail, kind).exception()
            print(f"{type(error).__name__}: {error}")
    print(str(error.__cause__).splitlines()[-2])
