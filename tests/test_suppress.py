from __future__ import annotations

import argparse
import textwrap
from datetime import date
from pathlib import Path

import pytest
from flake8.processor import FileProcessor
from flake8.violation import Violation

from gemini_lint.findings import Finding, Span
from gemini_lint.suppression.suppressions import Suppressions

FLAKE8_OPTIONS = argparse.Namespace(
    hang_closing=False,
    indent_size=4,
    max_doc_length=None,
    max_line_length=79,
    verbose=0,
)
TODAY = date(2026, 11, 22)
NAMES = {"GEM101": "temperature-out-of-range", "GEM103": "top-p-out-of-range"}


def finding(line: int, code: str = "GEM101") -> Finding:
    span = Span("app.py", None, line, 1, line, 2)
    return Finding(span, code, NAMES[code], "error", "message", "outcome", ())


def hidden(text: str, code: str = "GEM101", today: date = TODAY) -> list[int]:
    """Return the lines on which a finding of that code would be silenced."""
    text = textwrap.dedent(text)
    suppressions = Suppressions.of(text, today)
    lines = range(1, text.count("\n") + 1)
    return [line for line in lines if suppressions.hides(finding(line, code))]


NOQA_PROGRAMS = [
    "x = 1\n",
    "x = 1  # noqa\ny = 2\n",
    "x = 1  # NoQA\n",
    "x = 1  #noqa\n",
    "x = 1  # noqa: GEM101\n",
    "x = 1  # noqa:GEM101\n",
    "x = 1  # noqa : GEM101\n",
    "x = 1  # noqa:  GEM103\n",
    "x = 1  # noqa: gem101\n",
    "x = 1  # noqa: GEM1\n",
    "x = 1  # noqa: GEM\n",
    "x = 1  # noqa: E501, GEM101\n",
    "x = 1  # noqa: E501 GEM101 because\n",
    "x = 1  # noqa: E501,GEM103\n",
    "x = 1  # noqa: temperature-out-of-range\n",
    "x = 1  # noqa: E501  # noqa: GEM101\n",
    "x = '# noqa'\n",
    "# noqa\nx = 1\n",
    'x = """\na\nb\n"""  # noqa\ny = 1\n',
    'x = """\n# noqa: GEM101\nb\n"""\ny = 1\n',
    "x = 1 + \\\n  2  # noqa\ny = 1\n",
    "x = f(\n  1,  # noqa\n  2,\n)\n",
    'x = f(\n  1, """\n  # noqa\n  """,\n  2,\n)\n',
    "if x:\n    y = 1  # noqa\n    z = '''\n    '''\nelse:\n    # noqa\n    pass\n",
    "x = (1  # noqa\n",
    "x = '''  # noqa\n",
    "x = 1\r\ny = 2  # noqa\r\n",
    "",
]


@pytest.mark.parametrize("text", NOQA_PROGRAMS)
@pytest.mark.parametrize("code", list(NAMES))
def test_noqa_is_what_it_is_for_flake8(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "app.py"
    path.write_bytes(text.encode())
    processor = FileProcessor(str(path), FLAKE8_OPTIONS)
    suppressions = Suppressions.of(text, TODAY)
    for line in range(1, len(processor.lines) + 1):
        physical = processor.noqa_line_for(line)
        violation = Violation(code, str(path), line, 1, "", physical)
        expected = violation.is_inline_ignored(disable_noqa=False)
        assert suppressions.hides(finding(line, code)) == expected, f"line {line}"


def test_nothing_is_silenced_without_a_comment() -> None:
    assert hidden("x = 1\ny = 2\n") == []


@pytest.mark.parametrize(
    "comment",
    [
        "# gemini-lint: ignore[GEM101]",
        "#gemini-lint:ignore[GEM101]",
        "# gemini-lint: ignore[gem101]",
        "# gemini-lint: ignore[GEM1]",
        "# gemini-lint: ignore[GEM]",
        "# gemini-lint: ignore[temperature-out-of-range]",
        "# gemini-lint: ignore[GEM202, GEM101]",
        "# gemini-lint: ignore[GEM101] the server is ours",
        "# gemini-lint: ignore[GEM101] until the migration is done",
        "# gemini-lint: ignore[GEM101] until=2026-11-22",
        "# gemini-lint: ignore[GEM101] until=2026-11-22, then ask Ada",
        "# gemini-lint: ignore[GEM101] ask Ada; until=2027-03-01",
        "# type: ignore  # gemini-lint: ignore[GEM101]",
        "# noqa: E501  # gemini-lint: ignore[GEM101]",
    ],
)
def test_ignore_holds_for_its_line(comment: str) -> None:
    assert hidden(f"x = 1\ny = 2  {comment}\nz = 3\n") == [2]


@pytest.mark.parametrize(
    "comment",
    [
        "# gemini-lint: ignore[GEM103]",
        "# gemini-lint: ignore[top-p-out-of-range]",
        "# gemini-lint: ignore[temperature]",
        "# gemini-lint: ignore[]",
        "# gemini-lint: ignore",
        "# gemini-lint: ignored[GEM101]",
        "# gemini-lint: ignore[GEM101] until=2026-11-21",
        "# gemini-lint: ignore[GEM101] until=2027-02-30",
        "# gemini-lint: ignore[GEM101] until=20270301",
        "# gemini-lint: ignore[GEM101] until=soon",
        "# gemini-lint: ignore[GEM101] until=",
        "# gemini-lint: ignore[GEM101] until 2027-03-01",
        "# gemini-lint: ignore[GEM101] until: 2027-03-01",
        "'# gemini-lint: ignore[GEM101]'",
    ],
)
def test_what_does_not_silence(comment: str) -> None:
    assert hidden(f"y = 2; {comment}\n") == []


def test_ignore_holds_for_lines_that_count_as_one() -> None:
    assert hidden('x = """\na\n"""  # gemini-lint: ignore[GEM101]\ny = 1\n') == [1, 2, 3]


def test_alone_on_a_line_it_holds_for_the_next_statement() -> None:
    text = """\
        x = 1
        # gemini-lint: ignore[GEM101]

        # another comment
        y = f(
            2,
        )
        z = 3
    """
    assert hidden(text) == [5, 6, 7]


def test_a_statement_is_all_of_its_block_and_clauses() -> None:
    text = """\
        def f():
            # gemini-lint: ignore[GEM101]
            try:
                x = 1
            except E:
                x = 2
            return x
        # gemini-lint: ignore[GEM101]
        @decorated
        @twice
        def g():
            return 1
        y = 1
    """
    assert hidden(text) == [3, 4, 5, 6, 9, 10, 11, 12]


def test_within_brackets_it_holds_for_the_next_line() -> None:
    text = """\
        x = f(
            1,
            # gemini-lint: ignore[GEM101]
            2,
            3,
        )
    """
    assert hidden(text) == [4]


def test_at_the_end_of_a_file_it_holds_for_nothing_else() -> None:
    assert hidden("x = 1\n# gemini-lint: ignore[GEM101]\n") == [2]


def test_a_comment_of_a_file_that_cannot_be_tokenized_holds_for_its_line() -> None:
    assert hidden("x = (\ny = 2  # gemini-lint: ignore[GEM101]\n") == [2]


@pytest.mark.parametrize(
    "text",
    [
        "# gemini-lint: skip-file\nx = 1\n",
        "#!/usr/bin/env python\n# coding: utf-8\n#gemini-lint:skip-file generated\nx = 1\n",
        '"""Docstring\nof two lines."""\n\n# gemini-lint: skip-file\nx = 1\n',
        '"""Docstring."""  # gemini-lint: skip-file\nx = 1\n',
        "# gemini-lint: skip-file\nx = (\n",
        "# gemini-lint: skip-file\n",
    ],
)
def test_skip_file(text: str) -> None:
    assert Suppressions.of(text, TODAY).skips_file
    assert Suppressions.of(text, TODAY).hides(finding(99))


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n# gemini-lint: skip-file\n",
        "x = 1  # gemini-lint: skip-file\n",
        '"""# gemini-lint: skip-file"""\nx = 1\n',
        '"""a"""\n"""b"""\n# gemini-lint: skip-file\n',
        "x = (\n# gemini-lint: skip-file\n",
    ],
)
def test_skip_file_elsewhere_skips_nothing(text: str) -> None:
    assert not Suppressions.of(text, TODAY).skips_file


def test_flake8_may_own_noqa() -> None:
    text = "x = 1  # noqa\ny = 1  # gemini-lint: ignore[GEM101]\n"
    suppressions = Suppressions.of(text, TODAY, noqa=False)
    assert not suppressions.hides(finding(1))
    assert suppressions.hides(finding(2))


@pytest.mark.parametrize(
    ("comment", "note"),
    [
        ("# gemini-lint: ignore[GEM101] until=2026-11-01", "was silenced until 2026-11-01"),
        (
            "# gemini-lint: ignore[GEM101] until=2026-13-01",
            "not silenced: there is no day 2026-13-01",
        ),
        (
            "# gemini-lint: ignore[GEM101] until 2027-03-01",
            'not silenced: "until 2027-03-01" is no date: write until=YYYY-MM-DD',
        ),
        ("# gemini-lint: ignore[GEM103] until=2026-11-01", ""),
        ("# fine", ""),
    ],
)
def test_a_finding_that_returns_says_why(comment: str, note: str) -> None:
    found = Suppressions.of(f"x = 1  {comment}\n", TODAY).note(finding(1))
    assert found.removeprefix("not silenced: ") == note.removeprefix("not silenced: ")


def test_a_line_of_a_notebook_is_given_as_its_program_line() -> None:
    suppressions = Suppressions.of("x = 1\ny = 2  # noqa\n", TODAY)
    assert suppressions.hides(finding(1), line=2)
    assert not suppressions.hides(finding(2), line=1)


def unused(text: str, *found: Finding, ran: tuple[str, ...] = tuple(NAMES)) -> list[str]:
    """Return each unused selector as it stands in the text, with its line."""
    lines = text.splitlines()
    suppressions = Suppressions.of(text, TODAY)
    findings = [(one, one.span.line) for one in found]
    return [
        f"{entry.line}:{lines[entry.line - 1][entry.column - 1 : entry.end_column - 1]}"
        for entry in suppressions.unused(findings, NAMES, ran)
    ]


def test_used_suppressions_are_not_unused() -> None:
    text = "x = 1  # noqa: GEM101\ny = 2  # gemini-lint: ignore[temperature-out-of-range]\n"
    assert unused(text, finding(1), finding(2)) == []


def test_unused_is_each_code_by_itself() -> None:
    text = "x = 1  # noqa: E501, GEM101, GEM103\ny = 2  # gemini-lint: ignore[GEM1,GEM103]\n"
    assert unused(text, finding(1), finding(2)) == ["1:GEM103", "2:GEM103"]


def test_codes_of_others_and_noqa_without_codes_are_never_unused() -> None:
    assert unused("x = 1  # noqa\ny = 1  # noqa: E501\n") == []


def test_a_code_that_does_not_exist_is_unused() -> None:
    assert unused("x = 1  # gemini-lint: ignore[GEM999, no-such-rule]\n") == [
        "1:GEM999",
        "1:no-such-rule",
    ]


def test_codes_of_rules_that_did_not_run_may_be_used() -> None:
    assert unused("x = 1  # noqa: GEM103\n", ran=("GEM101",)) == []


def test_what_has_ended_or_is_malformed_is_unused() -> None:
    text = "x = 1  # gemini-lint: ignore[GEM101] until=2026-01-01\n"
    assert unused(text, finding(1)) == ["1:GEM101"]
    text = "x = 1  # gemini-lint: ignore\n"
    assert unused(text, finding(1)) == ["1:# gemini-lint: ignore"]


def test_the_place_in_a_string_of_several_lines() -> None:
    text = 'x = """\n  # noqa: GEM101\n"""\n'
    assert unused(text) == ["2:GEM101"]
