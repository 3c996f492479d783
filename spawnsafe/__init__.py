"""Run, verify and show multi-process Python programs under every start method."""
