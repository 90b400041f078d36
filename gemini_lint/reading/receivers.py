"""What the object was made with whose method is called: a client, a model, a chat."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Argument
from gemini_lint.clients import Libraries
from gemini_lint.clients.declaration import Function, Library
from gemini_lint.reading import model_prefixes
from gemini_lint.reading.drafting import Draft
from gemini_lint.reading.routing import Router, Way
from gemini_lint.values import Instance, Literal, Place, Value


class Receivers:
    """What the objects of one file bring to the calls of their methods."""

    def __init__(self, libraries: Libraries, router: Router) -> None:
        self.libraries = libraries
        self.router = router

    def inherit(self, draft: Draft, receiver: Instance) -> None:
        """Take the arguments that the object was made with: a chat's, a model's."""
        made = self.libraries.function(receiver.maker) if receiver.maker else None
        if made is None:
            draft.complete = False
            return
        if isinstance(receiver.receiver, Instance) and made[1].continues:
            self.inherit(draft, receiver.receiver)
        own = Draft(self.libraries, draft.library)
        places = tuple(_place(value, receiver.place) for value in receiver.positional)
        own.take(made[1], receiver.positional, receiver.keywords, places, "client")
        draft.parameters.update(own.parameters)
        draft.model = own.model or draft.model
        draft.names = own.names if own.model is not None else draft.names
        draft.provider = own.provider or draft.provider
        draft.clients = own.clients or draft.clients
        draft.templates.extend(own.templates)
        draft.safety_settings = own.safety_settings or draft.safety_settings
        draft.tools = own.tools or draft.tools
        draft.complete = draft.complete and own.complete and receiver.complete
        if draft.model is None and made[1].default_model and own.complete and receiver.complete:
            draft.model = default_model(made[1], receiver.place)

    def made(self, value: Instance) -> Draft | None:
        """Return what an object says of the requests that go through it, if they are Gemini's."""
        found = self.libraries.function(value.maker)
        if found is None or found[0].by_address:
            return None
        draft = Draft(self.libraries, found[0])
        self.inherit(draft, value)
        if not model_prefixes.settle(draft, self.made):
            return None
        way = self.way(draft, found[0], found[1], value)
        draft.implied, draft.implied_by = self.router.backends(way)
        return draft

    def way(
        self, draft: Draft, library: Library, function: Function, receiver: Instance | None
    ) -> Way:
        """Return what decides where a call goes."""
        makers = tuple(self._makers(receiver))
        return Way(
            library,
            function,
            draft,
            clients=tuple(self._client(library, *maker) for maker in makers),
            given=tuple(self._given_clients(draft)),
            of_object=receiver is not None,
            made_in=tuple(made.place.path for made, _ in makers),
        )

    def _given_clients(self, draft: Draft) -> Iterator[Draft]:
        """Yield what the clients of other libraries were made with that a call is given."""
        for value in draft.clients:
            own = Draft(self.libraries, draft.library)
            self.inherit(own, value)
            yield own

    def _makers(self, receiver: Instance | None) -> Iterator[tuple[Instance, Function]]:
        """Yield the client of a call, if it is known, with the function that made it; before
        it the one that was made of it with other options."""
        current: Value | None = receiver
        while isinstance(current, Instance):
            made = self.libraries.function(current.maker) if current.maker else None
            makes = made is not None and (made[1].method is None or made[1].returns)
            if made is not None and makes and _is_client(current):
                yield current, made[1]
            current = current.receiver

    def _client(self, library: Library, made: Instance, function: Function) -> Draft:
        """Return what a client was made with."""
        draft = Draft(self.libraries, library, complete=made.complete)
        draft.take(function, made.positional, made.keywords, (made.place,), "client")
        return draft


def _is_client(value: Instance) -> bool:
    """Tell whether an object comes of nothing, or of one of its own kind."""
    made_of = value.receiver
    return made_of is None or (isinstance(made_of, Instance) and made_of.name == value.name)


def default_model(function: Function, place: Place) -> Argument:
    """Return the model that a function takes where it is given none."""
    via = f"the default of {function.name.rpartition('.')[2]}()"
    return Argument("model", Literal(function.default_model, place, via), place, place)


def _place(value: Value, otherwise: Place) -> Place:
    place = getattr(value, "place", None)
    return place if isinstance(place, Place) else otherwise
