"""What the rules look for, with examples: docs/rules.toml, compared with the checker."""

from __future__ import annotations

from dataclasses import dataclass

from .check import RULES, Rule
from .tables import Tables, cached

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Described:
    """A rule with what it looks for, and the names of two snippets, if there are any."""

    rule: Rule
    text: dict[str, str]
    wrong: str | None
    right: str | None

    @property
    def ident(self) -> str:
        return self.rule.id.lower()


@cached
def load(tables: Tables) -> list[Described]:
    """Every rule, by number.

    Raises:
        BadInput: a rule without an entry, an entry without a rule, a wrong key.
    """
    rules = {rule.id: rule for rule in RULES.values()}
    for name, entry in tables.data.items():
        if name not in rules:
            raise tables.bad(name, "the checker has no such rule", "remove it")
        if unknown := entry.keys() - {*LANGUAGES, "wrong", "right"}:
            raise tables.bad(name, f"unknown key {min(unknown)!r}", "remove it")
        for key in LANGUAGES:
            if not str(entry.get(key, "")).strip():
                raise tables.bad(name, f"no {key!r}", "say what the rule looks for")
        if not str(entry.get("wrong", "_wrong.py")).endswith("_wrong.py"):
            remedy = "name a snippet that ends in _wrong.py"
            raise tables.bad(name, "'wrong' is no wrong snippet", remedy)
    if missing := rules.keys() - tables.data.keys():
        raise tables.bad(min(missing), "no entry", f"add a table [{min(missing)}]")
    return [
        Described(
            rules[name],
            {key: entry[key] for key in LANGUAGES},
            entry.get("wrong"),
            entry.get("right"),
        )
        for name, entry in sorted(tables.data.items())
    ]
