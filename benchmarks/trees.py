"""Makes the trees that are measured, the same ones every time.

- sparse: released packages, of whose modules hardly one holds a call, and a hundred with calls
- dense: programs that all hold calls
- hook: what a commit hook is given, five files of which one holds calls
- plain: the same without it
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import shapes

PACKAGES = (
    "django==5.1.4", "sympy==1.13.3", "sqlalchemy==2.0.36", "networkx==3.4.2", "pandas==2.2.3",
    "twisted==24.10.0",
)  # fmt: skip
DENSE = 360
IN_SPARSE = 100
A_FOLDER = 20


def sparse(folder: Path) -> None:
    """Write released packages, and a hundred small files with calls."""
    wheels = folder.parent / "wheels"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    binary = ["--only-binary=:all:", "--dest", str(wheels), *PACKAGES]
    subprocess.run([*command, *binary], check=True)
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            python = [name for name in packed.namelist() if name.endswith(".py")]
            packed.extractall(folder, python)
    programs(folder / "assistants", IN_SPARSE, shapes.small)


def dense(folder: Path) -> None:
    """Write programs that all hold calls."""
    programs(folder, DENSE)


def programs(folder: Path, count: int, program: Callable[[int], str] = shapes.program) -> None:
    """Write that many programs with calls."""
    for number in range(count):
        inner = folder / f"app_{number // A_FOLDER:03d}"
        inner.mkdir(parents=True, exist_ok=True)
        (inner / f"module_{number:05d}.py").write_text(program(number))


def hook(folder: Path) -> None:
    """Write four files without calls, and one with some."""
    plain(folder)
    (folder / "assistant.py").write_text(shapes.program(1))


def plain(folder: Path) -> None:
    """Write files without calls."""
    folder.mkdir(parents=True)
    for number in range(4):
        text = shapes.plain(number)
        (folder / f"module_{number}.py").write_text(text)


TREES: dict[str, Callable[[Path], None]] = {
    "sparse": sparse, "dense": dense, "hook": hook, "plain": plain,
}  # fmt: skip


def made(name: str, home: Path) -> Path:
    """Return a tree, which is made unless it is there."""
    folder = home / "trees" / name
    if not folder.exists():
        draft = home / "drafts" / name
        shutil.rmtree(draft, ignore_errors=True)
        TREES[name](draft)
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft.rename(folder)
    return folder
