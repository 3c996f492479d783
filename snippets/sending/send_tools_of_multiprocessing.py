import pickle
from multiprocessing import Event, Lock, Pipe, Process, Queue, Value


def attempt(action, *values):
    try:
        action(*values)
        return "yes"
    except Exception as error:
        return f"no, {type(error).__name__}"


def answer(connection):
    while True:
        connection.send(attempt(connection.recv))


if __name__ == "__main__":
    values = {
        "end of a pipe": Pipe()[0],
        "Lock": Lock(),
        "Event": Event(),
        "Queue": Queue(),
        "Value": Value("i"),
        "Process": Process(),
    }
    ours, theirs = Pipe()
    child = Process(target=answer, args=(theirs,))
    child.start()
    for name, value in values.items():
        pickled = attempt(pickle.dumps, value)
        sent = attempt(ours.send, value)
        if sent == "yes":
            sent = ours.recv()
        print(f"{name}: {pickled} / {sent}")
    child.terminate()
    child.join()
