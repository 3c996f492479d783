from concurrent.futures import ProcessPoolExecutor


def parse(text):
    return int(text)


if __name__ == "__main__":
    texts = ["12", "twelve", "7"]
    with ProcessPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(parse, text) for text in texts]
    for text, future in zip(texts, futures, strict=True):
        error = future.exception()
        print(text, "->", error or future.result())
