"""The timeline: releases and shutdowns of each family, as a picture that needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from gemini_lint.call import BACKEND_NAMES, BACKENDS
from gemini_lint.catalog import Catalog
from scripts.site.families import Family, families

_MARGIN = timedelta(days=60)
_SAID = {"released": "released", "ended": "shut down", "ending": "to be shut down"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The sizes of a drawing. `label` is the width left of the rows; 0 puts names above them."""

    name: str
    width: int
    label: int
    row: int
    font: int
    dot: float


_WIDE = Layout("wide", 1160, 150, 34, 14, 5)
_NARROW = Layout("narrow", 360, 0, 48, 13, 4)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A layout with the days that it spans."""

    layout: Layout
    first: date
    last: date

    def x(self, day: date) -> float:
        """Return where a day is."""
        left, right = self.layout.label + 10, self.layout.width - 10
        share = (day - self.first) / (self.last - self.first)
        return round(left + share * (right - left), 1)


def page(catalog: Catalog, day: date) -> str:
    """Return the page as of a day."""
    return "\n".join(_lines(catalog, day))


def _lines(catalog: Catalog, day: date) -> Iterator[str]:
    yield "---\nhide: [navigation, toc]\n---\n"
    yield "# Timeline\n"
    yield (
        f"Families of models, as the catalogue of {catalog.date} has them. Announced dates may be "
        "the earliest ones; the [table of models](index.md) has each model's own.\n"
    )
    yield (
        '<p class="legend"><span class="released">release</span>'
        '<span class="ended">shut down or rerouted</span>'
        '<span class="ending">shutdown announced</span>'
        f'<span class="today">{day}, when this page was made</span></p>\n'
    )
    for backend in BACKENDS:
        rows = families(catalog, backend, day)
        yield f"## {BACKEND_NAMES[backend]}\n"
        yield '<div class="timeline">'
        yield from (
            _picture(rows, layout, day, BACKEND_NAMES[backend]) for layout in (_WIDE, _NARROW)
        )
        yield "</div>\n"
        yield from _table(rows)


def _picture(rows: list[Family], layout: Layout, day: date, title: str) -> str:
    shown = [shown for row in rows for shown in (*row.released, *row.ends, *row.ending)]
    drawing = Drawing(layout, min(shown) - _MARGIN, max(*shown, day) + _MARGIN)
    top = 46
    height = top + layout.row * len(rows) + 8
    bands = [_band(layout, top + number * layout.row) for number in range(0, len(rows), 2)]
    parts = [*bands, *_years(drawing, height)]
    for number, row in enumerate(rows):
        parts += _row(drawing, row, top + number * layout.row, day)
    parts += _today(drawing, day, height)
    label = f"Releases and shutdowns on {title}"
    return (
        f'<svg class="{layout.name}" viewBox="0 0 {layout.width} {height}" role="img" '
        f'aria-label="{escape(label)}" font-size="{layout.font}">{"".join(parts)}</svg>'
    )


def _band(layout: Layout, y: int) -> str:
    return f'<rect class="band" x="0" y="{y}" width="{layout.width}" height="{layout.row}" rx="4"/>'


def _years(drawing: Drawing, height: int) -> Iterator[str]:
    for year in range(drawing.first.year + 1, drawing.last.year + 1):
        x = drawing.x(date(year, 1, 1))
        yield f'<line class="grid" x1="{x}" y1="24" x2="{x}" y2="{height}"/>'
        if drawing.x(drawing.last) - x > 32:
            yield f'<text class="minor" x="{x + 3}" y="36">{year}</text>'


def _row(drawing: Drawing, row: Family, top: int, day: date) -> Iterator[str]:
    layout = drawing.layout
    middle = top + (layout.row // 2 if layout.label else layout.row - 12)
    yield from _names(layout, row, top, middle)
    dates = (*row.released, *row.ends, *row.ending)
    last = max(*dates, day) if row.is_open else max(dates)
    if row.released and row.released[0] == row.first:
        yield _line("life", drawing.x(row.first), drawing.x(last), middle, 4)
    else:
        # out before, but the catalogue does not know since when
        yield _line("life open", drawing.x(drawing.first), drawing.x(row.first), middle, 4)
        yield _line("life", drawing.x(row.first), drawing.x(last), middle, 4)
    if row.is_open:
        yield _line("life open", drawing.x(last), drawing.x(drawing.last), middle, 4)
    for kind, days in (("released", row.released), ("ended", row.ends), ("ending", row.ending)):
        for shown in sorted(set(days)):
            title = f"{row.name}: {days.count(shown)} {_SAID[kind]} {shown}"
            yield _mark(kind, drawing.x(shown), middle, layout.dot, title)


def _names(layout: Layout, row: Family, top: int, middle: int) -> Iterator[str]:
    count = f"{row.models} models" if row.models > 1 else "1 model"
    if layout.label:
        yield f'<text class="family" x="6" y="{middle + 5}">{row.name}</text>'
        return
    yield (
        f'<text x="6" y="{top + 18}"><tspan class="family">{row.name}</tspan>'
        f'<tspan class="minor" dx="8">{count}</tspan></text>'
    )


def _line(kind: str, begin: float, end: float, y: int, width: int) -> str:
    return (
        f'<line class="{kind}" x1="{begin}" y1="{y}" x2="{end}" y2="{y}" stroke-width="{width}"/>'
    )


def _mark(kind: str, x: float, y: int, size: float, title: str) -> str:
    told = f"<title>{escape(title)}</title>"
    if kind == "released":
        return f'<circle class="released" cx="{x}" cy="{y}" r="{size}">{told}</circle>'
    cross = (
        f"M{x - size} {y - size}L{x + size} {y + size}M{x - size} {y + size}L{x + size} {y - size}"
    )
    return f'<path class="{kind}" d="{cross}" fill="none">{told}</path>'


def _today(drawing: Drawing, day: date, height: int) -> Iterator[str]:
    x = drawing.x(day)
    yield f'<line class="today" x1="{x}" y1="18" x2="{x}" y2="{height}"/>'
    yield f'<text class="today-label" x="{x}" y="14" text-anchor="middle">{day}</text>'


def _table(rows: list[Family]) -> Iterator[str]:
    yield '??? note "The same as a table"\n'
    yield "    | family | models | first release | past shutdowns | next shutdown |"
    yield "    |---|---|---|---|---|"
    for row in rows:
        first = str(min(row.released)) if row.released else ""
        coming = str(min(row.ending)) if row.ending else ""
        yield f"    | {row.name} | {row.models} | {first} | {len(row.ends)} | {coming} |"
    yield ""
