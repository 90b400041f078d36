from __future__ import annotations

import pytest
from google_keys import STANDARD
from linting import codes, findings

HOST = "https://generativelanguage.googleapis.com"
URL = f"{HOST}/v1beta/models/gemini-3.8-flash:generateContent"
VERTEX = "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1"
TURN = '"contents": [{"parts": [{"text": "Name three rivers."}]}]'
HOT = '{"contents": [{"parts": [{"text": "Hi."}]}], "generationConfig": {"temperature": 5}}'
BODY = "{" + TURN + "}"


def post(url: str = URL, body: str = HOT) -> str:
    return f'import requests\nrequests.post("{url}", json={body})\n'


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(post(body=HOT.replace("temperature", "maxOutputTokens")), id="a good request"),
        pytest.param(post("https://api.weather.example/v1/forecast"), id="weather"),
        pytest.param(post("https://api.gemini.com/v1/order/new"), id="crypto exchange"),
        pytest.param(post(URL.replace(".com/", ".com.evil.example/")), id="host goes on"),
        pytest.param(post(URL.replace("://", "://not-")), id="host with a prefix"),
        pytest.param(post(f"https://proxy.example/{URL}"), id="behind a proxy"),
        pytest.param(
            post(f"{VERTEX}/publishers/anthropic/models/claude-3:rawPredict"), id="other publisher"
        ),
        pytest.param(post("https://aiplatform.googleapis.com/v1/projects/p/jobs"), id="jobs"),
        pytest.param(post("https://openrouter.ai/api/v1/chat/completions"), id="other API"),
    ],
)  # fmt: skip
def test_other_requests_are_silent(source: str) -> None:
    assert codes(f"# {HOST}\n{source}") == []


def test_unknown_url_is_silent() -> None:
    assert codes(f"""
        import os
        import requests
        # {HOST}
        requests.post(os.environ["URL"], json={HOT})
    """) == []  # fmt: skip


def test_other_callables_are_silent() -> None:
    assert codes(f"""
        import responses
        responses.post("{URL}", json={{"candidates": []}})
        queue.post("{URL}", {HOT})
        {{"a": 1}}.get("{URL}", {HOT})
        print("{URL}", {HOT})
    """) == []  # fmt: skip


def test_expected_failure_is_silent() -> None:
    assert codes(f"""
        import pytest, requests
        with pytest.raises(requests.HTTPError):
            requests.post("{URL}", json={HOT})
    """) == []  # fmt: skip


@pytest.mark.parametrize(
    "sending",
    [
        pytest.param("import requests\nrequests.post(url, json=body)", id="requests"),
        pytest.param("import requests\nrequests.request('POST', url, json=body)", id="request"),
        pytest.param("from requests import post\npost(url, json=body)", id="from requests"),
        pytest.param("import requests, json\nrequests.post(url, data=json.dumps(body))", id="data"),
        pytest.param(
            "import requests, json\nrequests.post(url, json.dumps(body).encode('utf-8'))",
            id="positional bytes",
        ),
        pytest.param(
            "import requests\nwith requests.Session() as http:\n    http.post(url, json=body)",
            id="session",
        ),
        pytest.param("import httpx\nhttpx.post(url, json=body)", id="httpx"),
        pytest.param("import httpx2\nhttpx2.post(url, json=body)", id="httpx2"),
        pytest.param(
            "import httpx, json\nhttpx.Client().post(url, content=json.dumps(body))", id="content"
        ),
        pytest.param(
            "import httpx\nwith httpx.stream('POST', url, json=body) as answer:\n    pass",
            id="httpx.stream",
        ),
        pytest.param(
            "import httpx\n"
            "async def ask():\n"
            "    async with httpx.AsyncClient() as client:\n"
            "        await client.post(url, json=body)",
            id="httpx.AsyncClient",
        ),
        pytest.param(
            "import aiohttp\n"
            "async def ask():\n"
            "    async with aiohttp.ClientSession() as session:\n"
            "        async with session.post(url, json=body) as answer:\n"
            "            pass",
            id="aiohttp",
        ),
        pytest.param(
            "import aiohttp\n"
            "async def ask(session: aiohttp.ClientSession):\n"
            "    await session.post(url, json=body)",
            id="annotated session",
        ),
        pytest.param(
            "async def ask(http_client):\n    await http_client.post(url, json=body)",
            id="client by its name",
        ),
        pytest.param(
            "import json, urllib.request\n"
            "urllib.request.Request(url, data=json.dumps(body).encode())",
            id="urllib Request",
        ),
        pytest.param(
            "import json\nfrom urllib.request import urlopen\n"
            "urlopen(url, bytes(json.dumps(body), 'utf-8'))",
            id="urlopen",
        ),
        pytest.param(
            "import json, urllib3\n"
            "urllib3.PoolManager().request('POST', url, body=json.dumps(body))",
            id="urllib3",
        ),
        pytest.param(
            "import asyncio, requests\nasyncio.to_thread(requests.post, url, json=body)",
            id="handed on",
        ),
    ],
)
def test_every_http_library(sending: str) -> None:
    assert codes(f'url = "{URL}"\nbody = {HOT}\n{sending}\n') == ["GEM101:2"]


@pytest.mark.parametrize(
    "client",
    [
        pytest.param(f'import httpx\nclient = httpx.Client(base_url="{HOST}/v1beta")', id="httpx"),
        pytest.param(
            f'import aiohttp\nclient = aiohttp.ClientSession("{HOST}/v1beta/")', id="aiohttp"
        ),
    ],
)
def test_base_url(client: str) -> None:
    source = f'{client}\nclient.post("/models/gemini-1.5-pro:generateContent", json={BODY})\n'
    assert codes(source) == ["GEM202:3"]


def test_http_client() -> None:
    assert codes(f"""
        import http.client, json
        connection = http.client.HTTPSConnection("generativelanguage.googleapis.com")
        connection.request(
            "POST", "/v1beta/models/gemini-3.8-flash:generateContent", json.dumps({HOT})
        )
    """) == ["GEM101:5"]  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        pytest.param('f"{BASE}/models/{MODEL}:generateContent"', id="f-string"),
        pytest.param('BASE + "/models/" + MODEL + ":generateContent"', id="plus"),
        pytest.param('"{}/models/{}:generateContent".format(BASE, MODEL)', id="format"),
        pytest.param('"%s/models/%s:generateContent" % (BASE, MODEL)', id="percent"),
        pytest.param('f"{BASE}/models/{MODEL}:{method}"', id="unknown method"),
        pytest.param('f"{BASE}/models/{MODEL}:generateContent?key={key}&alt=sse"', id="query"),
        pytest.param('urljoin(BASE, f"models/{MODEL}:generateContent")', id="urljoin"),
    ],
)
def test_model_is_found_where_it_is_written(url: str) -> None:
    found = findings(f"""
        import requests
        from urllib.parse import urljoin
        BASE = "{HOST}/v1beta"
        MODEL = "gemini-1.5-pro"
        def ask(key, method):
            return requests.post({url}, json={BODY})
    """, select=("GEM202",))  # fmt: skip
    assert [(item.span.line, item.span.column, item.model) for item in found] == [
        (5, 9, "gemini-1.5-pro")
    ]


def test_model_within_a_literal_url() -> None:
    found = findings(post(f"{HOST}/v1/models/gemini-1.5-pro:generateContent", BODY))
    assert [(item.code, item.api_version, item.method) for item in found] == [
        ("GEM202", "v1", "generateContent")
    ]


def test_model_out_of_a_parameter_default_and_a_choice() -> None:
    assert codes(f"""
        import requests
        def ask(fast, model="gemini-1.5-flash"):
            requests.post(f"{HOST}/v1beta/models/{{model}}:generateContent", json={BODY})
            other = "gemini-1.5-pro" if fast else "gemini-3.8-flash"
            requests.post(f"{HOST}/v1beta/models/{{other}}:generateContent", json={BODY})
    """) == ["GEM202:3", "GEM202:5"]  # fmt: skip


def test_unknown_model_leaves_the_rest_known() -> None:
    assert codes(f"""
        import requests
        def ask(model):
            requests.post(f"{HOST}/v1beta/models/{{model}}:generateContent", json={HOT})
    """) == ["GEM101:4"]  # fmt: skip


def test_vertex_by_its_host() -> None:
    url = f"{VERTEX}/publishers/google/models/gemini-1.0-pro:streamGenerateContent"
    found = findings(post(url, BODY))
    assert [(item.code, item.backend, item.method) for item in found] == [
        ("GEM202", "vertex", "streamGenerateContent")
    ]


def test_vertex_with_unknown_region() -> None:
    assert codes(f"""
        import requests
        def ask(region, project):
            requests.post(
                f"https://{{region}}-aiplatform.googleapis.com/v1/projects/{{project}}/locations/"
                f"{{region}}/publishers/google/models/gemini-1.0-pro:generateContent",
                json={BODY},
            )
    """) == ["GEM202:6"]  # fmt: skip


def test_both_spellings_of_keys() -> None:
    assert codes(f"""
        import requests
        body = {{{TURN}, "generation_config": {{"top_p": 1.5}}}}
        requests.post("{URL}", json=body)
        body = {{{TURN}, "generationConfig": {{"topP": 1.5, "max_output_tokens": 0}}}}
        requests.post("{URL}", json=body)
    """) == ["GEM103:3", "GEM103:5", "GEM106:5"]  # fmt: skip


def test_body_built_over_several_statements() -> None:
    assert codes(f"""
        import requests
        body = {BODY}
        body["generationConfig"] = {{}}
        body["generationConfig"]["temperature"] = 5
        body["safetySettings"] = [{{"category": "HARASSMENT", "threshold": "BLOCK_NONE"}}]
        requests.post("{URL}", json=body)
    """) == ["GEM101:5", "GEM501:6"]  # fmt: skip


def test_body_that_is_json_text() -> None:
    assert codes(f"""
        import requests
        requests.post("{URL}", data='{HOT}')
    """) == ["GEM101:3"]  # fmt: skip


def test_unknown_keys() -> None:
    found = findings(
        post(body=f'{{{TURN}, "temperature": 1, "generationConfig": {{"maxTokens": 5}}}}')
    )
    assert [item.message for item in found] == [
        "unknown parameter temperature of generateContent: give it in generationConfig=",
        "unknown parameter maxTokens of generationConfig: did you mean maxOutputTokens?",
    ]


def test_types_are_those_of_json() -> None:
    body = f'{{{TURN}, "generationConfig": {{"temperature": "0.5", "topP": "high"}}}}'
    found = findings(post(body=body), ignore=("GEM115",))
    assert [(item.code, item.outcome) for item in found] == [("GEM110", "400 INVALID_ARGUMENT")]


def test_schema_keys_are_not_judged() -> None:
    schema = '{"type": "OBJECT", "properties": {"a": {"type": "STRING"}}, "x-order": 1}'
    config = f'{{"responseMimeType": "application/json", "responseSchema": {schema}}}'
    assert codes(post(body=f'{{{TURN}, "generationConfig": {config}}}')) == []


def test_roles_and_prompts() -> None:
    french = "Bonjour, pouvez-vous me donner le nom de trois fleuves de France ?"
    body = f'{{"contents": [{{"role": "system", "parts": [{{"text": "{french}"}}]}}]}}'
    assert "GEM118:2" in codes(post(body=body))
    body = body.replace("system", "user")
    assert codes(post(body=body)) == ["GEM401:2"]
    assert codes(post(body='{"contents": {"parts": {"text": ""}}}')) == ["GEM402:2"]


def test_embeddings() -> None:
    url = f"{HOST}/v1beta/models/gemini-3.8-flash:embedContent"
    assert codes(post(url, '{"content": {"parts": [{"text": "A river."}]}}')) == ["GEM204:2"]
    url = f"{HOST}/v1beta/models/gemini-embedding-001:batchEmbedContents"
    request = '{"model": "models/gemini-embedding-001", "content": {"parts": [{"text": " "}]}}'
    assert codes(post(url, f'{{"requests": [{request}]}}')) == ["GEM402:2"]


def test_interactions() -> None:
    body = '{"model": "gemini-1.5-pro", "input": "Hi.", "generation_config": {"top_j": 1}}'
    assert codes(post(f"{HOST}/v1beta/interactions", body)) == ["GEM202:2", "GEM111:2"]


def test_resources_of_another_version() -> None:
    body = '{"model": "models/gemini-3.8-flash", "ttl": "300s"}'
    found = findings(post(f"{HOST}/v1/cachedContents", body))
    assert [(item.code, item.method) for item in found] == [("GEM302", "createCachedContent")]
    assert codes(post(f"{HOST}/v1beta/cachedContents", body)) == []


def test_unknown_version() -> None:
    assert codes(post(URL.replace("v1beta", "v2"), BODY)) == ["GEM304:2"]


def test_listing_models_is_silent() -> None:
    assert codes(f'import requests\nrequests.get("{HOST}/v1beta/models")\n') == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param('headers={"X-Goog-Api-Key": KEY}', ["GEM701:2"], id="header"),
        pytest.param('params={"key": KEY}', ["GEM701:2", "GEM702:4"], id="query"),
    ],
)
def test_keys(given: str, expected: list[str]) -> None:
    source = f'import requests\nKEY = "{STANDARD}"\nrequests.post("{URL}", json={BODY},\n  {given})'
    assert codes(source) == expected


def test_key_within_the_url() -> None:
    assert codes(post(f"{URL}?key={STANDARD}", BODY)) == ["GEM701:2"]
    source = f'import requests\ndef f(key):\n    requests.post(f"{URL}?key={{key}}", json={BODY})'
    assert codes(source) == ["GEM702:3"]


def test_headers_of_a_session() -> None:
    assert codes(f"""
        import httpx
        client = httpx.Client(headers={{"x-goog-api-key": "{STANDARD}"}})
        client.post("{URL}", json={BODY})
    """) == ["GEM701:3"]  # fmt: skip


def test_headers_that_a_session_gets_later() -> None:
    assert codes(f"""
        import requests
        class Client:
            def __init__(self):
                self.session = requests.Session()
                self.session.headers.update({{"x-goog-api-key": "{STANDARD}"}})
            def ask(self):
                self.session.post("{URL}", json={BODY})
    """) == ["GEM701:6"]  # fmt: skip


def test_one_safety_setting_for_a_list() -> None:
    setting = '{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ALL"}'
    assert codes(post(body=f'{{{TURN}, "safetySettings": {setting}}}')) == ["GEM503:2"]


def test_openai_compatible_bodies() -> None:
    body = '{"model": "gemini-1.5-pro", "messages": [{"role": "assistant", "content": "Hi."}]}'
    assert codes(post(f"{HOST}/v1beta/openai/chat/completions", body)) == ["GEM202:2"]
