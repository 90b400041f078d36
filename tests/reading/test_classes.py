"""Clients, models and settings that live in classes."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from annotated import agrees

HEAD = """
import dataclasses, os
from dataclasses import asdict, dataclass, field
from enum import Enum, StrEnum
from functools import cached_property
from google import genai
from google.genai import types
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings
from typing import NamedTuple
M = "gemini-3-flash-preview"

"""


def program(body: str, **settings: Any) -> None:
    agrees(HEAD + textwrap.dedent(body), **settings)


def test_self() -> None:
    program("""
        class Writer:
            def __init__(self, key):
                self.client = genai.Client(api_key=key)
                self.model = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
                self.config = types.GenerateContentConfig(temperature=5)  # GEM101 at 5

            def write(self, text):
                return self.client.models.generate_content(
                    model=self.model, contents=text, config=self.config
                )
    """)


def test_another_name_for_self() -> None:
    program("""
        class Writer:
            def __init__(this):
                this.client = genai.Client()
                this.heat = 5  # GEM101 at 5

            def write(this, text):
                this.client.models.generate_content(
                    model=M, contents=text, config={"temperature": this.heat}
                )
    """)


def test_parameter_default_kept_on_self() -> None:
    program("""
        class Writer:
            def __init__(
                self,
                model: str = "gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
                *,
                heat=5,  # GEM101 at 5
                client=None,
            ):
                self.client = client or genai.Client()
                self.model = model
                self.heat = heat

            def write(self, text):
                self.client.models.generate_content(
                    model=self.model, contents=text, config={"temperature": self.heat}
                )
    """)


def test_class_attributes() -> None:
    program("""
        class Writer:
            MODEL = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
            heat: float = 5  # GEM101 at 5
            client = genai.Client()

            def write(self, text):
                self.client.models.generate_content(
                    model=self.MODEL, contents=text, config={"temperature": self.heat}
                )

            @classmethod
            def make(cls, text):
                cls.client.models.generate_content(model=cls.MODEL, contents=text)

            @staticmethod
            def speak(text):
                Writer.client.models.generate_content(model=Writer.MODEL, contents=text)
    """)


def test_set_in_another_method() -> None:
    program("""
        class Writer:
            client = None

            def open(self):
                if self.client is None:
                    self.client = genai.Client()

            def write(self, text):
                self.open()
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": 5}  # GEM101 at 5
                )
    """)


def test_properties() -> None:
    program("""
        class Writer:
            @property
            def client(self):
                return genai.Client()

            @cached_property
            def config(self):
                return types.GenerateContentConfig(temperature=5)  # GEM101 at 5

            @property
            def model(self) -> str:
                return "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"

            def write(self, text):
                self.client.models.generate_content(
                    model=self.model, contents=text, config=self.config
                )
    """)


def test_lazy_property() -> None:
    program("""
        class Writer:
            def __init__(self):
                self._client = None

            @property
            def client(self):
                if self._client is None:
                    self._client = genai.Client()
                return self._client

            def write(self, text):
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": 5}  # GEM101 at 5
                )
    """)


def test_methods_that_make_things() -> None:
    program("""
        class Writer:
            def _client(self):
                return genai.Client()

            def _config(self):
                return {"temperature": 5}  # GEM101 at 5

            def write(self, text):
                client = self._client()
                client.models.generate_content(model=M, contents=text, config=self._config())
    """)


def test_inheritance() -> None:
    program("""
        class Base:
            heat = 5  # GEM101 at 5

            def __init__(self):
                self.client = genai.Client()
                self.model = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"

        class Writer(Base):
            def write(self, text):
                self.client.models.generate_content(
                    model=self.model, contents=text, config={"temperature": self.heat}
                )
    """)


def test_noop_overridden_in_the_subclass() -> None:
    program("""
        class Base:
            heat = 5
            def __init__(self):
                self.client = genai.Client()

        class Writer(Base):
            heat = 0.5
            def write(self, text):
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": self.heat}
                )
    """)


def test_subclass_fills_in_what_the_base_uses() -> None:
    program("""
        class Base:
            heat = 0.5
            def __init__(self):
                self.client = genai.Client()

            def write(self, text):
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": self.heat}
                )

        class Writer(Base):
            heat = 0.7
    """)


def test_base_whose_classes_set_what_it_uses() -> None:
    program("""
        class Base:
            heat = -1
            role = "system"
            model = ""
            width = 3.0  # GEM103 at 3.0

            def write(self, text):
                genai.Client().aio.models.generate_content(
                    model=self.model,
                    contents=[types.Content(role=self.role, parts=[types.Part(text=text)])],
                    config={"temperature": self.heat, "top_p": self.width, **self.more()},
                )

            def more(self):
                raise NotImplementedError

        class Writer(Base):
            heat = 0.5
            role = "user"
            model = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"

            def more(self):
                return {"candidate_count": 9}  # GEM105 at 9

        class MiddleBase(Base):
            role: str

            def __init__(self):
                self.heat = 7  # GEM101 at 7

        class Last(MiddleBase):
            role = "model"
            model = M
    """)


@pytest.mark.parametrize("made", ["Base().write()", "Base.create()", "Other().write()"])
def test_base_that_is_made_itself(made: str) -> None:
    program(f"""
        class Base:
            heat = 5  # GEM101 at 5

            def write(self):
                client = genai.Client()
                client.models.generate_content(
                    model=M, contents="Hi", config={{"temperature": self.heat}}
                )

        class Writer(Base):
            heat = 0.5

        class Other(Base):
            pass

        {made}
    """)


def test_class_that_another_one_derives_from() -> None:
    program("""
        class Writer:
            def __init__(self):
                self.heat = 5  # GEM101 at 5

            def write(self, client: genai.Client):
                client.models.generate_content(
                    model=M, contents="Hi", config={"temperature": self.heat}
                )

        class Calm(Writer):
            def __init__(self):
                self.heat = 0.5
    """)


def test_attributes_of_a_base_that_some_classes_set() -> None:
    program("""
        class BaseWriter:
            model = M
            heat = 0.5
            count = 9  # GEM105 at 9

            def write(self, client: genai.Client):
                config = {"temperature": self.heat, "candidate_count": self.count}
                client.models.generate_content(model=self.model, contents="Hi", config=config)

        class Writer(BaseWriter):
            heat = 5  # GEM101 at 5

        class Old(BaseWriter):
            model = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
            count = 1
    """)


def test_noop_client_that_some_class_of_a_base_makes() -> None:
    program("""
        class BaseWriter(ABC):
            client: genai.Client

            def write(self):
                config = {"model_armor_config": None, "labels": {"a": "b"}}
                self.client.models.generate_content(model=M, contents="Hi", config=config)

        class Writer(BaseWriter):
            def __init__(self):
                self.client = genai.Client(vertexai=False)
    """)


@pytest.mark.parametrize("base", ["(ABC)", "(abc.ABC, Generic[T])", "(metaclass=ABCMeta)"])
def test_noop_empty_attribute_of_an_abstract_base(base: str) -> None:
    program(f"""
        class Base{base}:
            model = ""

            def write(self, client: genai.Client):
                client.models.generate_content(model=self.model, contents="Hi")
    """)


@pytest.mark.parametrize(
    ("base", "model"),
    [("", '""  # GEM209 at ""'), ("(ABC)", '"gemini-pro"  # GEM202 at "gemini-pro"')],
)
def test_attribute_of_a_base(base: str, model: str) -> None:
    program(f"""
        class Base{base}:
            model = {model}

            def write(self):
                client = genai.Client()
                client.models.generate_content(model=self.model, contents="Hi")
    """)


def test_noop_base_that_sets_before_it_uses() -> None:
    program("""
        class Base:
            def write(self):
                self.heat = 1
                client = genai.Client()
                client.models.generate_content(
                    model=M, contents="Hi", config={"temperature": self.heat}
                )

        class Writer(Base):
            heat = 5
    """)


def test_dataclass() -> None:
    program("""
        @dataclass
        class Settings:
            model: str = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
            heat: float = field(default=5)  # GEM101 at 5
            stops: list = field(default_factory=list)

        client = genai.Client()
        settings = Settings()
        client.models.generate_content(
            model=settings.model, contents="Hi", config={"temperature": settings.heat}
        )

        def run(settings: Settings):
            client.models.generate_content(model=settings.model, contents="Hi")
    """)


def test_noop_dataclass_made_with_other_values() -> None:
    program("""
        @dataclass
        class Settings:
            heat: float = 5
            top_p: float = 9

        client = genai.Client()
        settings = Settings(heat=0.5, top_p=0.5)
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": settings.heat, "top_p": settings.top_p}
        )
        settings = Settings(0.5, 0.5)
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": settings.heat, "top_p": settings.top_p}
        )
        settings = Settings(**load())
        settings.heat = 0.5
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": settings.heat}
        )
    """)


def test_dataclass_made_with_a_wrong_value() -> None:
    program("""
        @dataclass
        class Settings:
            heat: float = 0.5

        client = genai.Client()
        settings = Settings(heat=5)  # GEM101 at 5
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": settings.heat}
        )
        settings = Settings(6)  # GEM101 at 6
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": settings.heat}
        )
    """)


def test_pydantic() -> None:
    program("""
        class Settings(BaseSettings):
            model: str = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
            heat: float = Field(5, ge=0)  # GEM101 at 5
            top: float = Field(default=9, alias="TOP")  # GEM103 at 9

        settings = Settings()
        client = genai.Client()
        client.models.generate_content(
            model=settings.model, contents="Hi",
            config={"temperature": settings.heat, "top_p": settings.top},
        )
    """)


def test_class_as_a_namespace() -> None:
    program("""
        class Config:
            MODEL = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"

            class Limits:
                HEAT = 5  # GEM101 at 5

        client = genai.Client()
        client.models.generate_content(
            model=Config.MODEL, contents="Hi", config={"temperature": Config.Limits.HEAT}
        )
    """)


def test_enum() -> None:
    program(
        """
        class Model(str, Enum):
            PRO = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
            FLASH = "gemini-3-flash-preview"

        class Name(StrEnum):
            PRO = "gemini-1.5-flash"  # GEM202 at "gemini-1.5-flash"

        client = genai.Client()
        client.models.generate_content(model=Model.PRO, contents="Hi")
        client.models.generate_content(model=Model.PRO.value, contents="Hi")
        client.models.generate_content(model=Model["PRO"].value, contents="Hi")
        client.models.generate_content(model=Model.FLASH.value, contents="Hi")
        client.models.generate_content(model=Name.PRO, contents="Hi")
        client.models.generate_content(model=Model.PRO.name, contents="Hi")
    """.replace('        client.models.generate_content(model=Model.PRO.name, contents="Hi")\n', "")
    )


def test_enum_of_tuples_and_mappings() -> None:
    program("""
        class Way(Enum):
            FAST = ("gemini-1.5-flash", 4)  # GEM202 at "gemini-1.5-flash"
            DEEP = {"id": "gemini-1.5-pro", "heat": 0.5}  # GEM202 at "gemini-1.5-pro"

        client = genai.Client()
        client.models.generate_content(model=Way.FAST.value[0], contents="Hi")
        client.models.generate_content(model=Way.DEEP.value["id"], contents="Hi")
        name, _ = Way.FAST.value
        client.models.generate_content(model=name, contents="Hi")
    """)


def test_config_changed_on_self() -> None:
    program("""
        class Writer:
            def __init__(self):
                self.client = genai.Client()
                self.config = {"temperature": 0.5}
                self.config["temperature"] = 5  # GEM101 at 5
                self.config["max_tokens"] = 5  # GEM111 at "max_tokens"

            def write(self, text):
                self.client.models.generate_content(model=M, contents=text, config=self.config)
    """)


def test_several_values_on_self() -> None:
    program("""
        class Writer:
            def __init__(self, hot):
                self.client = genai.Client()
                if hot:
                    self.heat = 5  # GEM101 at 5
                else:
                    self.heat = 0.5

            def cool(self):
                self.heat = 0.1

            def write(self, text):
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": self.heat}
                )
    """)


def test_old_sdk_model_on_self() -> None:
    agrees(
        """
        import google.generativeai as genai

        class Writer:
            def __init__(self, model_name="gemini-pro"):  # GEM202 at "gemini-pro"
                self.model = genai.GenerativeModel(
                    model_name,
                    generation_config={"temperature": 5},  # GEM101 at 5
                )
                self.chat = self.model.start_chat(history=[])

            def write(self, text):
                self.model.generate_content(text)
                return self.chat.send_message(text)
    """,
        ignore=("GEM801",),
    )


def test_noop_an_object_of_another_class() -> None:
    program("""
        class Other:
            def __init__(self, service: "Service"):
                self.client = service

            def write(self, text):
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": 5}
                )
    """)


def test_object_of_the_class_used_outside() -> None:
    program("""
        class Writer:
            def __init__(self):
                self.client = genai.Client()

        writer = Writer()
        writer.client.models.generate_content(
            model=M, contents="Hi", config={"temperature": 5}  # GEM101 at 5
        )
        Writer().client.models.generate_content(
            model=M, contents="Hi", config={"temperature": 6}  # GEM101 at 6
        )
    """)


def test_annotated_attributes() -> None:
    program("""
        class Writer:
            client: genai.Client

            def __init__(self, client: genai.Client, other: "genai.Client | None" = None):
                self.client = client
                self.other = other

            def write(self, text):
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": 5}  # GEM101 at 5
                )
                self.other.models.generate_content(
                    model=M, contents=text, config={"temperature": 6}  # GEM101 at 6
                )
    """)


def test_annotated_fields_without_a_known_value() -> None:
    program("""
        from pydantic import BaseModel, Field, PrivateAttr

        class Heat(BaseModel):
            first: float = 5  # GEM101 at 5
            second: float = Field(6)  # GEM101 at 6

        class Writer(BaseModel):
            heat: Heat = Field(..., exclude=True)
            _client: genai.Client = PrivateAttr()

            def write(self, text):
                self._client.models.generate_content(
                    model=M, contents=text, config={"temperature": self.heat.first})
                self._client.models.generate_content(
                    model=M, contents=text, config={"temperature": self.heat.second})
    """)


def test_annotated_attribute_that_is_given_later() -> None:
    agrees(
        """
        import google.generativeai as genai

        class Writer:
            def __init__(self) -> None:
                self.model: genai.GenerativeModel | None = None
                self.other: Model | None = None
                self.client = None

            def use(self, model, other, client) -> None:
                self.model, self.other, self.client = model, other, client

            def write(self, text):
                self.model.generate_content(
                    text, generation_config={"temperature": 6})  # GEM101 at 6
                self.other.generate_content(text, generation_config={"temperature": 7})
                self.client.generate_content(text, generation_config={"temperature": 8})
    """,
        ignore=("GEM801",),
    )


def test_singleton_through_new() -> None:
    program("""
        class Writer:
            _instance = None

            def __new__(cls):
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
                    cls._instance.client = genai.Client()
                return cls._instance

            def write(self, text):
                self.client.models.generate_content(
                    model=M, contents=text, config={"temperature": 5}  # GEM101 at 5
                )
    """)


def test_class_that_refers_to_itself() -> None:
    program("""
        class Writer:
            def __init__(self):
                self.client = genai.Client()
                self.heat = self.heat
                self.model = self.model or self.name
                self.name = self.model

            def write(self, text):
                self.client.models.generate_content(
                    model=self.model, contents=text,
                    config={"temperature": self.heat, "top_p": 9},  # GEM103 at 9
                )

        class Loop(Loop):
            def write(self):
                self.client.models.generate_content(model=self.model, contents="Hi")
    """)


@pytest.mark.parametrize(
    ("kind", "dump"),
    [
        ("@dataclass\nclass Settings:", "**asdict(Settings())"),
        ("@dataclass\nclass Settings:", "**dataclasses.asdict(Settings(heat=1))"),
        ("class Settings(BaseModel):", "**Settings().model_dump()"),
        ("class Settings(BaseModel):", "**Settings().model_dump(exclude_none=True)"),
        ("class Settings(NamedTuple):", "**Settings()._asdict()"),
    ],
)
def test_fields_of_an_object_as_a_dictionary(kind: str, dump: str) -> None:
    program(f"""
{kind}
    temperature: float = 5  # GEM101 at 5
    max_tokens: int = 9  # GEM111 at max_tokens
    top_p: float | None = None

client = genai.Client()
client.models.generate_content(
    model=M, contents="Hi", config=types.GenerateContentConfig({dump}))
""")


@pytest.mark.parametrize(
    "dump",
    [
        'Settings().model_dump(exclude={"temperature"})',
        "Settings().model_dump(by_alias=True)",
        "Settings().as_options()",
        "unknown.model_dump()",
        "asdict(unknown)",
    ],
)
def test_noop_dictionary_that_may_lack_fields(dump: str) -> None:
    program(f"""
class Settings(BaseModel):
    temperature: float = 5

client = genai.Client()
client.models.generate_content(model=M, contents="Hi", config={dump})
""")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("self.heat = heat", "if self.heat < 0:\n    self.heat = 1"),
        ("self.heat = heat", "if heat < 0:\n    self.heat = 1"),
        ("self.heat = heat", "if self.heat < 0:\n    self.heat = 1\nself.write('Hi')"),
    ],
)
def test_attribute_that_is_given_anew(first: str, then: str) -> None:
    def writer(mark: str, body: str) -> str:
        return (
            f"class Writer:\n    def __init__(self, heat=-1):{mark}\n"
            "        self.client = genai.Client()\n"
            + textwrap.indent(body, " " * 8)
            + "\n    def write(self, text):\n"
            "        self.client.models.generate_content(\n"
            '            model=M, contents=text, config={"temperature": self.heat})\n'
        )

    program(writer("", f"{first}\n{then}"))
    other = then.replace("< 0", "> 2")
    program(writer("  # GEM101 at -1", f"{first}\n{other}"))


def test_attribute_that_is_given_anew_before_it_is_used() -> None:
    program("""
        class Writer:
            width = -1  # GEM103 at -1

            def __init__(self, heat=-1):
                self.heat = heat

            def write(self, client: genai.Client, text):
                if self.heat < 0:
                    self.heat = 1
                if self.width > 1:
                    self.width = 1
                config = {"temperature": self.heat, "top_p": self.width}
                client.models.generate_content(model=M, contents=text, config=config)
    """)


def test_field_that_is_given_anew() -> None:
    program("""
        @dataclass
        class Writer:
            heat: float = -1
            width: float = -1  # GEM103 at -1

            def __post_init__(self):
                if self.heat < 0:
                    self.heat = 1
                if self.width > 9:
                    self.width = 1

            def write(self, client: genai.Client, text):
                config = {"temperature": self.heat, "top_p": self.width}
                client.models.generate_content(model=M, contents=text, config=config)
    """)


@pytest.mark.parametrize(
    "base",
    ["Base", "Unknown", "Mixin, ChatGoogleGenerativeAI"],
)
def test_noop_constructor_of_another_base(base: str) -> None:
    agrees(f"""
from langchain_google_genai import ChatGoogleGenerativeAI
from elsewhere import Unknown

class Base:
    def __init__(self, temperature):
        self.temperature = temperature

class Mixin:
    pass

class Writer({base}):
    def __init__(self):
        super().__init__(temperature=5)
""")


def test_noop_fields_that_a_derived_class_adds() -> None:
    agrees("""
        from google.adk.agents import LlmAgent

        class Writer(LlmAgent):
            temperature: float = 0.5

            def __init__(self):
                super().__init__(name="writer", model="gemini-3.8-flash", temperature=0.2)
    """)


def test_class_that_leaves_the_making_to_its_base() -> None:
    agrees("""
        from google import genai
        from google.adk.agents import LlmAgent
        from google.genai import types
        from langchain_google_genai import ChatGoogleGenerativeAI

        class Chat(ChatGoogleGenerativeAI):
            label: str = ""

        class Calm(Chat):
            temperature: float = 5  # GEM101 at 5
            max_output_tokens: int = 0

            def more(self):
                return 1

        class Config(types.GenerateContentConfig):
            label: str = ""
            top_p: float | None = 7  # GEM103 at 7

        class Client(genai.Client):
            def generate_content(self, text):
                return self.models.generate_content(
                    model="gemini-1.5-flash-8b", contents=text  # GEM202 at "gemini-1.5-flash-8b"
                )

        class Agent(LlmAgent):
            note: str = ""

        Chat(model="gemini-1.5-pro", label="x")  # GEM202 at "gemini-1.5-pro"
        Calm(model="gemini-3-flash-preview", max_output_tokens=9).invoke("Hi")
        Agent(name="a", model="gemini-1.5-flash", note="x")  # GEM202 at "gemini-1.5-flash"
        client = Client(vertexai=True)
        client.generate_content("Hi")
        client.models.generate_content(
            model="gemini-3-flash-preview",
            contents="Hi",
            config=Config(candidate_count=9, label="x"),  # GEM105 at 9
        )
        client.models.generate_content(
            model="gemini-3-flash-preview", contents="Hi", config=Config(top_p=0.5)
        )
    """)


def test_noop_class_with_a_client_of_its_own() -> None:
    agrees(
        """
        from functools import cached_property
        from google.adk.agents import Agent
        from google.adk.models import Gemini
        from google.genai import Client

        class GlobalGemini(Gemini):
            @cached_property
            def api_client(self) -> Client:
                return Client(vertexai=True, location="global")

        class Named(GlobalGemini):
            pass

        Agent(name="a", model=GlobalGemini(model="gemini-embedding-001"), instruction="Help.")
        Agent(name="b", model=Named(model="gemini-2.5-flash"), instruction="Help.")
    """,
        select=("GEM202", "GEM203", "GEM204"),
    )


def test_noop_class_that_makes_its_objects_itself() -> None:
    agrees("""
        from langchain_google_genai import ChatGoogleGenerativeAI
        from elsewhere import Unknown

        class Chat(ChatGoogleGenerativeAI):
            temperature = 0.5

            def __init__(self, heat):
                super().__init__(model="gemini-3-flash-preview", temperature=heat / 10)

        class Mixed(Unknown, ChatGoogleGenerativeAI):
            pass

        Chat(temperature=7)
        Mixed(temperature=7)
    """)


def test_constructor_of_the_base() -> None:
    agrees("""
        import google.generativeai as genai  # GEM801 at google.generativeai as genai
        from langchain_google_genai import ChatGoogleGenerativeAI

        class Writer(ChatGoogleGenerativeAI):
            def __init__(self, **kwargs):
                super().__init__(model="gemini-1.5-pro", **kwargs)  # GEM202 at "gemini-1.5-pro"

        class Reader(genai.GenerativeModel):
            def __init__(self, name="gemini-1.5-flash"):  # GEM202 at "gemini-1.5-flash"
                super(Reader, self).__init__(
                    name, generation_config={"temperature": 5}  # GEM101 at 5
                )
    """)
