"""The requirements of a setup.cfg."""

from __future__ import annotations

import configparser
from collections.abc import Iterator

from gemini_lint.dependencies.requirement import BrokenFile, Requirement, parse_all


def requirements(text: str, path: str) -> list[Requirement] | BrokenFile:
    """Return what the package and its extras require."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
    except configparser.MissingSectionHeaderError as error:
        return BrokenFile(path, error.lineno, "it has lines before the first section")
    except configparser.ParsingError as error:
        return BrokenFile(path, error.errors[0][0], "this line is neither key nor section")
    except configparser.Error as error:
        return BrokenFile(path, None, str(error).splitlines()[0])
    return list(parse_all(_lines(parser)))


def _lines(parser: configparser.ConfigParser) -> Iterator[str]:
    yield from parser.get("options", "install_requires", fallback="").splitlines()
    if parser.has_section("options.extras_require"):
        for _, lines in parser.items("options.extras_require"):
            yield from lines.splitlines()
