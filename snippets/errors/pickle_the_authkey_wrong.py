import pickle
from multiprocessing import current_process

if __name__ == "__main__":
    pickle.dumps(current_process().authkey)
