import resource
from multiprocessing import Pipe

if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))
    pipes = []
    for _ in range(100):
        pipes.append(Pipe())

# /// script
# [tool.spawnsafe]
# platforms = ["linux", "macos"]
# reason = "the module resource, which sets the limit, exists on POSIX only"
# reason-zh = "设置上限用的 resource 模块只有 POSIX 系统才有"
# ///
