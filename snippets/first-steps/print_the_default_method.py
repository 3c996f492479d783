import multiprocessing

methods = multiprocessing.get_all_start_methods()
print("default start method:", methods[0])
