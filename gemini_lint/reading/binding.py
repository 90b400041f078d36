"""From a call expression to a `Call`: find what is called, put the arguments in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import libcst as cst
from msgspec.structs import replace

from gemini_lint.call import Call
from gemini_lint.clients import Libraries
from gemini_lint.clients.declaration import Function, Library
from gemini_lint.reading import model_prefixes
from gemini_lint.reading.arguments import evaluated_arguments
from gemini_lint.reading.base_classes import defaults, first_base, is_of_base, library_base
from gemini_lint.reading.callees import callees
from gemini_lint.reading.conditions import is_question
from gemini_lint.reading.declared_functions import (
    declared,
    is_borrowed,
    may_be_called,
    may_be_declared,
    passed,
    sdk_of,
    unwrapped,
)
from gemini_lint.reading.drafting import Draft, call_from
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.guards import any_asks_client
from gemini_lint.reading.model_conditions import ModelConditions
from gemini_lint.reading.objects import local_class
from gemini_lint.reading.program import CallSite, Frame, Program
from gemini_lint.reading.receivers import Receivers, default_model
from gemini_lint.reading.routing import Router, without_default
from gemini_lint.reading.temporary_clients import is_temporary
from gemini_lint.values import Entry, Instance, Member, Place, Value, is_certain, is_none


class Binder:
    """Recovers the calls of one file."""

    def __init__(self, program: Program, evaluator: Evaluator, libraries: Libraries) -> None:
        self.program = program
        self.evaluator = evaluator
        self.libraries = libraries
        self.router = Router(program, evaluator)
        self.receivers = Receivers(libraries, self.router)
        self.conditions = ModelConditions(program.calls)

    def calls(self) -> Iterator[Call]:
        """Yield every call of a declared function."""
        for site in self.program.calls:
            if not site.frame.expects_error:
                yield from self.at(site)

    def at(self, site: CallSite) -> Iterator[Call]:
        """Yield the calls that one call expression makes or prepares."""
        node = site.node
        if is_question(node):
            return
        if is_of_base(node.func):
            # fields that the class of the project adds are nobody's mistakes
            base = first_base(self.evaluator, site.frame)
            yield from self.any_of([base], site, ambiguous=True)
        elif may_be_called(self.libraries, node.func, site.frame):
            function = self.evaluator.evaluate(node.func, site.frame)
            options = list(callees(function))
            ambiguous = len({sdk_of(self.libraries, option) for option in options}) > 1 or any(
                local_class(option) for option in options
            )
            if ambiguous or not is_certain(function):
                options = [option for option in options if not is_borrowed(self.libraries, option)]
            yield from self.any_of(options, site, ambiguous=ambiguous)
        for number, argument in enumerate(node.args):
            if not isinstance(argument.value, cst.Attribute):
                continue
            if may_be_declared(self.libraries, argument.value, site.frame):
                handed = self.evaluator.evaluate(argument.value, site.frame)
                rest = node.args[number + 1 :]
                for option in callees(handed):
                    own = passed(self.libraries, option, rest, node.func)
                    yield from self.call(option, argument.value, own, site, handed_on=True)

    def any_of(
        self, functions: Iterable[Value], site: CallSite, *, ambiguous: bool
    ) -> Iterator[Call]:
        """Yield the calls of what a call expression may name."""
        for function in functions:
            for call in self.call(function, site.node.func, site.node.args, site):
                if not ambiguous:
                    yield call
                elif not model_prefixes.is_another_vendors(call.model):
                    yield replace(call, ambiguous=True)

    def call(
        self, function: Value, name: cst.BaseExpression, arguments: Sequence[cst.Arg],
        site: CallSite, *, handed_on: bool = False,
    ) -> Iterator[Call]:  # fmt: skip
        function = unwrapped(function)
        own = local_class(function)
        function = function if own is None else library_base(self.evaluator, own) or function
        found = declared(self.libraries, function)
        if found is None or (handed_on and found[1].method is None):
            return
        guards = self.evaluator.guards
        receiver = function.owner if isinstance(function, Member) else None
        preset = defaults(self.evaluator, own, found[1].shape) if own is not None else ()
        draft = self.draft(found, receiver, arguments, site, preset)
        replaces = self.replaced(draft, found[0], receiver)
        if not model_prefixes.settle(draft, self.receivers.made):
            return
        if not model_prefixes.is_geminis(draft):
            return
        guarded = self.evaluator.guards > guards
        call = self.finished(draft, found[0], draft.streamed(found[1]), receiver, name, site)
        yield replace(
            self.conditions.noted(call, site, guarded),
            complete=call.complete and not handed_on,
            temporary_client=is_temporary(self.evaluator, name, site.frame),
            replaces=replaces,
            overfull=draft.overfull and not handed_on,
        )

    def draft(
        self, found: tuple[Library, Function], receiver: Instance | None,
        arguments: Sequence[cst.Arg], site: CallSite, preset: Iterable[Entry] = (),
    ) -> Draft:  # fmt: skip
        """Return what the arguments of a call say, those of its object, and what its class has
        `preset`."""
        library, function = found
        asked = self.evaluator.asked
        draft = Draft(self.libraries, library)
        if function.continues and receiver is not None:
            self.receivers.inherit(draft, receiver)
        for entry in preset:
            draft.argument(function.shape, entry, "call")
        self.take(draft, function, arguments, site.frame)
        self.default_model(draft, function, site)
        draft.asks_client = self.evaluator.asked > asked or any_asks_client(site.frame.arms)
        return draft

    def take(
        self, draft: Draft, function: Function, arguments: Sequence[cst.Arg], frame: Frame
    ) -> None:
        """Evaluate and take the arguments written at the call."""
        number = 0
        for argument in arguments:
            value = self.evaluator.evaluate(argument.value, frame)
            at = self.evaluator.place(argument.value, frame)
            if argument.star:
                positional, keywords, complete = evaluated_arguments(
                    self.evaluator, [argument], frame
                )
                draft.complete = draft.complete and complete
                draft.take(function, positional, keywords, (at,), "call")
            elif argument.keyword is not None:
                key = self.evaluator.place(argument.keyword, frame)
                entry = Entry(argument.keyword.value, value, key)
                self.put(draft, function, entry, at)
            elif number < len(function.positional):
                entry = Entry(function.positional[number], value, at)
                self.put(draft, function, entry, at)
                number += 1
            else:
                draft.overfull = True

    def put(self, draft: Draft, function: Function, entry: Entry, at: Place) -> None:
        where = function.shape.fields.get(entry.key)
        if where is None:
            draft.reject(function.shape, entry, at)
            return
        if function.continues == "replaces" and where.to == "." and not is_none(entry.value):
            draft.forget_configuration()
            draft.parameter("config", where, entry, at)
        draft.put("", where, entry, at, "call", depth=0)

    def replaced(self, draft: Draft, library: Library, receiver: Instance | None) -> Call | None:
        """Return the call whose configuration this one replaces."""
        if "config" not in draft.parameters or receiver is None:
            return None
        made = self.libraries.function(receiver.maker)
        if made is None:
            return None
        old = Draft(self.libraries, library)
        old.take(made[1], receiver.positional, receiver.keywords, (receiver.place,), "client")
        return call_from(old, library, made[1], self.program.path, receiver.place, receiver.place)

    def default_model(self, draft: Draft, function: Function, site: CallSite) -> None:
        if draft.model is None and function.default_model and draft.complete:
            draft.model = default_model(function, self.evaluator.place(site.node, site.frame))

    def finished(
        self, draft: Draft, library: Library, function: Function, receiver: Instance | None,
        name: cst.BaseExpression, site: CallSite,
    ) -> Call:  # fmt: skip
        place = self.evaluator.place(site.node, site.frame)
        last = name.attr if isinstance(name, cst.Attribute) else name
        name_place = self.evaluator.place(last, site.frame)
        call = call_from(draft, library, function, self.program.path, place, name_place)
        routed = self.router.routed(call, self.receivers.way(draft, library, function, receiver))
        return without_default(routed) if draft.asks_client else routed
