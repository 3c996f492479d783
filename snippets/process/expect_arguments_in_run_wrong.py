from multiprocessing import Process


class Task(Process):
    def run(self, *args):
        print("run() was given", args)


if __name__ == "__main__":
    task = Task(args=("lost", "values"))
    task.start()
    task.join()
