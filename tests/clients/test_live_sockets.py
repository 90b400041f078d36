# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""The Live API over plain WebSockets: the URL carries version and key."""

from __future__ import annotations

from annotated import agrees


def test_addresses() -> None:
    agrees("""
        import os
        import sqlite3
        import websocket
        import websockets
        HOST = "generativelanguage.googleapis.com"
        MODEL = "models/gemini-2.0-flash-exp"  # GEM206 at "models/gemini-2.0-flash-exp"
        key = os.environ["KEY"]
        uri = f"wss://{HOST}/ws/google.ai.generativelanguage.v1alpha.GenerativeService.BidiGenerateContent?key={key}"  # GEM702 at /ws/google.ai.generativelanguage.v1alpha.GenerativeService.BidiGenerateContent?key=
        async def talk():
            async with websockets.connect(uri, max_size=None) as socket:
                await socket.send(MODEL)
            async with websockets.connect("wss://example.com/?key=" + key):
                pass
            sqlite3.connect("a/b?key=" + key)
        websocket.create_connection("wss://generativelanguage.googleapis.com/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent", header=[key])
        websocket.create_connection(
            "wss://generativelanguage.googleapis.com/ws/google.ai.generativelanguage.v1.GenerativeService.BidiGenerateContent"  # GEM302 at "wss://generativelanguage.googleapis.com/ws/google.ai.generativelanguage.v1.GenerativeService.BidiGenerateContent"
        )
    """)


def test_model_set_inside_an_object() -> None:
    agrees("""
        from google import genai
        class Writer:
            def __init__(self, config, **options):
                self.config = config
                if not self.config.model:
                    self.config.model = "gemini-1.5-pro"  # GEM206 at "gemini-1.5-pro"
                self.config["note"] = "gemini-1.5-pro"
                client = genai.Client()
                client.models.generate_content(
                    model=options.get("model", self.model or "gemini-1.5-flash"),  # GEM202 at "gemini-1.5-flash"
                    contents="Hi",
                )
    """)
