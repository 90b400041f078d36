"""What the commands of `gemini-lint catalog` do."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import click

from gemini_lint import __version__
from gemini_lint.call import BACKEND_NAMES, BACKENDS
from gemini_lint.catalog import Catalog, documents
from gemini_lint.catalog.documents import DocumentError, InUse
from gemini_lint.catalog.model_rows import ModelRows
from gemini_lint.catalog.overlay import Change, Document, changes, combined
from gemini_lint.catalog.schema import is_in_the_future
from gemini_lint.cli.ending import Failure
from gemini_lint.masking import without_keys
from gemini_lint.reports.text import printable
from gemini_lint.wording import plural

_KEYS = ("GEMINI_API_KEY", "GOOGLE_API_KEY")


def show(today: date, *, as_json: bool) -> None:
    """Say which catalogue is in use, how old it is, and what it holds."""
    used = documents.in_use()
    if used.problem is not None:
        click.echo(f"warning: {printable(used.problem)}", err=True)
    found = _described(used, today)
    click.echo(json.dumps(found, indent=2) if as_json else "\n".join(_lines(found)))


def compare(where: str, sha256: str | None) -> None:
    """Show what another document says otherwise."""
    before = documents.in_use().document
    added = _fetched(where, sha256)
    for line in _told(changes(before, _completed(before, added, where))):
        click.echo(line)
    kept = {row["id"] for row in before["models"]} - {row["id"] for row in added["models"]}
    if kept:
        click.echo(f"{plural(len(kept), 'model')} that it does not hold would be kept", err=True)


def update(where: str | None, sha256: str | None, today: date) -> None:
    """Add what a document says, or what the API lists where none is given."""
    used = documents.in_use()
    if used.problem is not None:
        raise Failure(printable(used.problem))
    added = _listed(used.document, today) if where is None else _fetched(where, sha256)
    source = where or "the API's list"
    if is_in_the_future(added, today):
        raise Failure(_said(source, f"its date, {added['date']}, is yet to come"))
    after = _completed(used.document, added, source)
    told = list(_told(changes(used.document, after)))
    if not told and after["date"] == used.document["date"]:
        click.echo("nothing new", err=True)
        return
    file = _saved(added)
    for line in told:
        click.echo(line)
    click.echo(f"{plural(len(told), 'change')} kept in {file}", err=True)


def reset() -> None:
    """Remove what was added."""
    file = documents.own_file()
    if not documents.has_own_file():
        click.echo("the bundled catalogue is in use already", err=True)
        return
    try:
        os.unlink(file)
    except OSError as error:
        raise Failure(_said(file, (error.strerror or str(error)).lower())) from None
    click.echo(f"{file} removed; the bundled catalogue is in use", err=True)


def _described(used: InUse, today: date) -> Document:
    document = used.document
    catalog = Catalog(date.fromisoformat(document["date"]), ModelRows(document))
    models = list(catalog.models.values())
    return {
        "version": __version__,
        "date": document["date"],
        "age_in_days": (today - catalog.date).days,
        "file": used.own_file,
        "models": len(models),
        "kinds": _counted(model.kind for model in models),
        "states": {
            backend: _counted(catalog.state(model, backend, today).kind for model in models)
            for backend in BACKENDS
        },
    }


def _counted(items: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(items).items(), key=lambda item: (-item[1], item[0])))


def _lines(described: Document) -> Iterator[str]:
    age = plural(described["age_in_days"], "day")
    yield f"gemini-lint {described['version']}, catalogue of {described['date']} ({age} old)"
    if described["file"]:
        yield f"with your additions in {printable(described['file'])}"
    yield f"{plural(described['models'], 'model')}: {_listing(described['kinds'])}"
    for backend in BACKENDS:
        yield f"{BACKEND_NAMES[backend]}: {_listing(described['states'][backend])}"


def _listing(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _fetched(where: str, sha256: str | None) -> Document:
    from gemini_lint.updating import fetching

    try:
        return documents.parsed(fetching.fetch(where, sha256))
    except (fetching.FetchError, DocumentError) as error:
        raise Failure(_said(where, str(error))) from None


def _listed(known: Document, today: date) -> Document:
    from gemini_lint.updating import listing

    key = next(filter(None, map(os.environ.get, _KEYS)), None)
    if key is None:
        raise Failure(f"--from-api needs an API key in {_KEYS[0]} or {_KEYS[1]}")
    try:
        models = listing.list_models(key)
    except listing.ListingError as error:
        raise Failure(printable(without_keys(str(error)))) from None
    if not models:
        raise Failure("the API lists no models")
    _tell_absent(listing.ids(models), known, today)
    return listing.document(models, known, today)


def _tell_absent(listed: set[str], known: Document, today: date) -> None:
    """Name what a project cannot reach; that alone does not make a model dead."""
    catalog = Catalog(date.fromisoformat(known["date"]), ModelRows(known))
    absent = sorted(
        model.id
        for model in catalog.models.values()
        if model.id not in listed
        and catalog.state(model, "gemini-api", today).kind in ("active", "retiring")
    )
    if absent:
        click.echo(f"not listed for your project: {', '.join(absent)}", err=True)


def _completed(base: Document, added: Document, where: str) -> Document:
    try:
        return documents.completed(base, added)
    except DocumentError as error:
        raise Failure(_said(where, str(error))) from None


def _saved(added: Document) -> str:
    """Lay what is new over what was added before."""
    file = documents.own_file()
    try:
        if documents.has_own_file():
            added = combined(documents.read(file), added)
        return printable(documents.save(added))
    except (DocumentError, OSError) as error:
        raise Failure(_said(file, str(error))) from None


def _told(found: Iterable[Change]) -> Iterator[str]:
    for change in sorted(found):
        if not change.fact:
            yield f"+ {change.model} ({change.after})"
        else:
            yield f"~ {change.model} {change.fact}: {change.before} -> {change.after}"


def _said(where: str, problem: str) -> str:
    from gemini_lint.updating import fetching

    return printable(without_keys(f"{fetching.shown(where)}: {problem}"))
