"""Plain HTTP with several libraries: what leaves is what the reader sees."""

from __future__ import annotations

import pytest

from .agreement import disagreements
from .conftest import Runners

pytestmark = pytest.mark.live

HEAD = """
import asyncio, json, os, urllib.request
import aiohttp, httpx, httpx2, requests, urllib3

KEY = os.getenv("NO_SUCH_KEY", "x")
HOST = "https://generativelanguage.googleapis.com"
URL = f"{HOST}/v1beta/models/gemini-3.1-pro-preview:generateContent"
HEADERS = {"x-goog-api-key": KEY, "Content-Type": "application/json"}
BODY = {
    "contents": [{"role": "user", "parts": [{"text": "Name three rivers."}]}],
    "systemInstruction": {"parts": [{"text": "Be brief."}]},
    "generationConfig": {"temperature": 0.5, "maxOutputTokens": 64, "stopSequences": ["END"]},
    "safetySettings": [
        {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}
    ],
}
"""
PROGRAMS = {
    "requests": """
requests.post(URL, headers=HEADERS, json=BODY)
""",
    "requests with a session and a string": """
session = requests.Session()
session.headers.update(HEADERS)
model = "gemini-3.8-flash"
data = {"contents": [{"parts": [{"text": "Name three rivers."}]}]}
data["generation_config"] = {"max_output_tokens": 10, "thinking_config": {"thinking_level": "low"}}
session.post(
    "https://generativelanguage.googleapis.com/v1/models/{}:streamGenerateContent".format(model),
    params={"alt": "sse"},
    data=json.dumps(data),
)
""",
    "requests on Vertex AI": """
location = "global"
requests.request(
    "POST",
    "https://aiplatform.googleapis.com/v1/projects/p/locations/" + location
    + "/publishers/google/models/gemini-3.1-pro-preview:generateContent",
    headers={"Authorization": "Bearer x"},
    json=BODY,
)
""",
    "tokens": """
requests.post(
    f"{HOST}/v1/models/gemini-3.8-flash:countTokens",
    json={"contents": [{"parts": [{"text": "Name three rivers."}]}]},
)
""",
    "embedding": """
requests.post(
    f"{HOST}/v1beta/models/gemini-embedding-001:embedContent",
    headers=HEADERS,
    json={
        "content": {"parts": [{"text": "three rivers"}]},
        "taskType": "RETRIEVAL_QUERY",
        "outputDimensionality": 256,
    },
)
""",
    "interactions": """
requests.post(
    f"{HOST}/v1beta/interactions",
    headers=HEADERS,
    json={"model": "gemini-3.8-flash", "input": "Name three rivers.",
          "generation_config": {"thinking_level": "low"}},
)
""",
    "httpx": """
httpx.post(URL, headers=HEADERS, json=BODY, timeout=30)
""",
    "httpx with a client": """
with httpx.Client(base_url="https://generativelanguage.googleapis.com/v1beta") as client:
    client.post("/models/gemini-3.1-pro-preview:generateContent", headers=HEADERS, json=BODY)
""",
    "httpx asynchronous": """
async def main():
    async with httpx.AsyncClient() as client:
        await client.post(URL, headers=HEADERS, json=BODY)

asyncio.run(main())
""",
    "httpx2": """
httpx2.post(URL, headers=HEADERS, json=BODY)
""",
    "aiohttp": """
async def main():
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        async with session.post(URL, json=BODY) as response:
            await response.json()

asyncio.run(main())
""",
    "urllib": """
request = urllib.request.Request(URL, data=json.dumps(BODY).encode(), headers=HEADERS)
urllib.request.urlopen(request).read()
""",
    "urllib3": """
http = urllib3.PoolManager()
http.request("POST", URL, headers=HEADERS, body=json.dumps(BODY))
""",
}


@pytest.mark.parametrize(
    "program", [pytest.param(text, id=name) for name, text in PROGRAMS.items()]
)
def test_requests_are_those_that_the_reader_sees(program: str, runners: Runners) -> None:
    assert disagreements(runners("http"), HEAD + program) == []
