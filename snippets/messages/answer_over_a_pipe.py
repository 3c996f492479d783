from multiprocessing import Pipe, Process


class Squarer(Process):
    def run(self):
        while (number := self.connection.recv()) is not None:
            self.connection.send(number * number)


if __name__ == "__main__":
    squarer = Squarer()
    connection, squarer.connection = Pipe()
    squarer.start()
    squarer.connection.close()  # the child has its own copy
    for number in (3, 12):
        connection.send(number)
        print(number, "squared is", connection.recv())
    connection.send(None)
    squarer.join()
