# /// script
# requires-python = ">=3.13"
# [tool.spawnsafe]
# reason = "the parameter track came with 3.13"
# reason-zh = "track 参数从 3.13 起才有"
# ///
import subprocess
import sys
from multiprocessing.shared_memory import SharedMemory

OTHER_PROGRAM = """
import sys
from multiprocessing.shared_memory import SharedMemory

SharedMemory(sys.argv[1], track=sys.argv[2] == "yes").close()
"""


def let_another_program_attach(track):
    block = SharedMemory(create=True, size=5, track=False)
    command = [sys.executable, "-c", OTHER_PROGRAM, block.name, track]
    # Reading its standard error also waits for its resource tracker.
    subprocess.run(command, capture_output=True, check=True)
    try:
        SharedMemory(block.name, track=False).close()
        print(f"track={track}: the block is still there")
        block.unlink()
    except FileNotFoundError:
        print(f"track={track}: the block is gone")
    block.close()


if __name__ == "__main__":
    let_another_program_attach("no")
    let_another_program_attach("yes")
