"""Write the tables of the SDKs' own types from the packages themselves.

    python -m scripts.refresh_types [google_genai] [google_generativeai] [vertexai]

Each release is unpacked beside a virtual environment that holds what it needs; a small program
run in there prints what the package declares, and the releases are laid over each other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from packaging.version import Version

from scripts.merged_types import Dump, merged

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "gemini_lint" / "clients" / "data"
WORK = Path(tempfile.gettempdir()) / "sdk-types"


@dataclass(frozen=True, slots=True)
class Survey:
    """One table: the package and the first and last release to look at; None is the newest."""

    table: str
    package: str
    first: str
    last: str | None = None
    # What releases in between depend on, but neither the first nor the newest.
    needs: tuple[str, ...] = ()


SURVEYS = (
    Survey("google_genai", "google-genai", "1.0.0", needs=("aiohttp", "httpx")),
    # Both have ended, or nearly so, and are pinned to where they stand.
    Survey("google_generativeai", "google-generativeai", "0.8.6", "0.8.6"),
    Survey("vertexai", "google-cloud-aiplatform", "2.7.0", "2.7.0"),
)


def main(names: list[str]) -> None:
    """Write the named tables, or all."""
    for survey in SURVEYS:
        if not names or survey.table in names:
            _write_table(survey)


def _write_table(survey: Survey) -> None:
    python = _environment(survey)
    versions = _versions(python, survey)
    with ThreadPoolExecutor(max_workers=2) as pool:
        tables = list(pool.map(lambda version: _dump(python, survey, version), versions))
    path = DATA / f"{survey.table}.json"
    path.write_text(_rendered(list(zip(versions, tables, strict=True))), encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes, {len(versions)} releases")


def _environment(survey: Survey) -> str:
    """The Python of an environment with what the oldest and the newest release depend on."""
    folder = WORK / survey.table
    python = str(folder / "bin" / "python")
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True, upgrade_deps=True)
        _pip(python, "install", f"{survey.package}=={survey.first}", *survey.needs)
        _pip(python, "install", "--upgrade", survey.package + _pin(survey.last))
        (folder / "ready").touch()
    return python


def _pin(version: str | None) -> str:
    return f"=={version}" if version else ""


def _pip(python: str, *arguments: str) -> str:
    command = [python, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _versions(python: str, survey: Survey) -> list[str]:
    """The releases between the first and the last, oldest first."""
    if survey.first == survey.last:
        return [survey.first]
    listed = _pip(python, "index", "versions", survey.package, "--json")
    found = sorted(json.loads(listed)["versions"], key=Version)
    last = survey.last or found[-1]
    return [name for name in found if Version(survey.first) <= Version(name) <= Version(last)]


def _dump(python: str, survey: Survey, version: str) -> dict[str, Any]:
    folder = WORK / f"{survey.package}-{version}"
    if not folder.exists():
        target = ("--no-deps", "--target", str(folder))
        _pip(python, "install", *target, f"{survey.package}=={version}")
    command = [python, "-W", "ignore", "-m", f"scripts.dumps.{survey.table}"]
    printed = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, env=_clean(folder)
    )
    table: dict[str, Any] = json.loads(printed.stdout)
    return table


def _clean(folder: Path) -> dict[str, str]:
    """The environment without the variables that change what a client does."""
    telling = ("GOOGLE_", "GEMINI_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(telling)}
    return kept | {"PYTHONPATH": str(folder)}


def _rendered(dumps: list[Dump]) -> str:
    """One line for each class, enumeration and function: compact, and readable as a diff."""
    newest = dumps[-1][1]
    head: dict[str, Any] = {
        "sources": [table["source"] for _, table in reversed(dumps)],
        "generated": date.today().isoformat(),
        "versions": [version for version, _ in dumps],
    }
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
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])
