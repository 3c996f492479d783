"""Which names of the API a script uses, read off its code without running it.

Followed are imports, contexts, objects from the moment they are made (also through
lists, loops, tuples and ``with``), ``self`` in subclasses, and arguments on their way
to a function: by a call, by ``Process(target=..., args=...)``, by an initializer, by a
pool or executor. Where it isn't evident what an object is, nothing is said of it.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Iterable
from copy import copy
from itertools import pairwise

from .api import Api
from .kinds import (
    NOTHING,
    UNKNOWN,
    Builtin,
    Function,
    Group,
    Kind,
    Many,
    Module,
    Named,
    Object,
    OwnClass,
    OwnObject,
    Table,
    element,
    join,
    join_all,
)

ROUNDS = 6  # how far an argument is followed from function to function
# Builtins that give the items of their first argument on, as they are.
_PASSED_ON = {
    "list",
    "tuple",
    "set",
    "frozenset",
    "sorted",
    "reversed",
    "iter",
    "filter",
}


def uses(source: str, api: Api) -> dict[str, list[int]]:
    """The rows of the API table that a script uses, and in which lines.

    Args:
        source: the script, valid Python.
        api: the table.

    Returns:
        Full name of the row -> line numbers from 1, in order. A member's use is also
        one of its class, and of the class that it is inherited from.
    """
    walk = _Walk(api)
    tree = ast.parse(source)
    for _ in range(ROUNDS):
        before = walk.learned()
        walk.round(tree)
        if walk.learned() == before:
            break
    return {name: sorted(lines) for name, lines in walk.found.items()}


class _Scope:
    """The names of a module, function or class while it is read."""

    def __init__(
        self, parent: _Scope | None = None, function: ast.AST | None = None
    ) -> None:
        self.names: dict[str, Kind] = {}
        self.parent, self.function = parent, function
        self.elsewhere: dict[str, _Scope] = {}  # global and nonlocal names
        self.cls: OwnClass | None = None  # of a method
        # What functions make of names of this scope: known from the round before,
        # learned in this one.
        self.known: dict[str, Kind] = {}
        self.learned: dict[str, Kind] = {}

    def look_up(self, name: str) -> Kind:
        if name in self.elsewhere:
            return self.elsewhere[name].look_up(name)
        if name in self.names or name in self.known:
            own = self.names.get(name, NOTHING)
            return join(own, self.known.get(name, NOTHING))
        if self.parent is not None:
            return self.parent.look_up(name)
        return Builtin(name) if hasattr(builtins, name) else UNKNOWN

    def bind(self, name: str, kind: Kind) -> None:
        if there := self.elsewhere.get(name):
            there.learned[name] = join(there.learned.get(name, NOTHING), kind)
        else:
            self.names[name] = kind

    @property
    def module(self) -> _Scope:
        return self if self.parent is None else self.parent.module


class _Walk:
    """Reads a script in rounds: what one learns of arguments, the next one uses."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.found: dict[str, set[int]] = {}
        # by function and parameter, by function, by class and attribute
        self.parameters: dict[tuple[ast.AST, str], Kind] = {}
        self.results: dict[ast.AST, Kind] = {}
        self.attributes: dict[tuple[ast.AST, str], Kind] = {}
        self.methods: dict[ast.AST, dict[str, ast.AST]] = {}
        self.globals: dict[str, Kind] = {}

    def learned(self) -> str:
        return repr((self.parameters, self.results, self.attributes, self.globals))

    def round(self, tree: ast.Module) -> None:
        self.first = not self.found
        self.found = {}
        self.known = self.parameters, self.results, self.attributes
        self.parameters, self.results, self.attributes = {}, {}, {}
        # Bodies are read after what is around them: they see names bound further down.
        self.later: list[Callable[[], None]] = []
        scope = _Scope()
        scope.known = self.globals
        self.block(tree.body, scope)
        while self.later:
            self.later.pop(0)()
        self.globals = scope.learned

    def use(self, name: str, node: ast.AST) -> None:
        row = self.api.known[name]
        self.found.setdefault(row.name, set()).add(node.lineno)
        if self.is_member(name):
            self.found.setdefault(row.owner, set()).add(node.lineno)

    def is_member(self, name: str) -> bool:
        return self.api.known[name].owner in self.api.rows

    # Statements

    def block(self, body: Iterable[ast.stmt], scope: _Scope) -> None:
        for statement in body:
            self.statement(statement, scope)

    def statement(self, node: ast.stmt, scope: _Scope) -> None:
        match node:
            case ast.Import():
                self.import_(node, scope)
            case ast.ImportFrom():
                self.import_from(node, scope)
            case ast.Assign():
                kind = self.value(node.value, scope)
                for target in node.targets:
                    self.assign(target, kind, scope)
            case ast.AnnAssign():
                kind = self.value(node.value, scope) if node.value else NOTHING
                declared = self.annotation(node.annotation, scope)
                self.assign(node.target, join(declared, kind), scope)
            case ast.AugAssign():
                added = self.value(node.value, scope)
                if isinstance(node.target, ast.Name):
                    kind = scope.look_up(node.target.id)
                    if isinstance(kind, Many) and isinstance(added, Many):
                        kind.item = join(kind.item, added.item)
                    else:
                        self.assign(node.target, UNKNOWN, scope)
                else:
                    self.value(node.target, scope)
            case ast.For() | ast.AsyncFor():
                items = self.value(node.iter, scope)
                each = items.items if isinstance(items, Group) else [element(items)]
                # twice: what the end of the body binds, its start sees
                for item in [*each, *each]:
                    self.assign(node.target, item, scope)
                    self.block(node.body, scope)
                self.block(node.orelse, scope)
            case ast.While():
                for _ in range(2):
                    self.value(node.test, scope)
                    self.block(node.body, scope)
                self.block(node.orelse, scope)
            case ast.If():
                self.value(node.test, scope)
                self.branches([node.body, node.orelse], scope)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    kind = self.value(item.context_expr, scope)
                    if item.optional_vars:
                        # files and the like aren't known; what is known gives itself
                        entered = kind if isinstance(kind, Object) else UNKNOWN
                        self.assign(item.optional_vars, entered, scope)
                self.block(node.body, scope)
            case ast.Try() | ast.TryStar():
                for handler in node.handlers:
                    if handler.type:
                        self.value(handler.type, scope)
                    if handler.name:
                        scope.bind(handler.name, UNKNOWN)
                handlers = [handler.body for handler in node.handlers]
                self.branches([[*node.body, *node.orelse], *handlers], scope)
                self.block(node.finalbody, scope)
            case ast.Match():
                self.value(node.subject, scope)
                for case in node.cases:
                    for part in ast.walk(case.pattern):
                        if name := getattr(part, "name", None):
                            scope.bind(name, UNKNOWN)
                self.branches([case.body for case in node.cases], scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self.define(node, scope)
            case ast.ClassDef():
                self.define_class(node, scope)
            case ast.Return():
                kind = self.value(node.value, scope) if node.value else NOTHING
                if scope.function is not None:
                    before = self.results.get(scope.function, NOTHING)
                    self.results[scope.function] = join(before, kind)
            case ast.Global():
                for name in node.names:
                    scope.elsewhere[name] = scope.module
            case ast.Nonlocal():
                for name in node.names:
                    at = scope.parent
                    while at and name not in at.names:
                        at = at.parent
                    if at:
                        scope.elsewhere[name] = at
            case _:
                self.children(node, scope)

    def branches(self, bodies: list[list[ast.stmt]], scope: _Scope) -> None:
        """Bodies of which one is run: a name is afterwards what all agree on."""
        before, ends = dict(scope.names), []
        for body in bodies:
            scope.names = dict(before)
            self.block(body, scope)
            ends.append(scope.names)
        scope.names = {
            name: join_all([end.get(name, NOTHING) for end in ends])
            for name in {name for end in ends for name in end}
        }

    def import_(self, node: ast.Import, scope: _Scope) -> None:
        for alias in node.names:
            name = alias.name if alias.asname else alias.name.partition(".")[0]
            scope.bind(alias.asname or name, self.module(name))

    def module(self, name: str) -> Kind:
        """A module of the table, or one that leads to it: concurrent."""
        lead = (own == name or own.startswith(name + ".") for own in self.spaces)
        return Module(name) if any(lead) else UNKNOWN

    @property
    def spaces(self) -> set[str]:
        """Modules, also those that only one name of the table is in."""
        return {*self.api.modules, *(self.api.owners - self.api.rows.keys())}

    def import_from(self, node: ast.ImportFrom, scope: _Scope) -> None:
        for alias in node.names:
            kind: Kind = UNKNOWN
            if node.module and not node.level and alias.name != "*":
                kind = self.attribute(self.module(node.module), alias.name, node)
            scope.bind(alias.asname or alias.name, kind)

    def assign(self, target: ast.expr, kind: Kind, scope: _Scope) -> None:
        match target:
            case ast.Name():
                scope.bind(target.id, kind)
            case ast.Tuple() | ast.List():
                items = [element(kind)] * len(target.elts)
                starred = any(isinstance(item, ast.Starred) for item in target.elts)
                if isinstance(kind, Group) and not starred:
                    if len(kind.items) == len(items):
                        items = list(kind.items)
                for part, item in zip(target.elts, items, strict=True):
                    self.assign(part, item, scope)
            case ast.Starred():
                self.assign(target.value, Many(kind), scope)
            case ast.Attribute():
                self.value(target, scope)
                owner = self.value(target.value, scope)
                if isinstance(owner, OwnObject):
                    key = owner.cls.node, target.attr
                    before = self.attributes.get(key, NOTHING)
                    self.attributes[key] = join(before, kind)
            case ast.Subscript():
                held = self.value(target.value, scope)
                self.value(target.slice, scope)
                if isinstance(held, Table):
                    held.key = join(held.key, self.value(target.slice, scope))
                    held.value = join(held.value, kind)
                elif isinstance(held, Many):
                    held.item = join(held.item, kind)

    def define(
        self,
        node: ast.FunctionDef | ast.AsyncFunctionDef,
        scope: _Scope,
        cls: OwnClass | None = None,
    ) -> None:
        arguments = node.args
        for part in (*node.decorator_list, *arguments.defaults, *arguments.kw_defaults):
            if part is not None:
                self.value(part, scope)
        plain = not node.decorator_list  # a decorator may make anything of it
        scope.bind(node.name, Function(node) if plain else UNKNOWN)
        # methods don't see the names of their class
        inner = _Scope(scope if cls is None else scope.parent, node)
        inner.cls = cls

        def body() -> None:
            listed = [*arguments.posonlyargs, *arguments.args]
            for parameter in [*listed, *arguments.kwonlyargs]:
                kind = self.known[0].get((node, parameter.arg), NOTHING)
                kind = join(kind, self.parameters.get((node, parameter.arg), NOTHING))
                if parameter.annotation:
                    declared = self.annotation(parameter.annotation, scope)
                    kind = kind if declared is NOTHING else declared
                inner.names[parameter.arg] = kind
            if cls is not None and plain and listed:
                inner.names[listed[0].arg] = OwnObject(cls)
            if rest := arguments.vararg:
                inner.names[rest.arg] = self.known[0].get((node, rest.arg), NOTHING)
            if rest := arguments.kwarg:
                inner.names[rest.arg] = UNKNOWN
            self.block(node.body, inner)

        self.later.append(body)

    def define_class(self, node: ast.ClassDef, scope: _Scope) -> None:
        bases = [self.value(base, scope) for base in node.bases]
        for keyword in node.keywords:
            self.value(keyword.value, scope)
        known = [
            base
            for base in bases
            if isinstance(base, OwnClass)
            or (isinstance(base, Named) and self.api.is_class(base.name))
        ]
        cls = OwnClass(node, known[0] if known else None)
        scope.bind(node.name, cls if not node.decorator_list else UNKNOWN)
        inner, methods = _Scope(scope), {}
        for statement in node.body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                self.define(statement, inner, cls)
                methods[statement.name] = statement
                self.overridden(cls, statement)
            else:
                self.statement(statement, inner)
        for name, kind in inner.names.items():
            if name not in methods:
                self.attributes[node, name] = kind
        self.methods[node] = methods

    def overridden(self, cls: OwnClass, method: ast.AST) -> None:
        """A method that takes the place of one of the API is a use of it."""
        base = self.api_base(cls)
        if base and (row := self.api.member(base, method.name)):
            self.use(row.name, method)

    def api_base(self, cls: OwnClass) -> str | None:
        at: OwnClass | Named | None = cls
        while isinstance(at, OwnClass):
            at = at.base
        return at.name if at else None

    def annotation(self, node: ast.expr, scope: _Scope) -> Kind:
        """What an annotation declares: an object of a known class, or nothing."""
        kind = self.value(node, scope)
        if isinstance(kind, OwnClass):
            return OwnObject(kind)
        if isinstance(kind, Named) and self.api.is_class(kind.name):
            return Object(kind.name)
        return NOTHING

    # Expressions

    def value(self, node: ast.expr, scope: _Scope) -> Kind:
        match node:
            case ast.Name():
                kind = scope.look_up(node.id)
                # the value of an attribute is used where it is read, not afterwards
                if isinstance(kind, Named) and not self.is_member(kind.name):
                    self.use(kind.name, node)
                return kind
            case ast.Attribute():
                return self.attribute(self.value(node.value, scope), node.attr, node)
            case ast.Call():
                return self.call(node, scope)
            case ast.Constant():
                return NOTHING if node.value is None else UNKNOWN
            case ast.Tuple():
                items = [self.value(item, scope) for item in node.elts]
                if any(isinstance(item, ast.Starred) for item in node.elts):
                    return Many(join_all(items))
                return Group(tuple(items))
            case ast.List() | ast.Set():
                return Many(join_all([self.value(item, scope) for item in node.elts]))
            case ast.Starred():
                return element(self.value(node.value, scope))
            case ast.Dict():
                keys = [self.value(key, scope) for key in node.keys if key]
                values = [self.value(value, scope) for value in node.values]
                plain = len(keys) == len(values)  # no ** in it
                return Table(join_all(keys), join_all(values)) if plain else UNKNOWN
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                return Many(self.value(node.elt, self.loops(node, scope)))
            case ast.DictComp():
                inner = self.loops(node, scope)
                return Table(self.value(node.key, inner), self.value(node.value, inner))
            case ast.Subscript():
                return self.subscript(node, scope)
            case ast.IfExp():
                self.value(node.test, scope)
                parts = (node.body, node.orelse)
                return join_all([self.value(part, scope) for part in parts])
            case ast.BoolOp():
                return join_all([self.value(part, scope) for part in node.values])
            case ast.BinOp():
                left, right = (
                    self.value(node.left, scope),
                    self.value(node.right, scope),
                )
                if isinstance(left, Many) and isinstance(node.op, ast.Mult):
                    return left
                lists = isinstance(left, Many) and isinstance(right, Many)
                return join(left, right) if lists else UNKNOWN
            case ast.NamedExpr():
                kind = self.value(node.value, scope)
                self.assign(node.target, kind, scope)
                return kind
            case ast.Yield() | ast.YieldFrom():
                self.children(node, scope)
                if scope.function is not None:
                    self.results[scope.function] = UNKNOWN
                return UNKNOWN
            case ast.Lambda():
                inner = copy(scope)
                inner.names = dict(scope.names)
                every = node.args
                for parameter in (*every.posonlyargs, *every.args, *every.kwonlyargs):
                    inner.names[parameter.arg] = UNKNOWN
                self.value(node.body, inner)
                return UNKNOWN
            case _:
                self.children(node, scope)
                return UNKNOWN

    def children(self, node: ast.AST, scope: _Scope) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.value(child, scope)
            elif not isinstance(child, ast.expr_context | ast.operator):
                self.children(child, scope)

    def loops(self, node: ast.AST, scope: _Scope) -> _Scope:
        """The scope inside a comprehension."""
        inner = copy(scope)
        inner.names = dict(scope.names)
        for loop in node.generators:
            self.assign(loop.target, element(self.value(loop.iter, inner)), inner)
            for test in loop.ifs:
                self.value(test, inner)
        return inner

    def subscript(self, node: ast.Subscript, scope: _Scope) -> Kind:
        held = self.value(node.value, scope)
        self.value(node.slice, scope)
        if isinstance(node.slice, ast.Slice):
            return Many(element(held)) if isinstance(held, Many | Group) else UNKNOWN
        if isinstance(held, Table):
            return held.value
        if isinstance(held, Group):
            try:
                return held.items[ast.literal_eval(node.slice)]
            except (ValueError, IndexError, TypeError):
                return element(held)
        return held.item if isinstance(held, Many) else UNKNOWN

    def attribute(self, owner: Kind, name: str, node: ast.AST) -> Kind:
        match owner:
            case Module():
                full = f"{owner.name}.{name}"
                if full in self.api.known:
                    self.use(full, node)
                    return Named(full)
                return self.module(full)
            case Object():
                return self.member(owner.name, name, node)
            case Named() if self.api.is_class(owner.name):
                return self.member(owner.name, name, node)
            case Named() if self.api.known[owner.name].returns:
                # an attribute that is an object: ShareableList.shm
                return self.attribute(self.result(owner.name, []), name, node)
            case OwnObject():
                return self.own_attribute(owner.cls, name, node)
        return UNKNOWN

    def member(self, cls: str, name: str, node: ast.AST) -> Kind:
        row = self.api.member(cls, name)
        if row is None:
            return UNKNOWN
        self.use(row.name, node)
        self.use(cls, node)  # also where the member is inherited
        return Named(row.name)

    def own_attribute(self, cls: OwnClass, name: str, node: ast.AST) -> Kind:
        at: OwnClass | Named | None = cls
        while isinstance(at, OwnClass):
            if name in self.methods.get(at.node, {}):
                base = self.api_base(at)
                if base and (row := self.api.member(base, name)):
                    self.use(row.name, node)
                method = self.methods[at.node][name]
                return UNKNOWN if method.decorator_list else Function(method, True)
            for learned in (self.known[2], self.attributes):
                if (at.node, name) in learned:
                    return learned[at.node, name]
            at = at.base
        if at is None:
            return NOTHING if self.first else UNKNOWN  # its bodies aren't read yet
        return self.member(at.name, name, node)

    # Calls

    def call(self, node: ast.Call, scope: _Scope) -> Kind:
        callee = self.value(node.func, scope)
        given = [self.value(argument, scope) for argument in node.args]
        keywords = {
            keyword.arg: self.value(keyword.value, scope) for keyword in node.keywords
        }
        self.hand_over(callee, given, keywords)
        match callee:
            case Function():
                self.pass_on(callee, given, keywords)
                node = callee.node
                return self.known[1].get(node, NOTHING)
            case OwnClass():
                at: OwnClass | Named | None = callee
                while isinstance(at, OwnClass):
                    if init := self.methods.get(at.node, {}).get("__init__"):
                        self.pass_on(Function(init, True), given, keywords)
                        break
                    at = at.base
                return OwnObject(callee)
            case Named():
                return self.result(callee.name, given)
            case Builtin():
                return self.builtin(callee.name, given, scope)
        if isinstance(node.func, ast.Attribute):
            held = self.value(node.func.value, scope)
            return self.container(held, node.func.attr, given)
        return UNKNOWN

    def result(self, name: str, given: list[Kind]) -> Kind:
        row = self.api.known[name]
        if row.returns == "argument":
            return given[0] if given else UNKNOWN
        if row.returns:
            return self.declared(ast.parse(row.returns, mode="eval").body)
        return Object(row.name) if self.api.is_class(row.name) else UNKNOWN

    def declared(self, node: ast.expr) -> Kind:
        """What the table's ``returns`` says."""
        if isinstance(node, ast.Subscript):
            inner = node.slice
            if ast.unparse(node.value) == "tuple":
                return Group(tuple(self.declared(item) for item in inner.elts))
            return Many(self.declared(inner))
        name = ast.unparse(node)
        return Module(name) if name in self.api.modules else Object(name)

    def builtin(self, name: str, given: list[Kind], scope: _Scope) -> Kind:
        if name == "super" and scope.cls is not None:
            base = scope.cls.base
            return OwnObject(base) if isinstance(base, OwnClass) else (
                Object(base.name) if base else UNKNOWN
            )  # fmt: skip
        if not given:
            empty = {"list": Many(), "set": Many(), "dict": Table()}
            return empty.get(name, UNKNOWN)
        if name in _PASSED_ON:
            return Many(element(given[-1] if name == "filter" else given[0]))
        if name == "enumerate":
            return Many(Group((UNKNOWN, element(given[0]))))
        if name == "zip":
            return Many(Group(tuple(map(element, given))))
        if name == "next":
            return element(given[0])
        return UNKNOWN

    def container(self, held: Kind, method: str, given: list[Kind]) -> Kind:
        """A method of a list, set or dictionary."""
        if isinstance(held, Many):
            if method in ("append", "add", "appendleft") and given:
                itself = given[0] is held
                held.item = UNKNOWN if itself else join(held.item, given[0])
            elif method == "insert" and len(given) == 2:
                held.item = join(held.item, given[1])
            elif method in ("extend", "update") and given:
                held.item = join(held.item, element(given[0]))
            elif method in ("pop", "popleft"):
                return held.item
            elif method == "copy":
                return Many(held.item)
        elif isinstance(held, Table):
            if method in ("get", "pop"):
                return held.value
            kinds = {
                "keys": held.key,
                "values": held.value,
                "items": Group((held.key, held.value)),
            }
            if method in kinds:
                return Many(kinds[method])
        return UNKNOWN

    def hand_over(
        self, callee: Kind, given: list[Kind], keywords: dict[str | None, Kind]
    ) -> None:
        """Follow arguments to the function that a process or worker will call."""
        # Process and Thread, and what passes their arguments on
        for function, arguments in (("target", "args"), ("initializer", "initargs")):
            if isinstance(keywords.get(function), Function):
                items = self.items(keywords.get(arguments, Group(())))
                self.pass_on(keywords[function], items, {})
        if not isinstance(callee, Named):
            return
        if callee.name.endswith(("Pool", "PoolExecutor")):
            for function, arguments in pairwise(given):  # the same by position
                if isinstance(function, Function):
                    self.pass_on(function, self.items(arguments), {})
        function = next(iter(given), UNKNOWN)
        if not isinstance(function, Function):
            return
        match callee.name.rpartition("Pool.")[2] if "Pool." in callee.name else "":
            case "apply" | "apply_async":
                arguments = keywords.get(
                    "args", given[1] if len(given) > 1 else NOTHING
                )
                self.pass_on(function, self.items(arguments), {})
            case "map" | "map_async" | "imap" | "imap_unordered" if len(given) > 1:
                self.pass_on(function, [element(given[1])], {})
            case "starmap" | "starmap_async" if len(given) > 1:
                self.pass_on(function, self.items(element(given[1])), {})
        match callee.name:
            case "concurrent.futures.Executor.submit":
                self.pass_on(function, given[1:], keywords)
            case "concurrent.futures.Executor.map":
                self.pass_on(function, [element(kind) for kind in given[1:]], {})
            case "concurrent.futures.Future.add_done_callback":
                self.pass_on(function, [Object("concurrent.futures.Future")], {})

    def items(self, kind: Kind) -> list[Kind]:
        """The items of args=(...); of a list, as many as anybody may want."""
        if isinstance(kind, Group):
            return list(kind.items)
        return [kind.item] * 20 if isinstance(kind, Many) else []

    def pass_on(
        self, function: Function, given: list[Kind], keywords: dict[str | None, Kind]
    ) -> None:
        """Learn what a function's parameters are from one call."""
        arguments = function.node.args
        names = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
        pairs = list(zip(names[function.bound :], given, strict=False))
        named = {*names, *(each.arg for each in arguments.kwonlyargs)}
        pairs += [(key, kind) for key, kind in keywords.items() if key in named]
        if arguments.vararg:
            rest = given[len(names) - function.bound :]
            pairs.append((arguments.vararg.arg, Group(tuple(rest))))
        for name, kind in pairs:
            key = function.node, name
            self.parameters[key] = join(self.parameters.get(key, NOTHING), kind)
