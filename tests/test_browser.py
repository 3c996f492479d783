"""The browser that tests use sees what it must not overlook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from . import browser as browsers
from .browser import Web

PAGE = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>x</title>"
ELSEWHERE = "http://elsewhere.example/x"


def problems(serve: Callable[[Path], Web], folder: Path, html: str) -> list[str]:
    (folder / "index.html").write_text(PAGE + html, encoding="utf-8")
    web = serve(folder)
    web.open("").wait_for_timeout(300)
    return web.problems


def test_a_sound_page(serve, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("console.log(1)", encoding="utf-8")
    assert problems(serve, tmp_path, "<script src=a.js></script>") == []


@pytest.mark.parametrize(
    "html",
    [
        f"<img src={ELSEWHERE} alt=x>",
        f"<script>fetch('{ELSEWHERE}').catch(() => {{}})</script>",
        f"<script>new Worker(URL.createObjectURL(new Blob(["
        f"`fetch('{ELSEWHERE}').catch(() => {{}})`])))</script>",
        f"<script>navigator.sendBeacon('{ELSEWHERE}')</script>",
    ],
    ids=["image", "fetch", "worker", "beacon"],
)
def test_a_request_to_another_host(serve, tmp_path: Path, html: str) -> None:
    found = problems(serve, tmp_path, html)
    assert f"a request to {ELSEWHERE}" in found


@pytest.mark.parametrize(
    "html, said",
    [
        ("<script>console.error('planted')</script>", "on the console: planted"),
        ("<script>throw new Error('planted')</script>", "error: planted"),
        ("<script src=missing.js></script>", "on the console: Failed to load"),
        (
            "<script>Promise.reject(new Error('planted'))</script>",
            "error: planted",
        ),
    ],
)
def test_an_error(serve, tmp_path: Path, html: str, said: str) -> None:
    found = problems(serve, tmp_path, html)
    assert any(one.startswith(said) for one in found), found


def test_the_browser_named_comes_first(monkeypatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/a/browser")
    assert browsers.executable() == "/a/browser"
    monkeypatch.delenv("CHROMIUM")
    monkeypatch.setattr(browsers.shutil, "which", {"chrome": "/x"}.get)
    assert browsers.executable() == "/x"


def test_without_a_browser_tests_are_skipped(monkeypatch) -> None:
    monkeypatch.setattr(browsers, "executable", lambda: None)

    def launch(channel: str) -> None:
        raise OSError("not installed")

    with pytest.raises(pytest.skip.Exception, match="CHROMIUM"):
        browsers._first(launch, OSError)
