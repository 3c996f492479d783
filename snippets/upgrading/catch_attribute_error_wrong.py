import pickle


def make_task():
    def task():
        return 42

    return task


if __name__ == "__main__":
    try:
        pickle.dumps(make_task())
    except AttributeError:
        print("this task can't be sent")
