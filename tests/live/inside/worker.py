"""Runs programs with the libraries of its own environment, each in a namespace of its own.

A line of JSON in says what to run; a line of JSON out says how that ended. What the program
prints goes nowhere.
"""

from __future__ import annotations

import io
import json
import logging
import os
import ssl
import sys
import traceback
import types
import warnings
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from .redirecting import Redirection

_CLEAN = dict(os.environ)


def main() -> None:
    """Serve until the input ends."""
    _make_ssl_contexts_once()
    redirection = Redirection()
    redirection.install()
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        task = json.loads(line)
        redirection.base = task["base"]
        print(json.dumps(_run(task)), file=sys.__stdout__, flush=True)


def _make_ssl_contexts_once() -> None:
    """A new client reads all certificates several times, which takes a quarter of a second."""
    original = ssl.create_default_context
    made: dict[str, ssl.SSLContext] = {}

    def create(*args: Any, **options: Any) -> ssl.SSLContext:
        key = repr((args, options))
        if key not in made:
            made[key] = original(*args, **options)
        return made[key]

    ssl.create_default_context = create


def _run(task: dict[str, Any]) -> dict[str, Any]:
    _reset_environment(task["base"])
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    caught: list[str] = []
    error: dict[str, Any] = {}
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            try:
                exec(compile(task["source"], "<program>", "exec"), module.__dict__)
            except BaseException as raised:  # noqa: BLE001 - whatever ends a program
                error = _described(raised)
        caught = [f"{item.category.__name__}: {item.message}" for item in seen]
    return {"error": error, "warnings": caught}


def _reset_environment(base: str) -> None:
    os.environ.clear()
    os.environ.update(_CLEAN)
    os.environ["GOOGLE_GEMINI_BASE_URL"] = base
    os.environ["GOOGLE_VERTEX_BASE_URL"] = base


def _described(raised: BaseException) -> dict[str, Any]:
    kind = type(raised)
    return {
        "kind": f"{kind.__module__}.{kind.__qualname__}",
        "message": str(raised),
        "trace": traceback.format_exc(limit=-4),
    }


if __name__ == "__main__":
    main()
