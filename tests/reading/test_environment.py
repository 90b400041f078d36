"""What a file says to the environment: backend, version and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotated import agrees, project_agrees
from google_keys import STANDARD as KEY

VERTEX_ONLY = """
client.models.generate_content(
    model="gemini-3-flash-preview", contents="Hi",
    config={"audio_timestamp": True},%s
)
"""
REFUSED = '  # GEM305 at "audio_timestamp"'


@pytest.mark.parametrize(
    "setup",
    [
        'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "True"\nclient = genai.Client()',
        'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "1"\nclient = genai.Client()',
        'os.environ["GOOGLE_GENAI_USE_ENTERPRISE"] = "true"\nclient = genai.Client()',
        'os.environ.setdefault("GOOGLE_GENAI_USE_VERTEXAI", "True")\nclient = genai.Client()',
        'os.environ.update({"GOOGLE_GENAI_USE_VERTEXAI": "True"})\nclient = genai.Client()',
        'os.environ.update(GOOGLE_GENAI_USE_VERTEXAI="True")\nclient = genai.Client()',
        'os.putenv("X", "y")\nclient = genai.Client(vertexai=True)',
        "client = genai.Client(enterprise=True)",
        'client = genai.Client(vertexai=True, project="p", location="global")',
        'client = genai.Client(project="p", location="global")',
        "client = genai.Client(vertexai=os.environ['V'])",
        "client = genai.Client(vertexai=bool(os.getenv('V')))",
        "client = genai.Client(**options)",
        "client = genai.Client() if options else genai.Client(vertexai=True)",
        "VERTEX = True\nclient = genai.Client(vertexai=VERTEX)",
        "client = genai.Client(vertexai=True, api_key='k')",
        'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = options["v"]\nclient = genai.Client()',
    ],
)
def test_noop_vertex_or_unknown(setup: str) -> None:
    agrees(f"import os\nfrom google import genai\n{setup}\n{VERTEX_ONLY % ''}")


@pytest.mark.parametrize(
    "setup",
    [
        "client = genai.Client()",
        "client = genai.Client(vertexai=False)",
        "client = genai.Client(api_key='k')",
        "client = genai.Client(vertexai=None, project=None)",
        'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "False"\nclient = genai.Client()',
        'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "0"\nclient = genai.Client()',
        'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "True"\nclient = genai.Client(vertexai=False)',
        "client = genai.Client(api_key=os.environ['KEY'])",
        "client = genai.Client(http_options={'timeout': 60000})",
    ],
)
def test_developer_api(setup: str) -> None:
    agrees(f"import os\nfrom google import genai\n{setup}\n{VERTEX_ONLY % REFUSED}")


@pytest.mark.parametrize(
    ("setup", "flagged"),
    [
        ('os.environ["GOOGLE_GENAI_API_VERSION"] = "v1"\nclient = genai.Client()', True),
        ('os.environ["GOOGLE_GENAI_API_VERSION"] = "v1beta"\nclient = genai.Client()', False),
        ('client = genai.Client(http_options={"api_version": "v1"})', True),
        ('client = genai.Client(http_options={"apiVersion": "v1"})', True),
        ('client = genai.Client(http_options=types.HttpOptions(api_version="v1"))', True),
        ('client = genai.Client(http_options=types.HttpOptions(apiVersion="v1"))', True),
        ('V = "v1"\nclient = genai.Client(http_options=dict(api_version=V))', True),
        ('client = genai.Client(http_options={"api_version": "v1beta"})', False),
        ("client = genai.Client(http_options=options)", False),
        ("client = genai.Client()", False),
    ],
)
def test_version(setup: str, flagged: bool) -> None:
    mark = '  # GEM301 at "service_tier"' if flagged else ""
    agrees(f"""
import os
from google import genai
from google.genai import types
{setup}
client.models.generate_content(
    model="gemini-3-flash-preview", contents="Hi",
    config={{"service_tier": "flex"}},{mark}
)
""")


def test_version_of_the_request_wins() -> None:
    agrees("""
        from google import genai
        from google.genai import types
        client = genai.Client(http_options={"api_version": "v1beta"})
        client.models.generate_content(
            model="gemini-3-flash-preview", contents="Hi",
            config=types.GenerateContentConfig(
                service_tier="flex",  # GEM301 at service_tier
                http_options=types.HttpOptions(api_version="v1"),
            ),
        )
    """)


@pytest.mark.parametrize(
    "body",
    [
        'if client.vertexai:\n        config["audio_timestamp"] = True',
        "if client.vertexai:\n        client.models.compute_tokens(model=model, contents=text)",
    ],
)
def test_noop_client_that_is_asked_for_its_backend(body: str) -> None:
    agrees(f"""
from google import genai
client = genai.Client()
def ask(text, model="gemini-3-flash-preview"):
    config = {{}}
    {body}
    return client.models.generate_content(model=model, contents=text, config=config)
""")


@pytest.mark.parametrize(
    "body",
    [
        'model = "text-embedding-005" if client.vertexai else "gemini-embedding-001"',
        (
            'model = "gemini-embedding-001"\n    if client.vertexai:\n'
            '        model = "text-embedding-005"'
        ),
    ],
)
def test_noop_model_for_the_backend_of_the_client(body: str) -> None:
    agrees(f"""
from google import genai
client = genai.Client()
def embed(text):
    {body}
    return client.models.embed_content(model=model, contents=text)
""")


def test_calls_beside_a_client_that_is_asked() -> None:
    agrees("""
        from google import genai
        client = genai.Client()
        if not client.vertexai:
            print("the Developer API")
        client.models.compute_tokens(  # GEM305 at compute_tokens
            model="gemini-3-flash-preview", contents="Name three rivers."
        )
    """)


_HANDED_IN = """
from google import genai
def make(project):
    %s
def ask(client: genai.Client):
    client.models.generate_content(
        model="gemini-2.5-flash",%s
        contents="Name three rivers.",
    )
"""


@pytest.mark.parametrize(
    ("made", "finding"),
    [
        ("return genai.Client(vertexai=True, project=project)", "GEM202"),
        ("return genai.Client()", "GEM203"),
        ("return genai.Client(vertexai=project)", ""),
        ("return genai.Client() if project else genai.Client(vertexai=True)", ""),
        ("return None", ""),
    ],
)
def test_client_that_is_handed_in(made: str, finding: str) -> None:
    agrees(_HANDED_IN % (made, f'  # {finding} at "gemini-2.5-flash"' if finding else ""))


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ("if options:\n    given['vertexai'] = True", ""),
        ("if options:\n    given['project'] = 'p'", ""),
        ("given['project'] = 'p'", "GEM202"),
        ("given['api_key'] = options.key", "GEM203"),
    ],
)
def test_client_that_conditions_may_send_to_vertex(given: str, finding: str) -> None:
    agrees(
        f"from google import genai\ngiven = {{}}\n{given}\nclient = genai.Client(**given)\n"
        'client.models.generate_content(model="gemini-2.5-flash", contents="Hi")'
        + (f'  # {finding} at "gemini-2.5-flash"' if finding else "")
    )


def test_client_that_is_made_where_none_is_handed_in() -> None:
    agrees("""
        from google import genai
        def ask(client: genai.Client | None = None):
            if client is None:
                client = genai.Client(vertexai=True, project="p", location="global")
            client.models.generate_content(
                model="gemini-2.5-flash",  # GEM202 at "gemini-2.5-flash"
                contents="Name three rivers.",
            )
    """)


@pytest.mark.parametrize("model", ["CLIENT.models", "CLIENT.aio.models", "make().aio.models"])
def test_client_of_another_module(tmp_path: Path, model: str) -> None:
    service = {
        "app/__init__.py": "",
        "app/service.py": f"""
            from app.client import CLIENT, make
            from google.genai import types
            {model}.generate_content(
                model="gemini-3-flash-preview", contents="Hi",
                config={{"audio_timestamp": True}},%s
            )
        """,
    }
    client = """
        import os
        from google import genai
        %s
        def make():
            return genai.Client()
        CLIENT = make()
    """
    refused = service["app/service.py"] % REFUSED
    vertex = 'os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "True"'
    silent = service["app/service.py"] % ""
    project_agrees(
        tmp_path / "a", {**service, "app/client.py": client % vertex, "app/service.py": silent}
    )
    project_agrees(
        tmp_path / "b", {**service, "app/client.py": client % "", "app/service.py": refused}
    )


@pytest.mark.parametrize(
    "statement",
    [
        'os.environ["GOOGLE_API_KEY"] = {key}',
        'os.environ["GEMINI_API_KEY"] = {key}',
        'os.environ.setdefault("GEMINI_API_KEY", {key})',
        "client = genai.Client(api_key={key})",
        'client = genai.Client(api_key=os.getenv("K", {key}))',
        "KEY = {key}\nclient = genai.Client(api_key=KEY)",
    ],
)
def test_keys(statement: str) -> None:
    text = f'"{KEY}"'
    lines = statement.format(key=text).split("\n")
    lines[0] += f"  # GEM701 at {text}"
    agrees("import os\nfrom google import genai\n" + "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "statement",
    [
        'os.environ["GOOGLE_API_KEY"] = "YOUR_API_KEY"',
        'os.environ["GOOGLE_API_KEY"] = os.environ["OTHER"]',
        'client = genai.Client(api_key="...")',
        "client = genai.Client(api_key=open('key').read())",
    ],
)
def test_noop_keys(statement: str) -> None:
    agrees(f"import os\nfrom google import genai\n{statement}\n")


@pytest.mark.parametrize(
    "settings",
    [
        'kwargs = {}\nif vertex:\n    kwargs["vertexai"] = True',
        'kwargs = {}\nif vertex:\n    kwargs["project"] = "p"\n    kwargs["location"] = "global"',
        'kwargs = {"vertexai": True} if vertex else {"api_key": key}',
    ],
)
def test_noop_backend_that_a_condition_decides(settings: str) -> None:
    agrees(f"""
from google import genai
{settings}
client = genai.Client(**kwargs)
client.files.upload(file="notes.txt")
""")


def test_backend_that_a_dictionary_decides() -> None:
    agrees("""
        from google import genai
        kwargs = {}
        kwargs["vertexai"] = True
        client = genai.Client(**kwargs)
        client.files.upload(file="notes.txt")  # GEM305 at upload
    """)
