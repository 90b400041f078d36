"""Write the tables of the SDKs' own types from the packages themselves.

    python -m scripts.refresh_types [google_genai] [google_generativeai] [vertexai]

Every release is installed in a virtual environment of its own, a small program run in there
prints what the package declares, and the releases are laid over each other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from scripts.merged_types import Dump, merged

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "gemini_lint" / "clients" / "data"


@dataclass(frozen=True, slots=True)
class Survey:
    """One table: the package, the releases to look at, oldest first, and the dump program."""

    table: str
    package: str
    versions: tuple[str, ...]


SURVEYS = (
    Survey(
        "google_genai",
        "google-genai",
        (
            *("1.0.0", "1.10.0", "1.20.0", "1.30.0", "1.40.0", "1.47.0", "1.51.0", "1.55.0"),
            *("1.65.0", "1.75.0", "2.0.0", "2.10.0", "2.20.0", "2.34.0", "3.0.0", "3.4.0"),
        ),
    ),
    Survey("google_generativeai", "google-generativeai", ("0.8.6",)),
    Survey("vertexai", "google-cloud-aiplatform", ("2.7.0",)),
)


def main(names: list[str]) -> None:
    """Write the named tables, or all."""
    for survey in SURVEYS:
        if not names or survey.table in names:
            _write_table(survey)


def _write_table(survey: Survey) -> None:
    dumps = [(version, _dump(survey, version)) for version in survey.versions]
    path = DATA / f"{survey.table}.json"
    path.write_text(_rendered(survey, dumps), encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def _dump(survey: Survey, version: str) -> dict[str, Any]:
    python = _interpreter(survey.package, version)
    command: list[str] = [python, "-W", "ignore", "-m", f"scripts.dumps.{survey.table}"]
    printed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, env=_clean())
    table: dict[str, Any] = json.loads(printed.stdout)
    return table


def _interpreter(package: str, version: str) -> str:
    """The Python of a virtual environment that holds just this release; made once."""
    folder = Path(tempfile.gettempdir()) / "sdk-types" / f"{package}-{version}"
    python = folder / "bin" / "python"
    ready = folder / "ready"
    if not ready.exists():
        venv.create(folder, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "--quiet", f"{package}=={version}"]
        subprocess.run(install, check=True)
        ready.touch()
    return str(python)


def _clean() -> dict[str, str]:
    """The environment without the variables that change what a client does."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GOOGLE_", "GEMINI_"))
    }


def _rendered(survey: Survey, dumps: list[Dump]) -> str:
    """One line for each class, enumeration and function: compact, and readable as a diff."""
    head: dict[str, Any] = {
        "sources": [table["source"] for _, table in reversed(dumps)],
        "generated": date.today().isoformat(),
        "versions": list(survey.versions),
    }
    newest = dumps[-1][1]
    head |= {name: newest[name] for name in ("notes", "spellings") if name in newest}
    lines = [f"{_compact(name)}:{_compact(value)}" for name, value in head.items()]
    lines += [
        f"{_compact(section)}:{{\n" + ",\n".join(_rows(table)) + "\n}"
        for section, table in merged(dumps).items()
    ]
    return "{" + ",\n".join(lines) + "}\n"


def _rows(table: dict[str, Any]) -> list[str]:
    return [f"{_compact(name)}:{_compact(row)}" for name, row in table.items()]


def _compact(value: Any) -> str:
    # Sorting would lose the order of parameters' types; names are sorted where they are made.
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])
