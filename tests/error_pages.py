"""The rendered error index as data, and the page's own search over it, run in Node."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import markdown
from bs4 import BeautifulSoup

from spawnsafe.markdown import makeExtension

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "docs" / "theme" / "assets" / "js" / "errors.js"
NODE = shutil.which("node")

# Reads {entries, texts} and writes, for each text, the ids that `rank` gives.
_PROGRAM = """
const { rank } = require(process.argv[1]);
const { entries, texts } = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const ids = texts.map((text) => rank(entries, text).map((one) => one.id));
process.stdout.write(JSON.stringify(ids));
"""


@lru_cache(maxsize=2)
def rendered(language: str) -> str:
    """The page's HTML, without the theme around it."""
    text = (ROOT / "docs" / language / "errors" / "index.md").read_text("utf-8")
    extension = makeExtension(
        snippets=str(ROOT / "snippets"),
        results=str(ROOT / "results"),
        language=language,
    )
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    return markdown.markdown(body, extensions=["attr_list", "md_in_html", extension])


@lru_cache(maxsize=2)
def entries(language: str) -> list[dict]:
    """The entries as the script reads them from the page."""
    found = []
    for section in BeautifulSoup(rendered(language), "html.parser").select(".error"):
        for name in section.select(".error-text var"):
            name.replace_with(" ")
        found.append(
            {
                "id": section.h3["id"],
                "lines": [line.text for line in section.select(".error-text .line")],
                "frames": (section.get("data-frames") or "").split(),
                "follows": section.has_attr("data-follows"),
            }
        )
    return found


def rank(entries: list[dict], texts: list[str], script: Path = SCRIPT) -> list[list]:
    """For each text, the ids of the entries that fit it, the likeliest first."""
    assert NODE
    done = subprocess.run(
        [NODE, "-e", _PROGRAM, str(script)],
        input=json.dumps({"entries": entries, "texts": texts}),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)
