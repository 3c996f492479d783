# prints done
from __future__ import annotations

from multiprocessing import __name__ as name

print("done") if name else None
