try:
    from concurrent.futures import InterpreterPoolExecutor as Executor
except ImportError:  # before Python 3.14
    from concurrent.futures import ProcessPoolExecutor as Executor

if __name__ == "__main__":
    with Executor(max_workers=1):
        print("executor ready")
