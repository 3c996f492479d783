"""The colours of a snippet can be read in the light and in the dark scheme."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path

import pytest

from spawnsafe.render import COLOURS

CSS = Path(__file__).parent.parent / "docs/theme/assets/css/snippet.css"
# The backgrounds of pages and of code, per scheme, as the theme and site.css make them.
BACKGROUNDS = {
    "light": ["#ffffff", "#f5f5f5"],
    "dark": ["hsl 210 15 14", "hsl 210 15 18"],
}


def rgb(text: str) -> tuple[float, ...]:
    if text.startswith("hsl"):
        h, s, li = map(float, text.split()[1:])
        return colorsys.hls_to_rgb(h / 360, li / 100, s / 100)
    return tuple(int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))


def luminance(text: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(text)
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colours(scheme: str) -> dict[str, str]:
    light, dark = re.findall(
        r"\.md-typeset \.snippet \{([^}]*--pid-1[^}]*)\}", CSS.read_text("utf-8")
    )
    block = light if scheme == "light" else dark
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


@pytest.mark.parametrize("scheme", BACKGROUNDS)
def test_each_colour_has_enough_contrast(scheme: str) -> None:
    found = colours(scheme)
    wanted = {f"pid-{n}" for n in range(1, COLOURS + 1)}
    assert wanted | {"snippet-muted", "snippet-error"} == found.keys()
    assert len(set(found.values()) & {found[name] for name in wanted}) == COLOURS
    for name, colour in found.items():
        for background in BACKGROUNDS[scheme]:
            ratio = contrast(colour, background)
            assert ratio >= 4.5, f"--{name} {colour} on {background}: {ratio:.2f}"
