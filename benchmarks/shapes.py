"""Programs of the shapes that code with Gemini calls has: templates, filled in by number."""

from __future__ import annotations

import random
from collections.abc import Callable

MODELS = (
    "gemini-3.1-flash-lite", "gemini-3.5-flash", "gemini-2.5-flash", "gemini-2.5-pro",
    "gemini-2.0-flash", "gemini-1.5-pro", "gemini-1.5-flash",
)  # fmt: skip
TOPICS = (
    "orders", "invoices", "recipes", "tickets", "reviews", "lessons", "articles", "meetings",
    "contracts", "photos", "songs", "patients", "routes", "matches", "books", "payments",
)  # fmt: skip
VERBS = ("summarize", "translate", "classify", "extract", "rank", "explain", "rewrite", "grade")

Shape = Callable[[random.Random, str, str, str], str]


def _script(draw: random.Random, topic: str, verb: str, model: str) -> str:
    return f'''"""{verb.title()} {topic} from the command line."""

import argparse
import os
import sys

from dotenv import load_dotenv
from google import genai
from google.genai import types

load_dotenv()

MODEL = os.getenv("GEMINI_MODEL", "{model}")
SYSTEM = """You are a careful assistant that helps people with their {topic}.
Answer in plain sentences, and say so when you do not know."""


def read_{topic}(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip()]


def {verb}(client: genai.Client, items: list[str]) -> str:
    prompt = "Please {verb} the following {topic}:\\n" + "\\n".join(f"- {{item}}" for item in items)
    response = client.models.generate_content(
        model=MODEL,
        contents=prompt,
        config=types.GenerateContentConfig(
            system_instruction=SYSTEM,
            temperature={draw.choice((0, 0.2, 0.7, 1, 1.5))},
            top_p={draw.choice((0.8, 0.9, 0.95))},
            max_output_tokens={draw.choice((256, 1024, 8192))},
        ),
    )
    if not response.candidates:
        raise RuntimeError("no answer")
    return response.text or ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", help="a file with one of the {topic} a line")
    parser.add_argument("--limit", type=int, default={draw.randrange(5, 50)})
    arguments = parser.parse_args()
    client = genai.Client(api_key=os.environ.get("GEMINI_API_KEY"))
    items = read_{topic}(arguments.path)[: arguments.limit]
    if not items:
        print("nothing to do", file=sys.stderr)
        return 1
    print({verb}(client, items))
    return 0


if __name__ == "__main__":
    sys.exit(main())
'''


def _service(draw: random.Random, topic: str, verb: str, model: str) -> str:
    name = topic.title()
    return f'''"""The service behind the page of {topic}."""

import asyncio
import json
import logging
from dataclasses import dataclass, field
from typing import Any, AsyncIterator, Dict, List, Optional

from fastapi import APIRouter, Depends, HTTPException
from google import genai
from google.genai import types
from pydantic import BaseModel

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/{topic}")


class {name}Request(BaseModel):
    text: str
    language: str = "en"
    limit: int = {draw.randrange(1, 20)}


class {name}Answer(BaseModel):
    title: str
    items: List[str]
    score: float = 0.0


@dataclass
class {name}Service:
    """Keeps one client and the answers that it gave."""

    api_key: str
    model: str = "{model}"
    retries: int = {draw.randrange(2, 6)}
    cache: Dict[str, {name}Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client = genai.Client(api_key=self.api_key)
        self.config = types.GenerateContentConfig(
            response_mime_type="application/json",
            response_schema={name}Answer,
            temperature={draw.choice((0.0, 0.3, 0.4, 2.5))},
            safety_settings=[
                types.SafetySetting(
                    category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_ONLY_HIGH"
                ),
                types.SafetySetting(
                    category="HARM_CATEGORY_HATE_SPEECH", threshold="BLOCK_MEDIUM_AND_ABOVE"
                ),
            ],
        )

    async def {verb}(self, request: {name}Request) -> {name}Answer:
        key = json.dumps(request.model_dump(), sort_keys=True)
        if key in self.cache:
            return self.cache[key]
        error: Optional[Exception] = None
        for attempt in range(self.retries):
            try:
                response = await self.client.aio.models.generate_content(
                    model=self.model,
                    contents=[self._prompt(request)],
                    config=self.config,
                )
                answer = {name}Answer.model_validate_json(response.text)
                self.cache[key] = answer
                return answer
            except Exception as problem:
                error = problem
                logger.warning("attempt %d failed: %s", attempt, problem)
                await asyncio.sleep(2**attempt)
        raise HTTPException(status_code=502, detail=str(error))

    async def stream(self, request: {name}Request) -> AsyncIterator[str]:
        async for chunk in await self.client.aio.models.generate_content_stream(
            model=self.model,
            contents=self._prompt(request),
            config={{"temperature": {draw.choice((0.5, 0.9, 1.0))}, "max_output_tokens": 2048}},
        ):
            if chunk.text:
                yield chunk.text

    def _prompt(self, request: {name}Request) -> str:
        return (
            f"{verb.title()} these {topic} in {{request.language}}, and give at most "
            f"{{request.limit}} items with a short title for each of them.\\n\\n{{request.text}}"
        )

    def statistics(self) -> Dict[str, Any]:
        scores = [answer.score for answer in self.cache.values()]
        return {{
            "answers": len(self.cache),
            "mean": sum(scores) / len(scores) if scores else None,
            "best": max(scores, default=0.0),
        }}


def service() -> {name}Service:
    from app.settings import settings

    return {name}Service(settings.gemini_api_key)


@router.post("/{verb}")
async def {verb}_{topic}(
    request: {name}Request, service: {name}Service = Depends(service)
) -> {name}Answer:
    return await service.{verb}(request)
'''


def _old_sdk(draw: random.Random, topic: str, verb: str, model: str) -> str:
    return f'''import os
import time

import google.generativeai as genai
import streamlit as st
from PIL import Image

genai.configure(api_key=os.environ["GOOGLE_API_KEY"])

generation_config = {{
    "temperature": {draw.choice((0.4, 0.9, 1, 3))},
    "top_p": 0.95,
    "top_k": {draw.choice((1, 32, 40, 64))},
    "max_output_tokens": {draw.choice((1024, 8192))},
    "response_mime_type": "text/plain",
}}

safety_settings = [
    {{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}},
    {{"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "BLOCK_NONE"}},
    {{"category": "HARM_CATEGORY_SEXUALLY_EXPLICIT", "threshold": "BLOCK_MEDIUM_AND_ABOVE"}},
    {{"category": "HARM_CATEGORY_DANGEROUS_CONTENT", "threshold": "BLOCK_MEDIUM_AND_ABOVE"}},
]

model = genai.GenerativeModel(
    model_name="{model}",
    generation_config=generation_config,
    safety_settings=safety_settings,
    system_instruction="You {verb} {topic} for people who are in a hurry.",
)


def get_response(question, image=None):
    if image is not None:
        response = model.generate_content([question, image])
    else:
        response = model.generate_content(question)
    return response.text


def wait_for(files):
    for name in (file.name for file in files):
        file = genai.get_file(name)
        while file.state.name == "PROCESSING":
            time.sleep({draw.randrange(2, 12)})
            file = genai.get_file(name)
        if file.state.name != "ACTIVE":
            raise Exception(f"File {{file.name}} failed to process")


st.set_page_config(page_title="{topic.title()}", layout="wide")
st.header("{verb.title()} your {topic}")

if "history" not in st.session_state:
    st.session_state.history = []

chat = model.start_chat(history=st.session_state.history)

with st.sidebar:
    uploaded = st.file_uploader("Choose an image", type=["jpg", "jpeg", "png"])
    image = Image.open(uploaded) if uploaded else None
    if image:
        st.image(image, caption="Uploaded image", use_column_width=True)

for message in chat.history:
    with st.chat_message("assistant" if message.role == "model" else message.role):
        st.markdown(message.parts[0].text)

if prompt := st.chat_input("What do you want to know about your {topic}?"):
    st.chat_message("user").markdown(prompt)
    response = chat.send_message(prompt, stream=True)
    with st.chat_message("assistant"):
        for chunk in response:
            st.write(chunk.text)
    st.session_state.history = chat.history
'''


def _rest(draw: random.Random, topic: str, verb: str, model: str) -> str:
    return f'''"""Asks over plain HTTP, without a library."""

import json
import logging
import os
from datetime import datetime, timedelta
from typing import Optional

import requests

API_KEY = os.getenv("GEMINI_API_KEY", "")
BASE = "https://generativelanguage.googleapis.com/v1beta"
MODEL = "{model}"
TIMEOUT = {draw.randrange(10, 90)}

log = logging.getLogger("{topic}")


class {topic.title()}Client:
    def __init__(self, session: Optional[requests.Session] = None):
        self.session = session or requests.Session()
        self.calls = 0
        self.started = datetime.now()

    def {verb}(self, text: str) -> Optional[str]:
        url = f"{{BASE}}/models/{{MODEL}}:generateContent?key={{API_KEY}}"
        payload = {{
            "contents": [{{"role": "user", "parts": [{{"text": f"{verb.title()} this: {{text}}"}}]}}],
            "generationConfig": {{
                "temperature": {draw.choice((0.1, 0.8, 1.2, 2.2))},
                "topK": {draw.choice((1, 40))},
                "topP": 1,
                "maxOutputTokens": {draw.choice((200, 2048))},
                "stopSequences": [],
            }},
        }}
        try:
            response = self.session.post(
                url, headers={{"Content-Type": "application/json"}}, json=payload, timeout=TIMEOUT
            )
            response.raise_for_status()
        except requests.RequestException as error:
            log.error("request failed: %s", error)
            return None
        self.calls += 1
        data = response.json()
        try:
            return data["candidates"][0]["content"]["parts"][0]["text"]
        except (KeyError, IndexError):
            log.error("unexpected answer: %s", json.dumps(data)[:200])
            return None

    def models(self) -> list:
        response = self.session.get(f"{{BASE}}/models", params={{"key": API_KEY}}, timeout=TIMEOUT)
        return [row["name"] for row in response.json().get("models", [])]

    @property
    def rate(self) -> float:
        passed = (datetime.now() - self.started) / timedelta(minutes=1)
        return self.calls / passed if passed else 0.0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    client = {topic.title()}Client()
    for line in open("{topic}.txt"):
        print(client.{verb}(line.strip()))
'''


def _bot(draw: random.Random, topic: str, verb: str, model: str) -> str:
    commands = "\n".join(
        f'''
    @commands.command(name="{name}")
    async def {name}(self, ctx, *, text: str = ""):
        """{name.title()} something about {topic}."""
        if not text:
            await ctx.send("Please say what to {name}.")
            return
        async with ctx.typing():
            answer = await self.ask(ctx.channel.id, f"{name.title()} this: {{text}}")
        for start in range(0, len(answer), LIMIT):
            await ctx.send(answer[start : start + LIMIT])
'''
        for name in draw.sample(VERBS, 4)
    )
    return f'''import asyncio
import collections
import io
import os
import re
from typing import Deque, Dict

import discord
from discord.ext import commands
from google import genai
from google.genai import errors, types

LIMIT = 1900
MENTION = re.compile(r"<@!?\\d+>")
client = genai.Client(api_key=os.getenv("GEMINI_API_KEY"))
tools = [types.Tool(google_search=types.GoogleSearch())]


class {topic.title()}Cog(commands.Cog):
    """Talks about {topic} in a channel, and remembers what was said."""

    def __init__(self, bot: commands.Bot, memory: int = {draw.randrange(10, 60)}):
        self.bot = bot
        self.chats: Dict[int, object] = {{}}
        self.messages: Dict[int, Deque[str]] = collections.defaultdict(
            lambda: collections.deque(maxlen=memory)
        )
        self.lock = asyncio.Lock()

    def chat(self, channel: int):
        if channel not in self.chats:
            self.chats[channel] = client.aio.chats.create(
                model="{model}",
                config=types.GenerateContentConfig(
                    system_instruction="You are a friendly bot that knows everything about {topic}.",
                    tools=tools,
                    temperature={draw.choice((0.6, 0.9, 1.0))},
                    thinking_config=types.ThinkingConfig(thinking_budget={draw.choice((0, 1024))}),
                ),
            )
        return self.chats[channel]

    async def ask(self, channel: int, text: str) -> str:
        async with self.lock:
            self.messages[channel].append(text)
            try:
                response = await self.chat(channel).send_message(MENTION.sub("", text).strip())
            except errors.ClientError as error:
                return f"That did not work: {{error}}"
            return response.text or "I have nothing to say."

    async def describe(self, attachment: discord.Attachment) -> str:
        buffer = io.BytesIO()
        await attachment.save(buffer)
        response = await client.aio.models.generate_content(
            model="{model}",
            contents=[
                types.Part.from_bytes(data=buffer.getvalue(), mime_type=attachment.content_type),
                "What can be seen in this picture? {verb.title()} it in two sentences.",
            ],
        )
        return response.text
{commands}
    @commands.Cog.listener()
    async def on_message(self, message: discord.Message):
        if message.author.bot or self.bot.user not in message.mentions:
            return
        parts = [await self.describe(item) for item in message.attachments]
        parts.append(message.content)
        await message.reply(await self.ask(message.channel.id, "\\n".join(parts)))


async def setup(bot: commands.Bot):
    await bot.add_cog({topic.title()}Cog(bot))
'''


def _chain(draw: random.Random, topic: str, verb: str, model: str) -> str:
    return f'''"""Answers questions about {topic} from documents."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterable

from langchain_community.vectorstores import FAISS
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_google_genai import ChatGoogleGenerativeAI, GoogleGenerativeAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

FOLDER = Path(__file__).parent / "documents"
TEMPLATE = """Use the following pieces of context to answer the question at the end.
If you do not know the answer, say that you do not know; do not make one up.

{{context}}

Question: {{question}}
Helpful answer:"""


def read(folder: Path = FOLDER) -> Iterable[str]:
    for path in sorted(folder.glob("**/*.md")):
        text = path.read_text(encoding="utf-8")
        if len(text) > {draw.randrange(40, 400)}:
            yield text


def digest(texts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for text in texts:
        whole.update(text.encode())
    return whole.hexdigest()[:16]


def build_index(texts: list[str]):
    splitter = RecursiveCharacterTextSplitter(
        chunk_size={draw.choice((500, 1000, 2000))}, chunk_overlap={draw.choice((50, 100, 200))}
    )
    embeddings = GoogleGenerativeAIEmbeddings(model="models/gemini-embedding-001")
    return FAISS.from_texts(splitter.split_text("\\n\\n".join(texts)), embeddings)


def build_chain(texts: list[str], temperature: float = {draw.choice((0, 0.2, 0.7))}):
    llm = ChatGoogleGenerativeAI(
        model="{model}",
        temperature=temperature,
        max_output_tokens={draw.choice((512, 2048))},
        max_retries=2,
    )
    retriever = build_index(texts).as_retriever(search_kwargs={{"k": {draw.randrange(2, 8)}}})
    prompt = ChatPromptTemplate.from_template(TEMPLATE)
    joined = retriever | (lambda found: "\\n\\n".join(item.page_content for item in found))
    return {{"context": joined, "question": RunnablePassthrough()}} | prompt | llm | StrOutputParser()


def {verb}(question: str) -> str:
    texts = list(read())
    print(f"{{len(texts)}} documents, version {{digest(texts)}}")
    return build_chain(texts).invoke(question)


if __name__ == "__main__":
    print({verb}("Which of the {topic} matter most, and why?"))
'''


def _vertex(draw: random.Random, topic: str, verb: str, model: str) -> str:
    return f'''"""A nightly job that {verb}s {topic} on Vertex AI."""

import csv
import logging
import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Dict, Iterator, List, Tuple

from google import genai
from google.cloud import bigquery, storage
from google.genai.types import (
    FunctionDeclaration, GenerateContentConfig, HttpOptions, Part, Tool,
)

PROJECT = os.environ.get("GOOGLE_CLOUD_PROJECT", "my-project")
LOCATION = os.environ.get("GOOGLE_CLOUD_LOCATION", "us-central1")
MODEL_ID = "{model}"
WORKERS = {draw.randrange(2, 16)}

client = genai.Client(
    vertexai=True,
    project=PROJECT,
    location=LOCATION,
    http_options=HttpOptions(api_version="v1", timeout={draw.choice((60_000, 120_000))}),
)

lookup = FunctionDeclaration(
    name="look_up",
    description="Looks one of the {topic} up by its number.",
    parameters={{
        "type": "object",
        "properties": {{
            "number": {{"type": "integer", "description": "the number"}},
            "kind": {{"type": "string", "enum": ["open", "closed"]}},
        }},
        "required": ["number"],
    }},
)


def rows(limit: int) -> Iterator[Dict[str, object]]:
    query = f"SELECT id, body FROM `{{PROJECT}}.data.{topic}` LIMIT {{limit}}"
    for row in bigquery.Client(project=PROJECT).query(query).result():
        yield dict(row)


def {verb}_row(row: Dict[str, object]) -> Tuple[object, str]:
    response = client.models.generate_content(
        model=MODEL_ID,
        contents=[Part.from_text(text=str(row["body"])), "{verb.title()} this text, please."],
        config=GenerateContentConfig(
            tools=[Tool(function_declarations=[lookup])],
            temperature={draw.choice((0, 0.1, 0.5))},
            top_k={draw.choice((20, 40))},
            candidate_count=1,
            seed={draw.randrange(100)},
        ),
    )
    return row["id"], response.text or ""


def count(texts: List[str]) -> int:
    return sum(
        client.models.count_tokens(model=MODEL_ID, contents=text).total_tokens or 0
        for text in texts
    )


def save(results: List[Tuple[object, str]], bucket: str) -> None:
    path = "/tmp/{topic}.csv"
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "{verb}"])
        writer.writerows(results)
    storage.Client().bucket(bucket).blob(os.path.basename(path)).upload_from_filename(path)


def main() -> None:
    logging.basicConfig(level=os.environ.get("LEVEL", "INFO"))
    results: List[Tuple[object, str]] = []
    with ThreadPoolExecutor(WORKERS) as pool:
        futures = {{pool.submit({verb}_row, row): row["id"] for row in rows({draw.randrange(50, 900)})}}
        for future in as_completed(futures):
            try:
                results.append(future.result())
            except Exception:
                logging.exception("row %s failed", futures[future])
    logging.info("%d results, %d tokens", len(results), count([text for _, text in results]))
    save(results, f"{{PROJECT}}-{topic}")


if __name__ == "__main__":
    main()
'''


def _helpers(draw: random.Random, topic: str, verb: str, model: str) -> str:
    """A long module of ordinary code with one call in it, as most applications have."""
    functions = "\n\n".join(_helper(draw, number, topic) for number in range(draw.randrange(6, 26)))
    return f'''"""What the pages of {topic} share."""

import functools
import itertools
import math
import os
import re
from collections import Counter, defaultdict
from typing import Any, Dict, List, Optional

from google import genai

_client = None


def get_client():
    global _client
    if _client is None:
        _client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])
    return _client


{functions}


def {verb}_all(rows: List[Dict[str, Any]], model: str = "{model}") -> List[str]:
    client = get_client()
    answers = []
    for row in rows:
        response = client.models.generate_content(model=model, contents=str(row))
        answers.append(response.text)
    return answers
'''


def _helper(draw: random.Random, number: int, topic: str) -> str:
    return f'''def step_{number}(rows: List[Dict[str, Any]], limit: Optional[int] = {draw.randrange(100)}):
    """Group the {topic} of step {number} by their kind, the largest first."""
    groups: Dict[str, List[Dict[str, Any]]] = defaultdict(list)
    for index, row in enumerate(rows):
        if limit is not None and index >= limit:
            break
        kind = re.sub(r"[^a-z0-9]+", "-", str(row.get("kind", "other")).lower()).strip("-")
        if not kind or kind in {{"none", "null", "n-a"}}:
            continue
        weight = float(row.get("weight") or {draw.randrange(1, 9)}) * math.log1p(index)
        groups[kind].append({{**row, "weight": round(weight, 3), "step": {number}}})
    counts = Counter({{kind: len(found) for kind, found in groups.items()}})
    largest = [kind for kind, count in counts.most_common({draw.randrange(3, 12)}) if count > 1]
    return list(itertools.chain.from_iterable(groups[kind] for kind in largest))'''


SHAPES: tuple[Shape, ...] = (
    _script, _service, _old_sdk, _rest, _bot, _chain, _vertex, _helpers, _helpers,
)  # fmt: skip


def program(number: int) -> str:
    """Return the program of that number, always the same."""
    draw = random.Random(number)
    shape = SHAPES[number % len(SHAPES)]
    return shape(draw, draw.choice(TOPICS), draw.choice(VERBS), draw.choice(MODELS))


def small(number: int) -> str:
    """Return a short program with one call, as examples and scripts are."""
    draw = random.Random(number)
    topic, verb, model = draw.choice(TOPICS), draw.choice(VERBS), draw.choice(MODELS)
    return f'''import os
import sys

from google import genai
from google.genai import types

client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])


def {verb}(text: str) -> str:
    """{verb.title()} {topic}."""
    response = client.models.generate_content(
        model="{model}",
        contents=f"Please {verb} the following {topic}, in a few words: {{text}}",
        config=types.GenerateContentConfig(temperature={draw.choice((0, 0.7, 1.5, 3))}),
    )
    return response.text or ""


if __name__ == "__main__":
    for line in sys.stdin:
        print({verb}(line.strip()))
'''


def plain(number: int) -> str:
    """Return a program without calls."""
    draw = random.Random(number)
    head = '"""Ordinary code."""\n\nimport itertools\nimport math\nimport re\n'
    types = "from collections import Counter, defaultdict\nfrom typing import Any, Dict, List, Optional\n"
    functions = (_helper(draw, step, draw.choice(TOPICS)) for step in range(8))
    return head + types + "\n\n" + "\n\n\n".join(functions) + "\n"


def long(lines: int) -> str:
    """Return one program of about so many lines, with calls throughout."""
    parts: list[str] = []
    number = 0
    while sum(part.count("\n") for part in parts) < lines:
        draw = random.Random(number)
        name, verb, model = draw.choice(TOPICS), draw.choice(VERBS), draw.choice(MODELS)
        parts.append(_part(draw, number, name, verb, model))
        number += 1
    head = (
        "import itertools\nimport math\nimport re\nfrom collections import Counter, defaultdict\n"
        "from typing import Any, Dict, List, Optional\n\nfrom google import genai\n\n"
        "client = genai.Client()\n"
    )
    return head + "".join(parts)


def _part(draw: random.Random, number: int, topic: str, verb: str, model: str) -> str:
    return f'''

{_helper(draw, number, topic)}


def {verb}_{number}(rows: List[Dict[str, Any]]) -> Optional[str]:
    """{verb.title()} the {topic} of step {number}."""
    rows = step_{number}(rows)
    if not rows:
        return None
    response = client.models.generate_content(
        model="{model}",
        contents=f"Please {verb} the following {topic}: {{rows}}",
        config={{"temperature": {draw.choice((0, 0.7, 1, 3))}}},
    )
    return response.text
'''
