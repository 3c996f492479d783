from multiprocessing import Event

if __name__ == "__main__":
    light = Event()
    print("at first:", light.is_set())
    print("wait(0.2):", light.wait(0.2))
    light.set()
    print("after set():", light.is_set())
    print("wait(0.2):", light.wait(0.2))
    print("wait():", light.wait())
    light.clear()
    print("after clear():", light.is_set())
    print("isSet exists:", hasattr(light, "isSet"))
