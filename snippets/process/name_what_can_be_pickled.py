import pickle


def area(width, height=1):
    return width * height


def try_to_pickle(name, value):
    try:
        pickle.dumps(value)
    except (AttributeError, TypeError, pickle.PicklingError):
        print(name, "- no")
    else:
        print(name, "- yes")


if __name__ == "__main__":
    try_to_pickle("number, text, None", (1, "Ada", None))
    try_to_pickle("list, dict, set", ([1], {"a": 1}, {1}))
    try_to_pickle("function of a module", area)
    try_to_pickle("lambda", lambda: None)
    try_to_pickle("generator", (n for n in [1, 2]))
    with open(__file__, encoding="utf-8") as file:
        try_to_pickle("open file", file)
