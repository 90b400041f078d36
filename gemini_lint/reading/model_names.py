"""Strings that a name or key shows to be a model's: constants, defaults, settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import libcst as cst

from gemini_lint.call import BACKENDS, Backend, Call, LibraryImport, ModelName
from gemini_lint.clients import Libraries
from gemini_lint.reading.classes import is_enum
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.importing import library_imports
from gemini_lint.reading.program import Binding, CallSite, Frame, Mutation, Program, Scope
from gemini_lint.reading.walking import constant, dotted
from gemini_lint.regexes import regex
from gemini_lint.values import Literal, Mapping, Sequence, Value, literals

_MODEL_WORD = regex(r"(?:^|[^a-z])(?:models?|engines?|llms?)(?:$|[^a-z])", re.IGNORECASE)
_MODEL_WORDS = ("model", "engine", "llm")
_CAMEL = regex(r"([a-z])([A-Z])")
# Names of lists that say what is gone: they are there to be asked, not used.
_GONE = regex(
    r"deprecat|retired|removed|obsolete|unsupported|sunset|shut_?down|discontinued|end_of_life",
    re.IGNORECASE,
)
# What a row of a table of models says of each, and no settings do.
_FACT = regex(
    r"pric|cost|context_?(?:window|length|size)|max_?input|rate_?limit|rpm|tpm"
    r"|_per_(?:\d|[mk](?:$|_)|mil|char|tok|image|sec|min|hour|day|req)"
)
# What an answer of the API holds beside the model that gave it.
_ANSWERS = frozenset({"candidates", "usage_metadata", "usageMetadata"})
# types in a set: isinstance is slow on libcst's abstract classes
_HOLD_NAMES = frozenset({
    cst.SimpleString, cst.Call, cst.List, cst.Tuple, cst.BooleanOperation, cst.IfExp,
    cst.ConcatenatedString,
})  # fmt: skip
_ID = regex(r"[a-z0-9][\w.@/-]*", re.IGNORECASE)
# `logger.info("sent", model="…")`, `self._log_usage(model="…")`
_LOG = regex(r"(?:^|[._])log(?:s|ger|ging)?(?:$|[._])")


def model_names(
    program: Program, evaluator: Evaluator, calls: Iterable[Call], imports: Iterable[LibraryImport]
) -> Iterator[ModelName]:
    """Yield the strings of a file that are a model's name and reach no recognised call."""
    calls = tuple(calls)
    sdks = [item.sdk for item in imports] or [call.sdk for call in calls]
    if not sdks:
        return
    backends = _backends(calls, sdks[0], evaluator.libraries)
    seen = {literal.place for literal in _used(call for call in calls if not _is_unseen(call))}
    for owner in (program, *_imported(program, evaluator)):
        for name, value in _named(owner, evaluator):
            for literal, peers in _candidates(name, value):
                if literal.place not in seen and literal.place.path == owner.path:
                    seen.add(literal.place)
                    yield ModelName(literal, peers, sdks[0], backends, literal.place)


def _imported(program: Program, evaluator: Evaluator) -> Iterator[Program]:
    """Yield the modules of the project that a file imports and that import no library: what
    they hold is meant for the library of the importing file."""
    seen: set[str] = set()
    for bindings in program.scope.bindings.values():
        for binding in bindings if bindings[-1].kind == "import" else ():
            dotted = str(binding.detail)
            found = evaluator.workspace.naming_models(dotted, program.path)
            if found is None or found.path in seen:
                continue
            seen.add(found.path)
            if not any(library_imports(found, evaluator.libraries)):
                yield found


def _used(calls: Iterable[Call]) -> Iterator[Literal]:
    for call in calls:
        for argument in (call.model, call.agent):
            for literal in literals(argument.value) if argument is not None else ():
                yield literal
                yield from literal.pieces


def _backends(calls: tuple[Call, ...], sdk: str, libraries: Libraries) -> tuple[Backend, ...]:
    # a value such as `types.Part.from_uri(…)` goes wherever its request goes
    known = {
        call.backends for call in calls if ".types." not in call.callee and not _is_unseen(call)
    }
    if len(known) == 1:
        return known.pop()
    if known:
        return BACKENDS
    fixed = {library.backend.fixed for library in libraries.all if library.sdk == sdk}
    return ("vertex",) if fixed == {"vertex"} else ("gemini-api",)


def _is_unseen(call: Call) -> bool:
    """Tell whether a call goes through a client that is handed in and may be of any backend: the
    model is judged on both there, and by its name on the one that the file is likely to use."""
    return call.backend_origin == "unseen"


@lru_cache(4096)
def is_models(name: str) -> bool:
    """Tell whether a name or key says that its value is a model in use; an id does not."""
    name = name.removeprefix("models/")
    if not any(word in name.lower() for word in _MODEL_WORDS) or _GONE.search(name):
        return False
    return _MODEL_WORD.search(_CAMEL.sub(r"\1_\2", name).replace("_", " ")) is not None


def _named(program: Program, evaluator: Evaluator) -> Iterator[tuple[str, Value]]:
    scopes = [program.scope, *program.scopes.values()]
    for scope in scopes:
        if is_enum(scope):
            yield from _of_enum(scope, evaluator)
            continue
        for name, bindings in [*scope.bindings.items(), *scope.attributes.items()]:
            yield from _bound(name, bindings, scope, evaluator)
    sites = [site for site in program.calls if not site.frame.expects_error]
    for site in sites:
        if not site.is_item:
            yield from _keywords(site, evaluator)
    yield from _of_rows([site for site in sites if site.is_item], evaluator)
    for mutations in program.mutations.values():
        for mutation in mutations:
            yield from _set_inside(mutation, evaluator)


def _set_inside(mutation: Mutation, evaluator: Evaluator) -> Iterator[tuple[str, Value]]:
    """`self.config.model = "…"`, `options["model"] = "…"`."""
    step = mutation.steps[-1] if mutation.steps else ""
    text = constant(step) if isinstance(step, cst.SimpleString) else step
    if mutation.kind not in ("set", "setdefault") or mutation.frame.expects_error:
        return
    if (
        isinstance(text, str)
        and mutation.value is not None
        and _may_hold_name(text, mutation.value)
    ):
        yield text, evaluator.evaluate(mutation.value, mutation.frame)


def _of_enum(scope: Scope, evaluator: Evaluator) -> Iterator[tuple[str, Value]]:
    """Yield the members of an Enum together: one that lives shows that they are a choice."""
    assert isinstance(scope.node, cst.ClassDef)
    name = scope.node.name.value
    members = [item for bound in scope.bindings.values() for item in bound if item.kind == "value"]
    values = [
        evaluator.evaluate(member.node, member.frame)
        for member in members
        if _may_hold_name(name, member.node)
    ]
    if values and is_models(name):
        yield name, Sequence(tuple(values), evaluator.place(scope.node, members[0].frame))


def _bound(
    name: str, bindings: Iterable[Binding], scope: Scope, evaluator: Evaluator
) -> Iterator[tuple[str, Value]]:
    for binding in bindings:
        node = binding.node
        if binding.kind == "parameter":
            node = getattr(node, "default", None) or node
        if binding.kind in ("value", "parameter") and _may_hold_name(name, node):
            frame = scope.frame if binding.kind == "parameter" else binding.frame
            yield name, evaluator.evaluate(node, frame or binding.frame)
            if is_models(name):
                yield from _offered(name, node, frame or binding.frame, evaluator)


def _offered(
    name: str, node: cst.CSTNode, frame: Frame, evaluator: Evaluator
) -> Iterator[tuple[str, Value]]:
    """`model = st.selectbox("Model", ["…", "…"])`: one of them will be chosen."""
    for argument in node.args if isinstance(node, cst.Call) else ():
        if isinstance(argument.value, (cst.List, cst.Tuple)):
            yield name, evaluator.evaluate(argument.value, frame)


def _may_hold_name(name: str, node: cst.CSTNode) -> bool:
    """Tell whether an expression may be a model's name. A set is there to be asked, not used."""
    kind = type(node)
    if kind is cst.Dict:
        return True
    if isinstance(node, cst.Call) and _is_set(node):
        return False
    return kind in _HOLD_NAMES and is_models(name)


def _is_set(node: cst.Call) -> bool:
    return isinstance(node.func, cst.Name) and node.func.value in ("set", "frozenset")


def _keywords(site: CallSite, evaluator: Evaluator) -> Iterator[tuple[str, Value]]:
    keywords = [item.keyword.value for item in site.node.args if item.keyword is not None]
    if _only_tells(site.node) or _is_told(keywords):
        return
    flags = [item.value for item in site.node.args if isinstance(item.value, cst.SimpleString)]
    for argument in site.node.args:
        value = argument.value
        name = argument.keyword.value if argument.keyword is not None else ""
        if name == "default" and _is_option(site.node):
            name = " ".join(str(constant(flag)) for flag in flags)
        if isinstance(value, cst.Dict) or (name and _may_hold_name(name, value)):
            yield name, evaluator.evaluate(value, site.frame)


def _of_rows(sites: Iterable[CallSite], evaluator: Evaluator) -> Iterator[tuple[str, Value]]:
    """Yield what the objects of a list are given together, `[Row(model="…"), Row(model="…")]`:
    one that lives shows that they are a choice."""
    rows: dict[tuple[str | None, str], list[tuple[Value, CallSite]]] = {}
    for site in sites:
        for name, value in _keywords(site, evaluator):
            if isinstance(value, Mapping):
                yield name, value
            else:
                rows.setdefault((dotted(site.node.func), name), []).append((value, site))
    for (_, name), found in rows.items():
        values = tuple(value for value, _ in found)
        _, first = found[0]
        yield name, Sequence(values, evaluator.place(first.node, first.frame))


def _is_told(keys: Iterable[str]) -> bool:
    """Tell whether keys are of a row of facts, or of an answer that is written down."""
    return any(key in _ANSWERS or _FACT.search(key) for key in keys)


def _only_tells(node: cst.Call) -> bool:
    """Tell whether a call speaks of a model that has been asked already: an exception, a line
    of a log, a test's assertion on a mock."""
    name = dotted(node.func) or ""
    own = name.rpartition(".")[2]
    if own.endswith(("Error", "Exception")) or own.startswith("assert"):
        return True
    return "log" in name.lower() and _LOG.search(name.lower()) is not None


def _is_option(node: cst.Call) -> bool:
    function = node.func
    name = function.attr.value if isinstance(function, cst.Attribute) else ""
    return name in ("add_argument", "option", "argument")


def _candidates(name: str, value: Value) -> Iterator[tuple[Literal, tuple[str, ...]]]:
    """Yield each id, with the others that stand beside it in a list or mapping."""
    if isinstance(value, Mapping):
        yield from _of_mapping(name, value)
    elif isinstance(value, Sequence):
        ids = [item for option in value.items for item in literals(option) if _is_id(item)]
        for literal in ids:
            yield literal, tuple(str(item.value) for item in ids if item is not literal)
    elif is_models(name):
        yield from ((literal, ()) for literal in literals(value) if _is_id(literal))


def _of_mapping(name: str, value: Mapping) -> Iterator[tuple[Literal, tuple[str, ...]]]:
    keys = [entry.key for entry in value.entries]
    if _is_told(keys):
        return
    ids = [literal for entry in value.entries for literal in literals(entry.value)]
    peers = (*keys, *(str(literal.value) for literal in ids))
    for entry in value.entries:
        if isinstance(entry.value, (Mapping, Sequence)):
            yield from _candidates(entry.key if is_models(entry.key) else name, entry.value)
        elif is_models(entry.key) or is_models(name):
            for literal in literals(entry.value):
                if _is_id(literal):
                    yield literal, tuple(peer for peer in peers if peer != literal.value)


def _is_id(literal: Literal) -> bool:
    return isinstance(literal.value, str) and _ID.fullmatch(literal.value) is not None
