import os
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    file, new = Path(folder, "tickets"), Path(folder, "new")
    file.write_text("1", encoding="utf-8")
    new.write_text("0", encoding="utf-8")
    with file.open(encoding="utf-8") as reader:
        try:
            os.replace(new, file)
            print("replaced")
        except PermissionError:
            print("PermissionError")
        print("the reader sees", reader.read())
    print("in the file:", file.read_text(encoding="utf-8"))
