"""Programs that nobody should write: the reader neither fails nor hangs on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from linting import TODAY, codes

from gemini_lint import Settings, check_paths

HEAD = """
from google import genai
from google.genai import types
client = genai.Client()
M = "gemini-3-flash-preview"
"""
CALL = 'client.models.generate_content(model=M, contents=x, config={"temperature": 5})\n'


@pytest.mark.parametrize(
    "statements",
    [
        "x = x",
        "x = y\ny = x",
        "(x := x)",
        "x = [x]\nx = {'a': x}\nx = f'{x}'",
        "x = 'a'\n" + "x = x + x\n" * 60,
        "x = 'a'\n" + "x += x\n" * 60,
        "x = 'a'\n" + "x = f'{x}{x}'\n" * 60,
        "x = '{}'\n" + "x = x.format(x) + x\n" * 60,
        "x = 'a'\n" + "x = x.replace('a', 'aaaaaaaaaaaaaaaa')\n" * 30,
        "x = 'a'\n" + "x = x.join([x, x, x])\n" * 30,
        "x = 'a'\n" + "x = x * 1000\n" * 30,
        "x = ['a']\n" + "x = x + x\n" * 60,
        "x = ['a']\n" + "x = [*x, *x]\n" * 60,
        "x = ['a']\n" + "x = [x, x]\n" * 60,
        "x = {'a': 1}\n" + "x = {'a': x, 'b': x}\n" * 60,
        "x = {}\n" + "x['k'] = x\n" * 60,
        "x = 9 ** 9 ** 9 ** 9",
        "x = 2\n" + "x = x ** 60\n" * 20,
        "x = 1 << 10 ** 10",
        "x = " + "(" * 90 + "1" + ")" * 90,
        "x = " + "[" * 150 + "]" * 150,
        "x = " + " and ".join(["y"] * 1000),
        "x = " + " or ".join(["y"] * 1000),
        "x = " + " + ".join(["'a'"] * 300),
        "x = {" + ", ".join(f"'k{number}': '{number}'" for number in range(5000)) + "}['k5']",
        "x = '{0.a[b]!r:>{w}} {} {'.format(1)",
        "x = '{99999999999999999999}'.format(1)",
        "x = '%(a)s %s %' % 5",
        "x = [1, 2][::2] + 'abc'[99] + [1][-5]",
        "a, b = 1\n(a, b), c = [1], 2\n*x, = b",
        "f = lambda: f\nx = f()()()",
        "x = '\\ud800'",
        "nonlocal x\nx = 1",
        "class A(B): pass\nclass B(A): pass\nx = A().y",
        "class A(A):\n    x = A.x\nx = A.x",
        "def x(): return x()\nx = x()",
        "def f(a=f): return a\nx = f()",
        "x = b'abc'",
        "x = '\\N{no such name}'\ny = x.split()",
        "x = '\\x1'\nd = {'\\u1': x}\nd['\\x'] = 1",
        "x = 'a\\0b' 'a\0b'",
        "x = True.split('a')\nx = (1).split()\nx = b'a b'.split()",
        "x = " + "9" * 5000,
    ],
)
def test_values(statements: str) -> None:
    found = [code[:6] for code in codes(f"{HEAD}{statements}\n{CALL}")]
    assert [code for code in found if code not in ("GEM110", "GEM111")] == ["GEM101"]


@pytest.mark.parametrize(
    "statement",
    [
        "x = f'{'a' + f'{'b'}'} {\"\\n\".join(['a'])}'",
        "x = t'Hello {M}'",
        "try:\n    x = 'a'\nexcept ValueError, TypeError:\n    pass",
        "try:\n    x = 'a'\nexcept* ValueError:\n    pass",
        "type X = int\ndef f[T](x: T) -> T: ...\nclass A[T]: ...\nx = 'a'",
        "match M:\n    case str() | None as x if x: ...\n    case {**rest}: ...\nx = 'a'",
        "with (open('a') as f, open('b') as g):\n    x = 'a'",
        "@(lambda f: f)\ndef f(a, /, b, *, c): ...\nx = 'a'",
        "async def f():\n    async with a as b: ...\n    async for c in d: ...\nx = 'a'",
    ],
)
def test_syntax_of_newer_pythons(statement: str) -> None:
    assert [code[:6] for code in codes(f"{HEAD}{statement}\n{CALL}")] == ["GEM101"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\x0c"])
def test_newlines_and_first_characters(newline: str, start: str) -> None:
    program = start + f"x = 'a'\n{HEAD.strip()}\n{CALL}".replace("\n", newline).rstrip()
    assert codes(program) == ["GEM101:6"]


@pytest.mark.parametrize(
    "call",
    [
        "client.models.generate_content(*x, **y)",
        "client.models.generate_content()",
        "client.models.generate_content(*[], **{})",
        "client.models.generate_content",
        "client.models.generate_content()()[0].x",
        "client.models()",
        "client()",
        "genai()",
        "genai.Client.models.generate_content()",
        "del client.models",
        "client.models = None",
        "client[0].models.generate_content()",
        "(lambda: client)().models.generate_content()",
        "@client.models.generate_content\ndef f(): ...",
    ],
)
def test_noop_calls_without_arguments(call: str) -> None:
    assert codes(f"{HEAD}\n{call}\n") == []


def test_many_calls_of_many_objects() -> None:
    methods = "".join(
        f"    def f{number}(self):\n"
        f"        self.c = genai.Client()\n"
        f"        self.m = 'gemini-{number}.9-flash'\n"
        f"        self.config['temperature'] = {number}.5\n"
        f"        self.c.models.generate_content(model=self.m, contents='Hi')\n"
        f"    def g{number}(self):\n"
        f"        self.c.models.generate_content(model=self.m, contents='Hi', config=self.config)\n"
        for number in range(3, 60)
    )
    assert codes(f"{HEAD}\nclass A:\n{methods}", select=("GEM402",)) == []


@pytest.mark.parametrize(
    "statements",
    [
        "import requests\nx = requests.post('https://us-central1-aiplatform.googleapis.com/v1"
        + "/" * 100_000
        + "')",
        "import requests\nx = requests.post('https://generativelanguage.googleapis.com/v1"
        + "/a" * 50_000
        + ":')",
        "x = '" + "a" * 1_000_000 + "'",
        "x = '" + "{" * 50_000 + "'.format(1) + '" + "%(" * 50_000 + "' % 1",
        "x = '" + " ," * 50_000 + "\"\\n' + f'{M:" + "x" * 50_000 + "}'",
        "x = [" + "'a', " * 20_000 + "]",
        "x = {" + ", ".join(f"'k{number}': '{number}'" for number in range(20_000)) + "}['k5']",
        "x = M\n" * 5_000,
        "x = " + "f(" * 150 + "M" + ")" * 150,
        "#" * 100_000 + "\n# noqa: " + "GEM," * 20_000 + "\nx = M",
        "# gemini-lint: ignore[" + "GEM101," * 20_000 + "\nx = M",
    ],
    ids=lambda text: text[:30],
)
def test_long_things(statements: str) -> None:
    assert [code[:6] for code in codes(f"{HEAD}{statements}\n{CALL}")] == ["GEM101"]


def test_modules_that_import_each_other(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
        text = f"from {other} import *\nfrom {other} import X, Y\nX = [X, Y]\n{HEAD}x = X\n{CALL}"
        (tmp_path / f"{name}.py").write_text(text)
    found = check_paths([tmp_path], Settings(today=TODAY)).findings
    assert [finding.code for finding in found] == ["GEM101"] * 3
