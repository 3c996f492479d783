import decimal
import sys
from multiprocessing import Process


def work():
    import fractions

    print("decimal, imported at the top:", "decimal" in sys.modules)
    print("wave, imported in the guard:", "wave" in sys.modules)
    print("2 thirds, where needed:", fractions.Fraction(2, 3))


if __name__ == "__main__":
    import wave

    print("main process:", decimal.__name__, wave.__name__, flush=True)
    child = Process(target=work)
    child.start()
    child.join()
