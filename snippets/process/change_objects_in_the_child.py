from multiprocessing import Process

counter = 100
names = ["Ada"]


def change(scores):
    global counter
    counter += 1
    names.append("Grace")
    scores["Ada"] = 9
    print("child:", counter, names, scores, flush=True)


if __name__ == "__main__":
    scores = {"Ada": 0}
    child = Process(target=change, args=(scores,))
    child.start()
    child.join()
    print("parent:", counter, names, scores)
