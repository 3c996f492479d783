from multiprocessing import Process

if __name__ == "__main__":
    child = Process(target=lambda: print("child at work"))
    child.start()
    child.join()

# /// script
# [tool.spawnsafe]
# start-methods = ["spawn", "forkserver"]
# reason = "under fork nothing is pickled, so it works"
# reason-zh = "fork 下不做序列化，能正常运行"
# ///
