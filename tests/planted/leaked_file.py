import tempfile
from pathlib import Path

Path("notes.txt").write_text("left", encoding="utf-8")
Path("kept").mkdir()
print(tempfile.mkstemp(prefix="scratch-")[0] > 0)
