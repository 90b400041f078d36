"""The client libraries through which Python code reaches Gemini: declarations only."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from importlib import import_module
from itertools import chain

from gemini_lint.clients.declaration import Field, Function, Library, Shape

_MODULES = (
    "google_genai", "google_generativeai", "vertexai", "generativelanguage", "rest", "openai",
    "google_adk", "langchain_google_genai", "langchain_google_vertexai", "langchain", "litellm",
    "litellm_users", "pydantic_ai", "llama_index", "instructor", "frameworks",
    "openai_users",
)  # fmt: skip

# ends of names that any object may have: only looked at behind the name of their group
_COMMON = frozenset({
    "get", "list", "create", "update", "delete", "cancel", "connect", "run", "close", "init",
    "download", "upload", "validate_reward", "tune", "files", "ping", "generate", "parse", "stream",
})  # fmt: skip

__all__ = ["Field", "Function", "Libraries", "Library", "Shape", "load"]


class Libraries:
    """All declared libraries, looked up by dotted name."""

    def __init__(self, libraries: tuple[Library, ...]) -> None:
        self.all = libraries
        self._canonical = lru_cache(4096)(self._respelt)

    @cached_property
    def _functions(self) -> dict[str, tuple[Library, Function]]:
        return {
            name: (library, function)
            for library in self.all
            for name, function in library.functions.items()
        }

    @cached_property
    def _aliases(self) -> list[tuple[str, str]]:
        aliases = [pair for library in self.all for pair in library.aliases.items()]
        return sorted(aliases, key=lambda pair: -len(pair[0]))

    @cached_property
    def _classes(self) -> frozenset[str]:
        made = {function.returns for _, function in self._functions.values()} - {""}
        return frozenset(made).union(*(library.classes for library in self.all))

    @cached_property
    def endings(self) -> dict[str, frozenset[str]]:
        """Last parts of the names of all functions, each with the parts that may precede it.

        What may precede is left open (an empty set) for methods of an object that can have
        any name.
        """
        endings: dict[str, set[str]] = {}
        for name in self._functions:
            owner, _, last = name.rpartition(".")
            group = "" if owner in self._classes else owner.rpartition(".")[2]
            endings.setdefault(last, set()).add(group)
        return {last: frozenset(groups) for last, groups in endings.items()}

    def may_name_function(self, last: str, before: str) -> bool:
        """Tell whether `….before.last` may be a function; `before` is empty for no name."""
        groups = self.endings.get(last)
        if groups is None:
            return False
        return "" in groups or before in groups or last not in _COMMON

    def canonical(self, name: str) -> str:
        """Return the one spelling that the declarations use for a dotted name."""
        return self._canonical(name)

    def _respelt(self, name: str) -> str:
        for alias, target in self._aliases:
            if name == alias or name.startswith(alias + "."):
                return target + name[len(alias) :]
        return name

    @cached_property
    def _roots(self) -> dict[str, list[tuple[str, Library]]]:
        """Roots and their libraries by the first part of the name, which is looked up fast."""
        roots: dict[str, list[tuple[str, Library]]] = {}
        for library in self.all:
            for root in library.roots:
                roots.setdefault(root.partition(".")[0], []).append((root, library))
        return roots

    def knows(self, name: str) -> bool:
        """Tell whether a dotted name belongs to a library, or leads to one."""
        near = self._roots.get(name.partition(".")[0], ())
        return any(_is_below(name, root) or root.startswith(name + ".") for root, _ in near)

    def yields(self, name: str) -> bool:
        """Tell whether a module of the project that has that name is meant instead."""
        near = self._roots.get(name.partition(".")[0], ())
        return any(library.yields for _, library in near)

    def library(self, name: str) -> Library | None:
        """Return the library that a dotted name belongs to."""
        near = self._roots.get(name.partition(".")[0], ())
        return next((library for root, library in near if _is_below(name, root)), None)

    def shape_of(self, name: str) -> Shape | None:
        """Return the shape of a library's class, None for anything else."""
        for root, library in self._roots.get(name.partition(".")[0], ()):
            if name.startswith(root + "."):
                return library.shapes(name[len(root) + 1 :])
        return None

    def function(self, name: str) -> tuple[Library, Function] | None:
        """Return the function of that name, synchronous or not."""
        found = self._functions.get(name)
        return found or self._functions.get(name.replace(".aio.", "."))

    @cached_property
    def telling(self) -> dict[str, tuple[Library, str]]:
        """Ends of names that tell whose function is meant, with library and function."""
        return {
            end: (library, name) for library in self.all for end, name in library.telling.items()
        }

    @cached_property
    def telling_names(self) -> frozenset[str]:
        """The last names of `telling`."""
        return frozenset(end.rpartition(".")[2] for end in self.telling)

    def returned(self, name: str) -> str | None:
        """Return the class of a function's result."""
        found = self.function(name)
        return found[1].returns or None if found is not None else None

    def is_class(self, name: str) -> bool:
        """Tell whether objects of that class have methods worth following."""
        return name in self._classes


def _is_below(name: str, root: str) -> bool:
    return name == root or name.startswith(root + ".")


@cache
def load() -> Libraries:
    """Return all declared libraries."""
    modules = [import_module(f"gemini_lint.clients.{name}") for name in _MODULES]
    libraries = (getattr(module, "LIBRARIES", None) or (module.LIBRARY,) for module in modules)
    return Libraries(tuple(chain.from_iterable(libraries)))
