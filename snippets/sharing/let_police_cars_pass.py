from multiprocessing import Event, Process


def drive(number, light):
    if not light.is_set():
        print(f"police car {number}: red, waits", flush=True)
        green = light.wait(1)
        print(f"police car {number}: green is {green}", flush=True)
    print(f"police car {number}: drives", flush=True)


if __name__ == "__main__":
    light = Event()
    cars = [
        Process(target=drive, args=(number, light)) for number in (1, 2)
    ]
    for car in cars:
        car.start()
    for car in cars:
        car.join()
    print("the light is still red")
