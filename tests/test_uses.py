"""Which names of the API a script uses: fixture scripts, and what must not be linked."""

from __future__ import annotations

from pathlib import Path

import pytest

from spawnsafe import api
from spawnsafe.api import Api
from spawnsafe.kinds import NOTHING, UNKNOWN, Group, Many, Object, join
from spawnsafe.uses import uses

FILE = Path(__file__).parent.parent / "docs" / "api.toml"


@pytest.fixture(scope="module")
def table() -> Api:
    return api.load(FILE)


def short(name: str) -> str:
    for module in ("multiprocessing.", "concurrent.futures."):
        name = name.removeprefix(module)
    return name


# Each line's comment says what is used there, members without their classes.
SCRIPTS = {
    "imports": """
import multiprocessing as mp
import multiprocessing.connection
import concurrent.futures
import os as system
from multiprocessing import Queue as Line  # Queue
from concurrent import futures
from concurrent.futures import as_completed  # as_completed
mp.Process()  # Process
multiprocessing.connection.wait([])  # connection.wait
concurrent.futures.wait([])  # wait
futures.ALL_COMPLETED  # ALL_COMPLETED
system.getpid()  # os.getpid
Line().put(1)  # Queue Queue.put
try:
    pass
except mp.TimeoutError:  # TimeoutError
    pass
""",
    "contexts and the pool": """
import multiprocessing
from concurrent.futures.process import BrokenProcessPool  # process.BrokenProcessPool
context = multiprocessing.get_context("spawn")  # get_context
child = context.Process()  # Process
child.start()  # Process.start
with context.Pool(2) as pool:  # Pool
    result = pool.apply_async(abs, (1,))  # pool.Pool.apply_async
    result.get()  # pool.AsyncResult.get
    for value in pool.imap(abs, [1]):  # pool.Pool.imap
        value.close()
""",
    "lists and loops": """
from multiprocessing import Process, active_children  # Process active_children
children = []
for number in range(3):
    child = Process()  # Process
    children.append(child)
for child in children:
    child.start()  # Process.start
[child.join() for child in children]  # Process.join
codes = [each.exitcode for each in sorted(children)]  # Process.exitcode
children[0].terminate()  # Process.terminate
for number, child in enumerate(children):
    child.kill()  # Process.kill
    number.kill()
by_name = {child.name: child for child in children}  # Process.name
for name, child in by_name.items():
    child.close()  # Process.close
    name.close()
by_name["a"].pid  # Process.pid
active_children().pop().is_alive()  # active_children Process.is_alive
for other in Process(), Process(daemon=True):  # Process
    other.daemon  # Process.daemon
""",
    "pipes, with target and args": """
from multiprocessing import Pipe, Process, Value  # Pipe Process Value
def work(connection, number):
    with number.get_lock():  # Value.get_lock
        number.value += 1  # Value.value
    tell(connection)
def tell(connection):
    connection.send(1)  # connection.Connection.send
def main():
    ours, theirs = Pipe()  # Pipe
    Process(target=work, args=(theirs, Value("i", 0))).start()  # Process Process.start Value
    if ours.poll(1):  # connection.Connection.poll
        ours.recv()  # connection.Connection.recv
main()
""",
    "initializers and globals": """
from concurrent.futures import ProcessPoolExecutor  # ProcessPoolExecutor
from multiprocessing import Event, Lock, Pool  # Event Lock Pool
lock = None
def work():
    lock.acquire()  # Lock.acquire
    ready.set()  # Event.set
def prepare(*given):
    global lock, ready
    lock, ready = given
with Pool(1, initializer=prepare, initargs=(Lock(), Event())):  # Pool Lock Event
    pass
ProcessPoolExecutor(1, None, prepare, (Lock(), Event()))  # ProcessPoolExecutor Lock Event
""",
    "executors": """
from concurrent.futures import ProcessPoolExecutor, as_completed, wait  # ProcessPoolExecutor as_completed wait
def report(future):
    future.result()  # Future.result
def check(future: "no", stop):
    stop.is_set()  # Event.is_set
from multiprocessing import Event  # Event
with ProcessPoolExecutor() as executor:  # ProcessPoolExecutor
    future = executor.submit(check, 1, stop=Event())  # Executor.submit Event
    future.add_done_callback(report)  # Future.add_done_callback
    tasks = {executor.submit(abs, n): n for n in range(3)}  # Executor.submit
    for task in as_completed(tasks):  # as_completed
        task.exception()  # Future.exception
        tasks[task].exception()
    done, pending = wait(tasks)  # wait
    done.pop().running()  # Future.running
    executor.shutdown()  # Executor.shutdown
""",
    "subclasses": """
import multiprocessing
class Task(multiprocessing.Process):  # Process
    def __init__(self, queue):
        super().__init__()
        self.queue = queue
    def run(self):  # Process.run
        self.queue.put(self.name)  # JoinableQueue Queue.put Process.name
        self.note()
    def note(self):
        self.result = 1
class Special(Task):
    pass
queue = multiprocessing.JoinableQueue()  # JoinableQueue
task = Special(queue)
task.start()  # Process.start
task.result.start()
task.note.start()
queue.join()  # JoinableQueue.join
""",
    "annotations, returns and shared memory": """
from multiprocessing import Barrier  # Barrier
from multiprocessing.connection import Connection, Listener  # connection.Connection connection.Listener
from multiprocessing.shared_memory import ShareableList  # shared_memory.ShareableList
def talk(connection: Connection) -> None:  # connection.Connection
    connection.close()  # connection.Connection.close
def make():
    return Barrier(2)  # Barrier
make().wait()  # Barrier.wait
listener = Listener()  # connection.Listener
listener.accept().send_bytes(b"")  # connection.Listener.accept connection.Connection.send_bytes
ShareableList([1]).shm.unlink()  # shared_memory.ShareableList shared_memory.ShareableList.shm shared_memory.SharedMemory.unlink
""",
    "maps": """
from multiprocessing import Event, Pool, Semaphore  # Event Pool Semaphore
def one(event):
    event.wait()  # Event.wait
def two(event, semaphore):
    event.set()  # Event.set
    semaphore.release()  # Semaphore.release
with Pool() as pool:  # Pool
    pool.map(one, [Event(), Event()])  # pool.Pool.map Event
    pool.starmap(two, [(Event(), Semaphore())])  # pool.Pool.starmap Event Semaphore
""",
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_each_use_is_found_and_nothing_else(table: Api, script: str) -> None:
    wanted: dict[int, set[str]] = {}
    for number, line in enumerate(script.splitlines(), 1):
        if "  # " in line:
            wanted[number] = set(line.partition("  # ")[2].split())
    known = {short(name): name for name in table.known}
    found: dict[int, set[str]] = {}
    for name, lines in uses(script, table).items():
        for line in lines:
            found.setdefault(line, set()).add(short(name))
    for line in found:  # a member's classes are found along with it
        members = {name for name in found[line] if name.count(".") and name in known}
        for name in found[line] - wanted.get(line, set()):
            row = table.rows.get(known.get(name, ""))
            if row and table.is_class(row.name) and members:
                found[line] = found[line] - {name}
    assert found == wanted


# Each looks like a use of the API and is none.
PLANTED = {
    "another queue": "from queue import Queue\nq = Queue()\nq.put(1)\nq.get()\n",
    "a thread": "from threading import Thread\nt = Thread()\nt.start()\nt.join()\n",
    "a lock of threads": "import threading\nlock = threading.Lock()\nlock.acquire()\n",
    "a string's join": '", ".join(["a"])\nname = "x"\nname.join("ab")\n',
    "a path": 'import os.path\nos.path.join("a", "b")\n',
    "a socket": "import socket\ns = socket.socket()\ns.close()\ns.accept()[0].recv(1)\n",
    "a class with the same methods": (
        "class Process:\n    def start(self):\n        self.pid = 1\n"
        "p = Process()\np.start()\np.pid\np.join()\n"
    ),
    "a function of the same name": "def wait(x):\n    x.wait()\nwait(1)\n",
    "a parameter nobody gives": "def work(queue):\n    queue.put(1)\n",
    "a builtin": "list(map(abs, [1]))\ntry:\n    pass\nexcept TimeoutError:\n    pass\n",
    "asyncio": "import asyncio\nasyncio.Queue().put(1)\nasyncio.wait([])\n",
    "a module of one's own": "import connection\nconnection.wait([])\n",
    "text": 'code = "import multiprocessing; multiprocessing.Process()"\n# os.fork()\n',
    "a relative import": "from .multiprocessing import Process\nProcess().start()\n",
}  # fmt: skip


@pytest.mark.parametrize("script", PLANTED.values(), ids=PLANTED)
def test_what_only_looks_like_the_api_is_not_linked(table: Api, script: str) -> None:
    assert uses(script, table) == {}


# Here the class isn't evident: only what stands before " / " is used.
UNCLEAR = {
    "one of two": (
        "from multiprocessing import Queue, SimpleQueue\nimport sys\n"
        "q = Queue() if sys.argv else SimpleQueue()\nq.get()\n",
        "Queue SimpleQueue",
    ),
    "bound again": (
        "from multiprocessing import Process\np = Process()\np = open('x')\np.close()\n",
        "Process",
    ),
    "bound in a branch": (
        "from multiprocessing import Process\np = Process()\nif p:\n    p = 1\np.join()\n",
        "Process",
    ),
    "two callers": (
        "from multiprocessing import Queue\nimport queue\n"
        "def f(q):\n    q.put(1)\nf(Queue())\nf(queue.Queue())\n",
        "Queue",
    ),
    "a mixed list": (
        "from multiprocessing import Process, Event\nfor x in [Process(), Event()]:\n"
        "    x.wait()\n",
        "Process Event",
    ),
    "a manager's proxy": (
        "from multiprocessing import Manager\nm = Manager()\nm.Queue().put(1)\n",
        "Manager managers.SyncManager managers.SyncManager.Queue",
    ),
    "a result": (
        "from multiprocessing import Pool\nwith Pool() as p:\n"
        "    p.map(abs, [])[0].get()\n    p.apply_async(abs).get().get\n",
        "Pool pool.Pool pool.Pool.map pool.Pool.apply_async pool.AsyncResult "
        "pool.AsyncResult.get",
    ),
    "a decorated function": (
        "from multiprocessing import Event\ndef twice(f): return None\n"
        "@twice\ndef f(e):\n    e.set()\nf(Event())\n",
        "Event",
    ),
}


@pytest.mark.parametrize(("script", "used"), UNCLEAR.values(), ids=UNCLEAR)
def test_where_the_class_is_not_evident_nothing_is_said(
    table: Api, script: str, used: str
) -> None:
    assert {short(name) for name in uses(script, table)} == set(used.split())


def test_lines_are_told_once_and_in_order(table: Api) -> None:
    script = "import os\nos.getpid(), os.getpid()\nprint(os.getpid())\n"
    assert uses(script, table) == {"os.getpid": [2, 3]}


def test_names_of_a_family_share_a_row(table: Api) -> None:
    assert uses("import os\nos.execlp('a', 'b')\n", table) == {"os.execv": [2]}


def test_a_list_that_holds_itself_does_no_harm(table: Api) -> None:
    assert uses("a = []\na.append(a)\nfor b in a:\n    b.start()\n", table) == {}


def test_every_snippet_can_be_read(table: Api) -> None:
    for file in (FILE.parent.parent / "snippets").rglob("*.py"):
        uses(file.read_text(encoding="utf-8"), table)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (NOTHING, Object("a"), Object("a")),
        (Object("a"), Object("a"), Object("a")),
        (Object("a"), Object("b"), UNKNOWN),
        (Object("a"), UNKNOWN, UNKNOWN),
        (Many(), Many(Object("a")), Many(Object("a"))),
        (Many(Object("a")), Many(Object("b")), Many(UNKNOWN)),
        (Group((NOTHING,)), Group((Object("a"),)), Group((Object("a"),))),
        (Group(()), Group((Object("a"),)), UNKNOWN),
    ],
)
def test_join(one, other, both) -> None:
    assert join(one, other) == both
    assert join(other, one) == both
