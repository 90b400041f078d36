"""Installs a wheel into an environment of its own and tries what users get: the command, the
flake8 plugin and the Python API must agree."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROGRAM = """\
from google import genai

client = genai.Client()
client.models.generate_content(
    model="gemini-1.5-pro", contents="Hello", config={"top_p": 1.5}
)
"""
EXPECTED = ["GEM103:5", "GEM202:5"]
API = """\
import json, sys
from gemini_lint import Settings, check_source
found = check_source(open(sys.argv[1]).read(), sys.argv[1], Settings())
print(json.dumps([f"{finding.code}:{finding.span.line}" for finding in found]))
"""


def main() -> None:
    """Try the wheel that the first argument names."""
    wheel = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        scripts = _installed(Path(folder) / "venv", wheel)
        program = Path(folder) / "app.py"
        program.write_text(PROGRAM, encoding="utf-8")
        _expect("command", _by_command(scripts, program))
        _expect("flake8 plugin", _by_flake8(scripts, program))
        _expect("Python API", json.loads(_run(scripts / "python", "-c", API, str(program))))
    print(f"{wheel.name}: command, flake8 plugin and Python API agree")


def _installed(folder: Path, wheel: Path) -> Path:
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    _run(scripts / "python", "-m", "pip", "install", "--quiet", str(wheel), "flake8")
    return scripts


def _by_command(scripts: Path, program: Path) -> list[str]:
    report = json.loads(_run(scripts / "gemini-lint", "--output-format", "json", str(program)))
    return [f"{finding['code']}:{finding['line']}" for finding in report["findings"]]


def _by_flake8(scripts: Path, program: Path) -> list[str]:
    output = _run(
        scripts / "flake8", "--isolated", "--select", "GEM", "--format", "%(code)s:%(row)d",
        str(program),
    )  # fmt: skip
    return output.split()


def _run(program: Path, *arguments: str) -> str:
    run = subprocess.run(
        [str(program), *arguments], capture_output=True, text=True, check=False, cwd=program.parent
    )
    if run.returncode > 1:
        raise SystemExit(f"{program.name} {' '.join(arguments)}:\n{run.stdout}{run.stderr}")
    return run.stdout


def _expect(way: str, found: list[str]) -> None:
    if sorted(set(found) & set(EXPECTED)) != EXPECTED:
        raise SystemExit(f"{way}: expected {EXPECTED}, found {found}")


if __name__ == "__main__":
    main()
