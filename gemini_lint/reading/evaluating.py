"""The static evaluator: from an expression to what is known of its value.

It is lazy: an expression is evaluated when a call needs it, once, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import libcst as cst
from msgspec.structs import replace

from gemini_lint.clients import Libraries
from gemini_lint.reading import (
    argument_parsers,
    copies,
    known_calls,
    mutating,
    narrowing,
    operators,
    texts,
    unseen_objects,
)
from gemini_lint.reading.annotations import annotated
from gemini_lint.reading.attributes import Attributes
from gemini_lint.reading.combining import (
    choose,
    spread,
    spread_mapping,
    with_origin,
)
from gemini_lint.reading.conditions import asks_client, tests_model
from gemini_lint.reading.filtered_mappings import filtered
from gemini_lint.reading.guards import any_asks_client, tells_models_apart
from gemini_lint.reading.handing_over import Handed
from gemini_lint.reading.objects import (
    BoundMethod,
    LocalClass,
    LocalFunction,
    LocalObject,
)
from gemini_lint.reading.pipes import piped
from gemini_lint.reading.program import Binding, Frame, Mutation, Scope
from gemini_lint.reading.reaching import find, reaching
from gemini_lint.reading.walking import constant, single_index
from gemini_lint.reading.weighing import Scales
from gemini_lint.reading.workspace import Workspace
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Entry,
    Instance,
    Literal,
    Mapping,
    Member,
    Opaque,
    Place,
    Sequence as Items,
    Symbol,
    Unknown,
    Value,
    is_none,
    is_text,
    possibilities,
)

_DEEPEST = 40
_Handler = Callable[["Evaluator", cst.CSTNode, Frame], Value]


class Evaluator:
    """Evaluates expressions of the files of one workspace."""

    def __init__(self, workspace: Workspace, libraries: Libraries) -> None:
        self.workspace = workspace
        self.libraries = libraries
        self.attributes = Attributes(self)
        self._memo: dict[tuple[cst.CSTNode, int, Scope], Value] = {}
        self._active: set[tuple[cst.CSTNode, int, Scope]] = set()
        self._depth = 0
        self._scales = Scales()
        self._guarded: set[tuple[cst.CSTNode, int, Scope]] = set()
        self._asking: set[tuple[cst.CSTNode, int, Scope]] = set()
        self.guards = 0
        self.asked = 0
        self.changes: dict[tuple[str, str], dict[Scope, list[Mutation]]] = {}
        self.handed: dict[str, dict[str, list[Handed]]] = {}
        self.aliases: dict[Scope, dict[str, list[tuple[str, Binding]]]] = {}

    def release(self) -> None:
        """Undo the reference cycle with `attributes`; nothing can be evaluated any more."""
        del self.attributes

    def evaluate(self, node: cst.CSTNode, frame: Frame) -> Value:
        """Return what is known of an expression that stands at `frame`."""
        key = (node, frame.order, frame.scope)
        if (known := self._memo.get(key)) is not None:
            self.guards += key in self._guarded
            self.asked += key in self._asking
            return known
        handler = _HANDLERS.get(type(node))
        if handler is None or key in self._active or self._depth > _DEEPEST:
            return UNKNOWN
        guards, asked = self.guards, self.asked
        self._active.add(key)
        self._depth += 1
        try:
            value = handler(self, node, frame)
        except RecursionError:
            if self._depth > 1:
                raise
            value = UNKNOWN
        finally:
            self._depth -= 1
            self._active.discard(key)
        self._keep_conditions(key, guards, asked)
        self._memo[key] = UNKNOWN if self._scales.is_too_heavy(value) else value
        return self._memo[key]

    def _keep_conditions(
        self, key: tuple[cst.CSTNode, int, Scope], guards: int, asked: int
    ) -> None:
        """Remember that conditions decided about a value, for the next time it is asked for."""
        if self.guards > guards:
            self._guarded.add(key)
        if self.asked > asked:
            self._asking.add(key)

    def note_guards(self, frame: Frame, at: Frame) -> None:
        """Count the conditions on the model, and on the client's backend, that decide whether
        code at `frame` counts."""
        if frame.arms or frame.passed:
            self.guards += tells_models_apart(frame, at)
            self.asked += any_asks_client(arm for arm in frame.arms if arm not in at.arms)

    def place(self, node: cst.CSTNode, frame: Frame) -> Place:
        """Return the place of a node."""
        return Place(frame.scope.path, node)

    # Names

    def name(self, name: str, frame: Frame, node: cst.CSTNode) -> Value:
        """Return what a name means at `frame`."""
        found = find(name, frame)
        if found is None:
            return self.unbound(name, frame, node)
        reached = reaching(found)
        for binding in reached.bindings:
            self.note_guards(binding.frame, frame)
        values = [
            self.bound(name, binding, reached.bindings, frame) for binding in reached.bindings
        ]
        return choose(values, reached.definite)

    def bound(self, name: str, binding: Binding, others: Sequence[Binding], frame: Frame) -> Value:
        """Return what a name is at `frame` if it was bound there."""
        value = narrowing.of_name(self, name, self.binding(binding), binding, others, frame)
        return mutating.after_binding(self, name, binding, value, frame)

    def unbound(self, name: str, frame: Frame, node: cst.CSTNode) -> Value:
        for binding in frame.scope.module().bindings.get("*", ()):
            value = self.workspace.star(str(binding.detail), name, frame.scope.path, self)
            if value is not None:
                return value
            dotted = f"{binding.detail}.{name}"
            if self.libraries.knows(dotted):
                return Symbol(self.libraries.canonical(dotted), self.place(node, frame))
        return Symbol(f"builtins.{name}", self.place(node, frame))

    def binding(self, binding: Binding) -> Value:
        """Return the value that one binding gives its name."""
        node, frame = binding.node, binding.frame
        if binding.kind == "value":
            return self.evaluate(node, frame)
        if binding.kind == "enter":
            return self.entered(self.evaluate(node, frame))
        if binding.kind == "element":
            return operators.element(self.evaluate(node, frame))
        if binding.kind == "item":
            return self.item(binding)
        if binding.kind == "import":
            return self.workspace.imported(str(binding.detail), node, frame, self)
        if binding.kind == "parameter":
            return self.parameter(node, frame)
        if binding.kind == "augmented":
            return self.evaluate(node, frame)
        return self.definition(binding)

    def definition(self, binding: Binding) -> Value:
        node, frame = binding.node, binding.frame
        program = self.workspace.program(frame.scope.path)
        scope = program.scopes.get(node) if program is not None else None
        if scope is None:
            return UNKNOWN
        if binding.kind == "function" and isinstance(node, cst.FunctionDef):
            return Opaque(LocalFunction(node, scope))
        if binding.kind == "class":
            return Opaque(LocalClass(scope, frame))
        return UNKNOWN

    def item(self, binding: Binding) -> Value:
        if not isinstance(binding.detail, tuple):
            return UNKNOWN
        kind, path = binding.detail
        value = self.evaluate(binding.node, binding.frame)
        if kind == "element":
            value = operators.element(value)
        for number in path:
            value = spread(value, lambda option, at=number: operators.item(option, at))  # type: ignore[misc]
        return value

    def entered(self, value: Value) -> Value:
        """Return what `with value as name` binds."""
        return spread(value, lambda option: option)

    def parameter(self, node: cst.CSTNode, frame: Frame) -> Value:
        annotation = getattr(node, "annotation", None)
        default = getattr(node, "default", None)
        known: list[Value] = []
        if isinstance(default, cst.BaseExpression):
            name = node.name.value if isinstance(node, cst.Param) else ""
            value = self.evaluate(default, outside(frame))
            known.append(with_origin(value, f"the default of parameter {name}"))
        known.append(argument_parsers.decorated_default(self, node, frame))
        if isinstance(annotation, cst.Annotation):
            known.append(annotated(self, annotation.annotation, outside(frame)))
        options = [value for value in known if not is_none(value)]
        return choose(options, complete=False) if options else UNKNOWN

    def augmented(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.AugAssign)
        sign = operators.AUGMENTED.get(type(node.operator))
        if not isinstance(node.target, cst.Name) or sign is None:
            return UNKNOWN
        before = self.name(node.target.value, frame, node.target)
        added = self.evaluate(node.value, frame)
        place = self.place(node.value, frame)
        if sign is cst.Add:
            return add(before, added, place)
        if sign is cst.BitOr:
            return operators.merged(before, added, place)
        return operators.arithmetic(sign(), before, added, place)

    # Expressions

    def call(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.Call)
        if known_calls.is_schema(node.func):
            return Mapping((), self.place(node, frame), complete=False)
        function = self.evaluate(node.func, frame)
        if isinstance(function, Unknown):
            return self.call_of_unknown(node, frame)
        return spread(function, lambda option: self.call_of(option, node, frame))

    def call_of_unknown(self, node: cst.Call, frame: Frame) -> Value:
        """Return what a method gives that is only known by its name."""
        if is_get(node.func):
            return known_calls.get_from_unknown(self, node, frame)
        if copies.is_dump(node) and isinstance(node.func, cst.Attribute):
            owner = self.evaluate(node.func.value, frame)
            return copies.as_mapping(self, owner, self.place(node, frame), frame)
        return UNKNOWN

    def call_of(self, function: Value, node: cst.Call, frame: Frame) -> Value:
        """Return what calling one function with the arguments of `node` gives."""
        if isinstance(function, Symbol):
            return self.call_symbol(function.name, node, frame)
        if isinstance(function, Member):
            return self.call_member(function, node, frame)
        if isinstance(function, Instance):
            return self.libraries_call(function, node, frame)
        if not isinstance(function, Opaque):
            return UNKNOWN
        if isinstance(function.what, LocalFunction):
            return self.returned(function.what)
        if isinstance(function.what, LocalClass):
            made = self.instance("", node, frame)
            return Opaque(LocalObject(function.what.scope, made))
        if isinstance(function.what, BoundMethod):
            return known_calls.method(self, function.what, node, frame)
        return UNKNOWN

    def call_symbol(self, name: str, node: cst.Call, frame: Frame) -> Value:
        handler = known_calls.FUNCTIONS.get(name)
        if handler is not None:
            return handler(self, node, frame)
        made = copies.validated(self, name, node, frame)
        if made is not None:
            return made
        if is_get(node.func) and self.libraries.function(name) is None:
            return known_calls.get_from_unknown(self, node, frame)
        returned = self.libraries.returned(name)
        return self.instance(returned or name, node, frame, maker=name)

    def call_member(self, member: Member, node: cst.Call, frame: Frame) -> Value:
        maker = f"{member.owner.name}.{member.path}"
        known = known_calls.of_member(self, member, node, frame)
        if known is not None:
            return known
        if is_get(node.func) and self.libraries.function(maker) is None:
            return known_calls.get_from_unknown(self, node, frame)
        returned = self.libraries.returned(maker)
        made = self.instance(returned or maker, node, frame, maker=maker)
        return replace(made, receiver=member.owner)

    def libraries_call(self, function: Instance, node: cst.Call, frame: Frame) -> Value:
        if function.name in known_calls.ENVIRONMENTS:
            return known_calls.environment(self, node, frame)
        if function.name != "functools.partial" or not function.positional:
            return UNKNOWN
        return self.call_of(function.positional[0], node, frame)

    def instance(self, name: str, node: cst.Call, frame: Frame, maker: str = "") -> Instance:
        """Return the object that a call makes, with its arguments."""
        positional, keywords, complete = self.arguments(node.args, frame)
        place = self.place(node, frame)
        return Instance(name, positional, keywords, place, complete, maker=maker or name)

    def arguments(
        self, arguments: Sequence[cst.Arg], frame: Frame
    ) -> tuple[tuple[Value, ...], tuple[Entry, ...], bool]:
        """Return positional and keyword arguments, and whether these are all."""
        positional: list[Value] = []
        keywords: list[Entry] = []
        complete = True
        for argument in arguments:
            value = self.evaluate(argument.value, frame)
            if argument.star == "*":
                items = value.items if isinstance(value, Items) else ()
                complete = complete and isinstance(value, Items) and value.complete
                positional.extend(items)
            elif argument.star == "**":
                entries, whole = spread_mapping(value)
                keywords.extend(entries)
                complete = complete and whole
            elif argument.keyword is not None:
                key = self.place(argument.keyword, frame)
                keywords.append(Entry(argument.keyword.value, value, key))
            else:
                positional.append(value)
        return tuple(positional), tuple(keywords), complete

    def returned(self, function: LocalFunction) -> Value:
        """Return what a function of the project gives, whatever it is called with."""
        if isinstance(function.node, cst.Lambda):
            inside = Frame(function.scope, 2**62)
            return self.evaluate(function.node.body, inside)
        start = Frame(function.scope, 0)
        for _, frame in function.scope.returns:
            self.note_guards(frame, start)
        values = [self.evaluate(node, frame) for node, frame in function.scope.returns]
        returns = function.node.returns
        if returns is not None and all(_says_nothing(value) for value in values):
            return annotated(self, returns.annotation, outside(start))
        return choose(values, complete=True)

    def attribute(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.Attribute)
        value = self.attributes.of(node, frame)
        if node.attr.value in self.libraries.telling_names:
            value = unseen_objects.method(self, value, node, frame)
        return narrowing.of_attribute(self, node, value, frame)

    def subscript(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.Subscript)
        index = single_index(node)
        if index is None:
            return self.cut(node, frame)
        owner = self.evaluate(node.value, frame)
        if isinstance(owner, Symbol) and not owner.name.endswith("environ"):
            return Opaque(node)
        key = self.evaluate(index, frame)
        return spread(owner, lambda option: operators.lookup(option, key))

    def cut(self, node: cst.Subscript, frame: Frame) -> Value:
        """`model[len("google/"):]`."""
        part = node.slice[0].slice
        if len(node.slice) != 1 or not isinstance(part, cst.Slice) or part.lower is None:
            return UNKNOWN
        if part.upper is not None or part.step is not None:
            return UNKNOWN
        length = self.evaluate(part.lower, frame)
        return texts.without_beginning(self.evaluate(node.value, frame), length)

    def binary(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.BinaryOperation)
        place = self.place(node, frame)
        if isinstance(node.operator, cst.Add):
            return texts_or_items(self.chain(node, frame), place)
        left = self.evaluate(node.left, frame)
        right = self.evaluate(node.right, frame)
        if isinstance(node.operator, cst.Modulo):
            return spread(left, lambda option: operators.percent(option, right))
        if isinstance(node.operator, cst.BitOr):
            chain = piped(self.libraries, left, right, place)
            return chain or operators.merged(left, right, place)
        return operators.arithmetic(node.operator, left, right, place)

    def chain(self, node: cst.BinaryOperation, frame: Frame) -> list[Value]:
        """Evaluate `a + b + c` without descending once for each `+`."""
        parts: list[Value] = []
        current: cst.BaseExpression = node
        while isinstance(current, cst.BinaryOperation) and isinstance(current.operator, cst.Add):
            parts.append(self.evaluate(current.right, frame))
            current = current.left
        parts.append(self.evaluate(current, frame))
        return parts[::-1]

    def unary(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.UnaryOperation)
        value = self.evaluate(node.expression, frame)
        place = self.place(node, frame)
        return spread(value, lambda option: operators.negated(node.operator, option, place))

    def boolean(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.BooleanOperation)
        left, right = self.evaluate(node.left, frame), self.evaluate(node.right, frame)
        if isinstance(node.operator, cst.And):
            return choose([right], complete=False)
        if isinstance(left, Literal):
            return left if left.value else right
        fallback = with_origin(right, 'the fallback after "or"')
        kept = [option for option in possibilities(left) if not _is_falsy(option)]
        return choose([*kept, fallback], complete=not _is_open(left))

    def conditional(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.IfExp)
        self.guards += tests_model(node.test, frame.scope)
        self.asked += asks_client(node.test)
        if_true, if_false = narrowing.within(frame, node.test)
        values = [self.evaluate(node.body, if_true), self.evaluate(node.orelse, if_false)]
        return choose(values, complete=True)

    def string(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.SimpleString)
        return self._constant(node, frame)

    def number(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, (cst.Integer, cst.Float, cst.Imaginary))
        return self._constant(node, frame)

    def _constant(
        self, node: cst.SimpleString | cst.Integer | cst.Float | cst.Imaginary, frame: Frame
    ) -> Value:
        value = constant(node)
        return UNKNOWN if value is None else Literal(value, self.place(node, frame))

    def concatenated(self, node: cst.CSTNode, frame: Frame) -> Value:
        parts: list[Value] = []
        current = node
        while isinstance(current, cst.ConcatenatedString):
            parts.append(self.evaluate(current.left, frame))
            current = current.right
        parts.append(self.evaluate(current, frame))
        return texts.join(parts, self.place(node, frame))

    def formatted(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.FormattedString)
        parts: list[Value] = []
        for part in node.parts:
            if isinstance(part, cst.FormattedStringText):
                raw = "r" in node.start.lower()
                parts.append(Literal(unescaped(part.value, raw), self.place(part, frame)))
            elif isinstance(part, cst.FormattedStringExpression):
                plain = part.conversion is None and part.format_spec is None
                parts.append(self.evaluate(part.expression, frame) if plain else UNKNOWN)
        return texts.join(parts, self.place(node, frame))

    def items(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, (cst.List, cst.Tuple, cst.Set))
        values: list[Value] = []
        complete = True
        for element in node.elements:
            value = self.evaluate(element.value, frame)
            if not isinstance(element, cst.StarredElement):
                values.append(value)
                continue
            complete = complete and isinstance(value, Items) and value.complete
            values.extend(value.items if isinstance(value, Items) else ())
        return Items(tuple(values), self.place(node, frame), complete)

    def mapping(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.Dict)
        entries: list[Entry] = []
        complete = True
        for element in node.elements:
            value = self.evaluate(element.value, frame)
            if isinstance(element, cst.StarredDictElement):
                added, whole = spread_mapping(value)
                entries.extend(added)
                complete = complete and whole
            elif isinstance(element, cst.DictElement):
                key = operators.key_of(self.evaluate(element.key, frame))
                complete = complete and key is not None
                if key is not None:
                    entries.append(Entry(key, value, self.place(element.key, frame)))
        return Mapping(tuple(entries), self.place(node, frame), complete)

    def comprehension(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, (cst.ListComp, cst.SetComp, cst.GeneratorExp))
        program = self.workspace.program(frame.scope.path)
        scope = program.scopes.get(node) if program is not None else None
        if scope is None:
            return UNKNOWN
        element = self.evaluate(node.elt, replace(frame, scope=scope, order=2**61))
        items = tuple(possibilities(element))
        return Items(items, self.place(node, frame), complete=False)

    def lambda_(self, node: cst.CSTNode, frame: Frame) -> Value:
        program = self.workspace.program(frame.scope.path)
        scope = program.scopes.get(node) if program is not None else None
        if scope is None or not isinstance(node, cst.Lambda):
            return UNKNOWN
        return Opaque(LocalFunction(node, scope))

    def awaited(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.Await)
        return self.evaluate(node.expression, frame)

    def walrus(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.NamedExpr)
        return self.evaluate(node.value, frame)

    def variable(self, node: cst.CSTNode, frame: Frame) -> Value:
        assert isinstance(node, cst.Name)
        constant = _CONSTANTS.get(node.value)
        if constant is not None:
            return Literal(constant[0], self.place(node, frame))
        return self.name(node.value, frame, node)


_CONSTANTS: dict[str, tuple[bool | None]] = {"None": (None,), "True": (True,), "False": (False,)}


def is_get(function: cst.BaseExpression) -> bool:
    """Tell whether a function is called `get`, as a mapping's."""
    return isinstance(function, cst.Attribute) and function.attr.value == "get"


def add(left: Value, right: Value, place: Place) -> Value:
    """`left + right` of strings or sequences."""
    return texts_or_items([left, right], place)


def texts_or_items(parts: Sequence[Value], place: Place) -> Value:
    """Join strings, or sequences, or add numbers."""
    if any(isinstance(part, Items) for part in parts):
        items = tuple(item for part in parts if isinstance(part, Items) for item in part.items)
        complete = all(isinstance(part, Items) and part.complete for part in parts)
        return Items(items, place, complete)
    options = [option for part in parts for option in possibilities(part)]
    if any(is_text(option) for option in options):
        return texts.join(parts, place)
    if len(parts) == 2:
        return operators.arithmetic(cst.Add(), parts[0], parts[1], place)
    return UNKNOWN


def outside(frame: Frame) -> Frame:
    """Return the frame around a function for an expression in its signature."""
    scope = frame.scope
    if scope.frame is None:
        return frame
    return scope.frame


def unescaped(text: str, raw: bool) -> str:
    """Return the text of an f-string part as the program sees it."""
    text = text.replace("{{", "{").replace("}}", "}")
    if raw or "\\" not in text:
        return text
    try:
        return text.encode("latin-1", "backslashreplace").decode("unicode-escape")
    except UnicodeDecodeError:
        return text


def _says_nothing(value: Value) -> bool:
    return isinstance(value, Unknown) or (
        isinstance(value, Opaque) and isinstance(value.what, cst.CSTNode)
    )


def _is_falsy(value: Value) -> bool:
    return isinstance(value, Literal) and not value.value


def _is_open(value: Value) -> bool:
    return isinstance(value, Unknown) or (isinstance(value, Choice) and not value.complete)


_HANDLERS: dict[type[cst.CSTNode], _Handler] = {
    cst.AugAssign: Evaluator.augmented,
    cst.Name: Evaluator.variable,
    cst.Attribute: Evaluator.attribute,
    cst.Call: Evaluator.call,
    cst.Subscript: Evaluator.subscript,
    cst.SimpleString: Evaluator.string,
    cst.ConcatenatedString: Evaluator.concatenated,
    cst.FormattedString: Evaluator.formatted,
    cst.Integer: Evaluator.number,
    cst.Float: Evaluator.number,
    cst.Imaginary: Evaluator.number,
    cst.List: Evaluator.items,
    cst.Tuple: Evaluator.items,
    cst.Set: Evaluator.items,
    cst.Dict: Evaluator.mapping,
    cst.ListComp: Evaluator.comprehension,
    cst.SetComp: Evaluator.comprehension,
    cst.GeneratorExp: Evaluator.comprehension,
    cst.BinaryOperation: Evaluator.binary,
    cst.UnaryOperation: Evaluator.unary,
    cst.BooleanOperation: Evaluator.boolean,
    cst.IfExp: Evaluator.conditional,
    cst.DictComp: filtered,
    cst.Lambda: Evaluator.lambda_,
    cst.Await: Evaluator.awaited,
    cst.NamedExpr: Evaluator.walrus,
}
