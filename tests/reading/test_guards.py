# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""Conditions on the model, and errors that are expected."""

from __future__ import annotations

import textwrap

import pytest
from annotated import agrees
from linting import codes, findings

HEAD = """
import pytest, contextlib, unittest
from google import genai
from google.genai import errors, types
client = genai.Client()
M = "gemini-3-flash-preview"
"""


def program(body: str) -> None:
    agrees(HEAD + textwrap.dedent(body))


@pytest.mark.parametrize(
    "test",
    [
        'model.startswith("gemini-2.5")',
        '"2.5" in model',
        'model == "gemini-2.5-flash"',
        "model in THINKING_MODELS",
        "is_thinking_model(model)",
        'self.model.startswith("gemini-2")',
        're.match("gemini-2", model)',
        'not model.startswith("gemini-4")',
        'model and "pro" in model.lower()',
        'SUPPORTS[model]["thinking"]',
        "caps.get(model)",
        'name.startswith("gemini-2.5")',
        'name == "gemini-2.5-flash"',
        "is_gemini_2",
    ],
)
def test_noop_a_parameter_for_some_models(test: str) -> None:
    program(f"""
        class Writer:
            def run(self, text, model="gemini-3.1-pro-preview"):
                config = {{"temperature": 0.5}}
                if {test}:
                    config["thinking_config"] = {{"thinking_level": "MINIMAL"}}
                return client.models.generate_content(model=model, contents=text, config=config)
    """)


@pytest.mark.parametrize(
    "answer",
    [
        '"flash" in model',
        'model.startswith("gemini-2.5")',
        "_is_flash(model)",
        'not model.endswith("pro")',
        '"flash" in model and model != M',
    ],
)
def test_noop_a_variable_that_holds_the_answer(answer: str) -> None:
    program(f"""
        def run(text, model="gemini-3.1-pro-preview"):
            can_stop = {answer}
            config = {{"temperature": 0.5}}
            if can_stop:
                config["thinking_config"] = {{"thinking_level": "MINIMAL"}}
            return client.models.generate_content(model=model, contents=text, config=config)

        def choose(text, model="gemini-3.1-pro-preview"):
            can_stop = {answer}
            level = "MINIMAL" if can_stop else "LOW"
            return client.models.generate_content(
                model=model, contents=text, config={{"thinking_config": {{"thinking_level": level}}}})

        class Writer:
            def __init__(self, model="gemini-3.1-pro-preview"):
                self.model = model
                self.can_stop = {answer}

            def run(self, text):
                config = {{"temperature": 0.5}}
                if self.can_stop:
                    config["thinking_config"] = {{"thinking_level": "MINIMAL"}}
                return client.models.generate_content(model=self.model, contents=text, config=config)
    """)


@pytest.mark.parametrize(
    "test", ['"flash" in engine', 'engine.startswith(("gemini-2.5-flash", "gemini-3"))']
)
def test_noop_a_model_of_another_name(test: str) -> None:
    program(f"""
        def run(text, engine="gemini-3.1-pro-preview"):
            config = {{"temperature": 0.5}}
            if {test}:
                config["thinking_config"] = {{"thinking_level": "MINIMAL"}}
            return client.models.generate_content(model=engine, contents=text, config=config)
    """)


def test_noop_match() -> None:
    program("""
        def run(text, model="gemini-3.1-pro-preview"):
            config = {"temperature": 0.5}
            match model:
                case "gemini-2.5-flash":
                    config["thinking_config"] = {"thinking_level": "MINIMAL"}
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


def test_noop_after_a_return_for_other_models() -> None:
    program("""
        LOW = {"thinking_config": {"thinking_level": "MINIMAL"}}

        def build(model):
            if "pro" in model:
                return types.GenerateContentConfig(temperature=0.5)
            return types.GenerateContentConfig(
                thinking_config=types.ThinkingConfig(thinking_level="MINIMAL"))

        def build_whole(model):
            if "pro" in model:
                return {"temperature": 0.5}
            else:
                return LOW

        def run(text, model="gemini-3.1-pro-preview"):
            client.models.generate_content(model=model, contents=text, config=build(model))
            client.models.generate_content(model=model, contents=text, config=build_whole(model))
            if "pro" in model:
                return client.models.generate_content(model=model, contents=text)
            return client.models.generate_content(model=model, contents=text, config=LOW)
    """)


def test_after_a_return_for_other_vendors() -> None:
    program("""
        def run(text, model="gemini-3.1-pro-preview"):
            if model.startswith(("gpt-", "claude")):
                return ask(text)
            config = {"thinking_config": {"thinking_level": "MINIMAL"}}  # GEM114 at "MINIMAL"
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


def test_noop_an_attribute_by_model() -> None:
    program("""
        class Writer:
            def __init__(self, model="gemini-3.1-pro-preview"):
                self.model = model
                if "flash" in model:
                    self.level = "MINIMAL"
                else:
                    self.level = "LOW"

            def run(self, text):
                config = {"thinking_config": {"thinking_level": self.level}}
                return client.models.generate_content(
                    model=self.model, contents=text, config=config)
    """)


@pytest.mark.parametrize("test", ['MODEL.startswith("gemini-3")', '"3.1" in MODEL', "MODEL in NEW"])
def test_noop_after_a_return_for_the_constant_that_is_tested(test: str) -> None:
    program(f"""
        MODEL = "gemini-3.1-pro-preview"
        LOW = {{"thinking_config": {{"thinking_level": "MINIMAL"}}}}

        def run(text):
            if {test}:
                return client.models.generate_content(model=MODEL, contents=text)
            return client.models.generate_content(model=MODEL, contents=text, config=LOW)
    """)


def test_after_other_returns() -> None:
    program("""
        LOW = {"thinking_config": {"thinking_level": "MINIMAL"}}  # GEM114 at "MINIMAL"

        def run(text, model="gemini-3.1-pro-preview"):
            if not text or model is None:
                return None
            if model not in KNOWN:
                raise ValueError(model)
            return client.models.generate_content(model=model, contents=text, config=LOW)

        def test(model):
            if model != PRO:
                return model
            return client.models.generate_content(
                model=PRO, contents="Name a river.", config=LOW)

        PRO = "gemini-3.1-pro-preview"

        def later(text, model="gemini-1.5-pro"):  # GEM202 at "gemini-1.5-pro"
            if "flash" in model:
                return None
            return client.models.generate_content(model=model, contents=text)
    """)


def test_variables_that_hold_something_else() -> None:
    program("""
        def run(text, provider, model="gemini-3.1-pro-preview"):
            known = load(model)
            config = {"temperature": 0.5}
            if known and provider == "gemini":
                config["thinking_config"] = {"thinking_level": "MINIMAL"}  # GEM114 at "MINIMAL"
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


@pytest.mark.parametrize("leaves", ["return ask()", "result = 1; return result"])
def test_noop_the_rest_after_some_models(leaves: str) -> None:
    program(f"""
        def run(text, model="gemini-3.1-pro-preview"):
            if model.startswith("gemini-3"):
                {leaves}
            config = {{"thinking_config": {{"thinking_level": "MINIMAL"}}}}
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


def test_noop_the_rest_of_a_loop_after_some_models() -> None:
    program("""
        for model in ("gemini-2.5-flash-lite", "gemini-3.1-pro-preview"):
            if model.startswith("gemini-3"):
                continue
            config = {"thinking_config": {"thinking_level": "MINIMAL"}}
            client.models.generate_content(model=model, contents="hi", config=config)
    """)


@pytest.mark.parametrize("between", ["    else:\n        ", "    "])
def test_noop_what_a_function_gives_for_some_models(between: str) -> None:
    rest = f'{between}return {{"thinking_config": {{"thinking_level": "MINIMAL"}}}}'
    program(f"""
def settings(model):
    if model.startswith("gemini-3"):
        return {{}}
{rest}

def run(text, model="gemini-3.1-pro-preview"):
    return client.models.generate_content(model=model, contents=text, config=settings(model))
    """)


def test_noop_a_match_of_the_model() -> None:
    program("""
        model = "gemini-3.1-pro-preview"
        match model:
            case "gemini-2.5-flash":
                config = {"thinking_config": {"thinking_level": "MINIMAL"}}
            case _:
                config = {}
        client.models.generate_content(model=model, contents="hi", config=config)
    """)


def test_rest_that_no_model_leaves_does_not_count() -> None:
    program("""
        def run(text, model="gemini-3.1-pro-preview"):
            if model not in MODELS:
                raise ValueError(model)
            if not text:
                return None
            config = {"thinking_config": {"thinking_level": "MINIMAL"}}  # GEM114 at "MINIMAL"
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


def test_dead_model_counts_after_a_condition() -> None:
    program("""
        def run(text, model="gemini-1.5-pro"):  # GEM202 at "gemini-1.5-pro"
            if model.startswith("gemini-3"):
                return ask()
            return client.models.generate_content(model=model, contents=text)
    """)


def test_conditional_expression() -> None:
    program("""
        def run(text, model="gemini-3.1-pro-preview"):
            config = types.GenerateContentConfig(
                thinking_config=(
                    types.ThinkingConfig(thinking_level="MINIMAL") if "2.5" in model else None
                ),
            )
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


def test_other_conditions_do_not_count() -> None:
    program("""
        def run(text, thinking=True, model="gemini-3.1-pro-preview"):
            config = {}
            if thinking and len(text) > 5:
                config["thinking_config"] = {"thinking_level": "MINIMAL"}  # GEM114 at "MINIMAL"
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


def test_what_is_wrong_for_every_model_stays() -> None:
    program("""
        def run(text, model=M):
            config = {}
            if "2.5" in model:
                config["temperature"] = 5  # GEM101 at 5
                config["max_tokens"] = 5  # GEM111 at "max_tokens"
            return client.models.generate_content(model=model, contents=text, config=config)
    """)


@pytest.mark.parametrize(
    "block",
    [
        "with pytest.raises(ValueError):",
        "with pytest.raises(errors.ClientError) as error:",
        "with self.assertRaises(ValueError):",
        "with self.assertRaisesRegex(ValueError, 'x'):",
        "with contextlib.suppress(Exception):",
        "with suppress(Exception):",
        "with open('x') as f, pytest.raises(ValueError):",
        "with (pytest.raises(ValueError), open('x') as f):",
        "with pytest.raises(ValueError):\n    with open('x'):\n        pass\n    if True:\n        pass",
    ],
)
def test_noop_expected_errors(block: str) -> None:
    agrees(f"""{HEAD}
{block}
    client.models.generate_content(model="gemini-1.5-pro", contents="", config={{"temperature": 5}})
""")


def test_noop_expected_error_of_a_function() -> None:
    program("""
        class Case(unittest.TestCase):
            def test(self):
                self.assertRaises(
                    ValueError, client.models.generate_content, model="gemini-1.5-pro", contents="")
                pytest.raises(ValueError, lambda: client.models.generate_content(
                    model="gemini-1.5-pro", contents="", config={"temperature": 5}))
    """)


def test_after_the_block_errors_count_again() -> None:
    program("""
        with pytest.raises(ValueError):
            client.models.generate_content(model="gemini-1.5-pro", contents="Hi")
        client.models.generate_content(
            model="gemini-1.5-pro", contents="Hi")  # GEM202 at "gemini-1.5-pro"
        with open("x"):
            client.models.generate_content(
                model="gemini-1.5-pro", contents="Hi")  # GEM202 at "gemini-1.5-pro"
    """)


@pytest.mark.parametrize(
    "branches",
    [
        'if model.startswith("gemini"):',
        'if "gemini" in model.lower():',
        'if model.startswith(("gemini-", "models/gemini-")):',
        'if text and "gemini" in model:',
        'if model.startswith("gpt"):\n    pass\nelif model.startswith("gemini-"):',
        'if text == "":\n    pass\nelif "gemini" in model:',
        'if model.startswith("gpt"):\n    pass\nelse:',
        'known = model.startswith("gemini")\nif known:',
    ],
)
def test_condition_that_every_gemini_model_passes(branches: str) -> None:
    program(f"""
        def ask(text, model="gemini-1.5-flash"):  # GEM202 at "gemini-1.5-flash"
            {branches.replace(chr(10), chr(10) + " " * 12)}
                return client.models.generate_content(model=model, contents=text)
    """)


@pytest.mark.parametrize(
    "branches",
    [
        'if model.startswith("gemini-2"):',
        'if "gemini" in model and "pro" in model:',
        'if model.startswith(("gemini-2.5", "gemini")):',
        'if not model.startswith("gemini"):',
        'if model.startswith("gemini"):\n    pass\nelse:',
        'if model.startswith("gemini-1.5"):\n    pass\nelif model.startswith("gemini"):',
        'if model in OLD:\n    pass\nelif model.startswith("gemini"):',
        'if "gemini" not in model:',
        'if model == "gemini":',
        'if "pro" in model:\n    pass\nelif "gemini" in model:',
        'if "pro" in model:\n    pass\nelse:',
        'known = "flash" in model\nif known:',
    ],
)
def test_noop_condition_that_some_gemini_models_pass(branches: str) -> None:
    program(f"""
        def ask(text, model="gemini-1.5-flash"):
            {branches.replace(chr(10), chr(10) + " " * 12)}
                return client.models.generate_content(model=model, contents=text)
    """)


@pytest.mark.parametrize("other", ["gpt-4o", "claude-3-opus"])
def test_noop_other_vendors_model_in_the_branch_of_gemini(other: str) -> None:
    program(f"""
        def ask(text, model="{other}"):
            if "gemini" in model:
                return client.models.generate_content(model=model, contents=text)
    """)


def test_another_model_in_a_branch_is_judged() -> None:
    program("""
        FALLBACK = "gemini-1.5-flash"  # GEM202 at "gemini-1.5-flash"
        def ask(model, known):
            if model in known:
                return client.models.generate_content(model=FALLBACK, contents="Name a river.")
    """)


@pytest.mark.parametrize(
    "body",
    [
        "if tokens:\n    config['max_output_tokens'] = tokens",
        "if tokens > 0:\n    config['max_output_tokens'] = tokens",
        "if text and tokens != 0:\n    config['max_output_tokens'] = tokens",
        "if not tokens:\n    tokens = 9\nconfig['max_output_tokens'] = tokens",
        "if tokens in (0, -1):\n    pass\nelse:\n    config['max_output_tokens'] = tokens",
        "config['max_output_tokens'] = tokens if tokens >= 1 else None",
        "config['max_output_tokens'] = 9 if tokens == 0 else tokens",
        "if self.tokens:\n    config['max_output_tokens'] = self.tokens",
        "given = {'n': tokens}\nif given['n']:\n    config['max_output_tokens'] = given['n']",
        "given = {'n': tokens}\nif given.get('n'):\n    config['max_output_tokens'] = given['n']",
        "given = {'n': tokens}\nif not given['n']:\n    return None\nconfig['max_output_tokens'] = given['n']",
        "if tokens < 1:\n    return None\nconfig['max_output_tokens'] = tokens",
        "if tokens < 1:\n    raise ValueError\nconfig['max_output_tokens'] = tokens",
        "if tokens < 1:\n    sys.exit('none')\nconfig['max_output_tokens'] = tokens",
        "if tokens > 0:\n    pass\nelse:\n    return None\nconfig['max_output_tokens'] = tokens",
        "assert tokens > 0\nconfig['max_output_tokens'] = tokens",
        "if not self.tokens:\n    return None\nconfig['max_output_tokens'] = self.tokens",
        "config['max_output_tokens'] = [n for n in (tokens, 9) if n > 0][-1]",
        "if text:\n    tokens = 9\nelse:\n    tokens = tokens if tokens > 0 else 9\nconfig['max_output_tokens'] = tokens",
        "if text:\n    tokens = 0\n    tokens = 9\nelse:\n    tokens = 7\nconfig['max_output_tokens'] = tokens",
        "while tokens < 1:\n    tokens = ask()\nconfig['max_output_tokens'] = tokens",
        "while tokens > 0:\n    config['max_output_tokens'] = tokens\n    break",
        "match tokens:\n    case 0:\n        tokens = 9\nconfig['max_output_tokens'] = tokens",
        "match tokens:\n    case -1 | 0:\n        tokens = 9\nconfig['max_output_tokens'] = tokens",
        "match tokens:\n    case 0:\n        pass\n    case _:\n        config['max_output_tokens'] = tokens",
        "match tokens:\n    case 0:\n        return None\nconfig['max_output_tokens'] = tokens",
    ],
)
def test_noop_values_that_a_condition_rules_out(body: str) -> None:
    program(_with_default_of_zero(body))


@pytest.mark.parametrize(
    "body",
    [
        "if tokens is not None:\n    config['max_output_tokens'] = tokens",
        "if text or tokens:\n    config['max_output_tokens'] = tokens",
        "if tokens < limit(text):\n    config['max_output_tokens'] = tokens",
        "if text:\n    tokens = 9\nconfig['max_output_tokens'] = tokens",
        "if tokens:\n    tokens = 9\nconfig['max_output_tokens'] = tokens",
        "if tokens == 'none':\n    pass\nelse:\n    config['max_output_tokens'] = tokens",
        "if tokens > 9:\n    return None\nconfig['max_output_tokens'] = tokens",
        "if text:\n    return None\nconfig['max_output_tokens'] = tokens",
        "if tokens < 1:\n    print(tokens)\nconfig['max_output_tokens'] = tokens",
        "given = {'n': tokens, 'm': 1}\nif given['m']:\n    config['max_output_tokens'] = given['n']",
        "given = {'n': 1}\nif given['n']:\n    given['n'] = tokens\n    config['max_output_tokens'] = given['n']",
        "while tokens > 9:\n    tokens = ask()\nconfig['max_output_tokens'] = tokens",
        "if text:\n    if text[1:]:\n        tokens = 9\nelse:\n    tokens = 7\nconfig['max_output_tokens'] = tokens",
        "while text:\n    tokens = ask()\nconfig['max_output_tokens'] = tokens",
        "for _ in text:\n    tokens = ask()\nconfig['max_output_tokens'] = tokens",
        "match tokens:\n    case 1:\n        tokens = 9\nconfig['max_output_tokens'] = tokens",
        "match text:\n    case 0:\n        tokens = 9\nconfig['max_output_tokens'] = tokens",
        "match tokens:\n    case 0 if text:\n        tokens = 9\nconfig['max_output_tokens'] = tokens",
        "match tokens:\n    case None:\n        return None\nconfig['max_output_tokens'] = tokens",
    ],
)
def test_values_that_a_condition_leaves(body: str) -> None:
    source = HEAD + _with_default_of_zero(body)
    assert [item.message for item in findings(source, select=("GEM1",))] == [
        "max_output_tokens 0 (the default of parameter tokens) is below 1"
    ]


def test_value_that_is_set_under_a_condition_on_the_one_before() -> None:
    program("""
        def run(text, temperature=0.5):
            if temperature < 1:
                temperature = 7  # GEM101 at 7
            return client.models.generate_content(
                model=M, contents=text, config={"temperature": temperature}
            )
    """)


def _with_default_of_zero(body: str) -> str:
    head = (
        "class Writer:\n"
        "    def __init__(self, tokens=0):\n"
        "        self.tokens = tokens\n"
        "    def run(self, text, tokens=0):\n"
        "        config = {}\n"
    )
    send = "return client.models.generate_content(model=M, contents=text, config=config)"
    return head + textwrap.indent(f"{body}\n{send}\n", " " * 8)


@pytest.mark.parametrize(
    "taken_off",
    [
        'if model.startswith("google/"):\n        model = model.removeprefix("google/")',
        'if model.startswith("google/"):\n        model = model[len("google/"):]',
        'if "/" in model:\n        _, model = model.split("/", 1)',
        'model = model[7:] if model.startswith("google/") else model',
        'if model.startswith("google/"):\n        model = name_of(model)',
    ],
)
def test_prefix_that_is_taken_off(taken_off: str) -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        'def ask(model="google/gemini-3-flash-preview"):\n'
        f"    {taken_off}\n"
        '    client.models.generate_content(model=model, contents="Hi")\n'
    )
    assert codes(source) == []
    untouched = source.replace(taken_off, "pass")
    assert codes(untouched) == ["GEM209:3"]
