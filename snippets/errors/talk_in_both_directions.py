from multiprocessing import Pipe

if __name__ == "__main__":
    one_end, other_end = Pipe()
    one_end.send("question")
    print("received", other_end.recv())
    other_end.send("answer")
    print("received", one_end.recv())
