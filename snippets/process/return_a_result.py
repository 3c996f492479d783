from concurrent.futures import ProcessPoolExecutor


def multiply(a, b):
    return a * b


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        product = executor.submit(multiply, 3, 5)
        quotient = 5 / 6  # the parent works, too
        print(product.result() + quotient)
