"""What comments silence: `# noqa`, `# gemini-lint: ignore[…]` and skip-file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from gemini_lint.findings import Finding
from gemini_lint.suppression.suppression import Suppression


class Suppressions(Struct, frozen=True):
    """The suppressions of one file, as they hold on `today`."""

    entries: tuple[Suppression, ...]
    today: date
    skips_file: bool = False

    @classmethod
    def of(cls, text: str, today: date, *, noqa: bool = True) -> Suppressions:
        """Read the comments of a program; without `noqa`, gemini-lint's own ones only."""
        lowered = text.lower()
        has_own, has_noqa = "gemini-lint:" in lowered, noqa and "# noqa" in lowered
        if not has_own and not has_noqa:
            return cls((), today)
        from gemini_lint.suppression import comments
        from gemini_lint.suppression.lines import Lines

        lines = Lines.of(text)
        own = comments.own(lines) if has_own else ()
        entries = (*(comments.noqa(lines) if has_noqa else ()), *own)
        return cls(entries, today, has_own and comments.skips_file(lines))

    def hides(self, finding: Finding, line: int | None = None) -> bool:
        """Tell whether a finding is silenced; `line` is its line in a notebook's program."""
        if self.skips_file:
            return True
        return any(self._is_in_force(entry) for entry in self._about(finding, line))

    def note(self, finding: Finding, line: int | None = None) -> str:
        """Say why a comment that names the finding does not silence it, if one does."""
        for entry in self._about(finding, line):
            if entry.fault:
                return f"not silenced: {entry.fault}"
            if not self._is_in_force(entry):
                return f"was silenced until {entry.until}"
        return ""

    def faulty(self) -> Iterator[Suppression]:
        """Yield the suppressions that silence nothing, whatever is found."""
        return (entry for entry in self.entries if entry.fault)

    def unused(
        self,
        found: Iterable[tuple[Finding, int]],
        names: Mapping[str, str],
        ran: Collection[str],
    ) -> Iterator[Suppression]:
        """Yield each selector that silences nothing.

        `found` are all findings before suppression, with their lines in the program; `names`
        the names of all rules by code; `ran` the codes of the rules that were run: a
        selector of another rule may well be used.
        """
        findings = list(found)
        for entry in self.entries:
            if entry.is_noqa and not entry.selector.startswith("GEM"):
                continue
            selected = {code for code, name in names.items() if entry.selects(code, name)}
            if selected and not selected & set(ran):
                continue
            if not self._is_in_force(entry) or not _is_used(entry, findings):
                yield entry

    def _about(self, finding: Finding, line: int | None) -> Iterator[Suppression]:
        where = finding.span.line if line is None else line
        for entry in self.entries:
            if entry.covers(where) and entry.selects(finding.code, finding.name):
                yield entry

    def _is_in_force(self, entry: Suppression) -> bool:
        return not entry.fault and (entry.until is None or self.today <= entry.until)


def _is_used(entry: Suppression, findings: list[tuple[Finding, int]]) -> bool:
    return any(
        entry.covers(line) and entry.selects(finding.code, finding.name)
        for finding, line in findings
    )
