from multiprocessing import get_context

if __name__ == "__main__":
    get_context("fork")

# /// script
# [tool.spawnsafe]
# platforms = ["windows"]
# sets-start-method = true
# reason = "the other systems have fork"
# reason-zh = "其他系统都有 fork"
# ///
