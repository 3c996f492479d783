import pickle


def announced(function):
    def wrapper(*args):
        print("before the call")
        return function(*args)

    return wrapper


@announced
def work(number):
    print("works on", number)


def check(number):
    print("checks", number)


original = check
check = announced(check)

for function in (work, original):
    try:
        pickle.dumps(function)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
