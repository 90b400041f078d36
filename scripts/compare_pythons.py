"""Check the same programs with every Python at hand: each has to write the same bytes.

    python -m scripts.compare_pythons [--output FILE] FOLDER …

The interpreters are those of pyenv. Each gets the project in a virtual environment that is
thrown away afterwards. Figures are printed as JSON; the status is 1 where two differ.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_SUPPORTED = ("3.10", "3.11", "3.12", "3.13", "3.14")
_FORMATS = ("concise", "full", "json", "sarif", "github", "gitlab", "rdjson", "junit")


def main(arguments: list[str]) -> int:
    """Print what each Python wrote, as digests."""
    parser = argparse.ArgumentParser(description="Check the same programs with every Python.")
    parser.add_argument("--output", type=Path, help="write the figures here, too")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    digests, findings = {}, 0
    for version, interpreter in _interpreters().items():
        with tempfile.TemporaryDirectory() as scratch:
            python = _installed(interpreter, Path(scratch))
            digests[version], findings = _digests(python, options.folders, Path(scratch))
    differing = [name for name in _FORMATS if len({found[name] for found in digests.values()}) > 1]
    figures = {"pythons": list(digests), "findings": findings, "formats": list(_FORMATS),
               "differing": differing}  # fmt: skip
    text = json.dumps(figures, indent=1) + "\n"
    if options.output is not None:
        options.output.write_text(text)
    print(text)
    return int(bool(differing))


def _interpreters() -> dict[str, str]:
    root = subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=True)
    folders = sorted(Path(root.stdout.strip(), "versions").iterdir())
    found = {".".join(folder.name.split(".")[:2]): folder / "bin" / "python3" for folder in folders}
    return {version: str(found[version]) for version in _SUPPORTED if version in found}


def _installed(interpreter: str, scratch: Path) -> Path:
    subprocess.run([interpreter, "-m", "venv", scratch / "venv"], check=True)
    python = scratch / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", _ROOT], check=True)
    return python


def _digests(python: Path, folders: list[Path], scratch: Path) -> tuple[dict[str, str], int]:
    outputs = [f"--output-format={name}={scratch / name}" for name in _FORMATS]
    command = [str(python.with_name("gemini-lint")), "check"]
    options = ["--isolated", "--no-cache", "--select", "ALL", "--today", "2026-11-22"]
    paths = [str(folder.resolve()) for folder in folders]
    subprocess.run([*command, *options, *outputs, *paths], check=False, cwd=scratch)
    written = {name: (scratch / name).read_bytes() for name in _FORMATS}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in written.items()}
    return digests, len(json.loads(written["json"])["findings"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
