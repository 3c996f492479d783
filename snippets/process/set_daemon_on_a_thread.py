import warnings
from threading import Thread

if __name__ == "__main__":
    print(Thread(daemon=True).daemon)
    #> True
    thread = Thread()
    thread.daemon = True
    print(thread.daemon)
    #> True
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        thread.setDaemon(True)
    print(caught[0].message)
    #> setDaemon() is deprecated, set the daemon attribute instead
