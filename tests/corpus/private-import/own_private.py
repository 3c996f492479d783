# prints done
import sys
import types

sys.modules["helpers._base"] = types.ModuleType("helpers._base")
sys.modules["helpers"] = types.ModuleType("helpers")
from helpers import _base  # noqa: E402

print("done") if _base else None
