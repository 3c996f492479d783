"""A real browser for tests of the built site: headless Chromium, Chrome or Edge.

``web.open("en/checker/try/")`` opens a page of the site. A test with ``web`` fails if a
page asks another host for anything, or reports an error on the console.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from .built import PATH

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
CHANNELS = ("chrome", "msedge")  # where their installers put them, in no PATH
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # no page can look up a name: what is asked of another host fails, even if unseen
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
REMEDY = "install Chromium, Chrome or Edge, or name one in the variable CHROMIUM"


def executable() -> str | None:
    """The browser: CHROMIUM, or what PATH has."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="module")  # for its life, asyncio is taken in this thread
def browser() -> Iterator[object]:
    """A running browser, Playwright's object; skips where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        launch = partial(playwright.chromium.launch, args=ARGUMENTS)
        running = _first(launch, sync_api.Error)
        yield running
        running.close()


def _first(launch: Callable, error: type[Exception]) -> object:
    if path := executable():
        try:
            return launch(executable_path=path)
        except error as problem:
            pytest.fail(f"{path} doesn't start: {problem}\n{REMEDY}", pytrace=False)
    for channel in CHANNELS:
        try:
            return launch(channel=channel)
        except error:
            pass  # not installed
    pytest.skip(f"no browser: {REMEDY}")


class _Handler(SimpleHTTPRequestHandler):
    """The folder below PATH, as a host of project sites has it."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # Windows may have other ideas of these
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        inside = path.startswith(PATH)
        return super().translate_path("/" + path.removeprefix(PATH) * inside)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a browser keeps connections open

    def handle_error(self, *_: object) -> None:
        pass  # a browser hangs up when its page is closed


class Web:
    """A folder served on a loopback port, and the pages opened in it."""

    def __init__(self, browser: object, root: str) -> None:
        self.browser, self.root = browser, root
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._contexts: list = []

    def open(self, path: str, **context: object) -> object:
        """Open a page, in a context of its own; ``context`` as for new_context()."""
        made = self.browser.new_context(**context)
        self._contexts.append(made)
        made.set_default_timeout(30_000)
        made.on("request", self._request)
        made.on("console", self._console)
        made.on("weberror", lambda e: self.problems.append(f"error: {e.error}"))
        page = made.new_page()
        page.goto(self.root + path)
        return page

    def _request(self, request) -> None:
        self.requests.append(request.url)
        url = urlsplit(request.url)
        if url.scheme in ("blob", "data"):
            return
        if not request.url.startswith(self.root):
            self.problems.append(f"a request to {request.url}")

    def _console(self, message) -> None:
        if message.type == "error":
            self.problems.append(f"on the console: {message.text}")

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def serve(browser: object) -> Iterator[Callable[[Path], Web]]:
    """Serve a folder; the pages are closed after the test, nothing else is judged."""
    servers, webs = [], []

    def start(folder: Path) -> Web:
        handler = partial(_Handler, directory=str(folder))
        server = _Server(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        webs.append(Web(browser, f"http://127.0.0.1:{server.server_port}{PATH}"))
        return webs[-1]

    yield start
    for web in webs:
        web.close()
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def web(serve: Callable[[Path], Web], built: tuple[Path, str]) -> Iterator[Web]:
    """The built site; its pages ask no other host, and report no errors."""
    folder, _ = built  # a page can be looked at though there are warnings
    if not (folder / "en" / "index.html").is_file():
        pytest.skip("the site can't be built")  # test_the_site_can_be_built says why
    served = serve(folder)
    yield served
    if served.problems:
        pytest.fail("\n".join(served.problems), pytrace=False)
