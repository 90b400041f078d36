"""Sends what a program sends to Google to the recording server instead.

The program itself stays as it is: its URLs keep their path and lose only their host.
"""

from __future__ import annotations

import importlib
from typing import Any
from urllib.parse import urlsplit

_HOSTS = ("googleapis.com",)
_TRANSPORTS = {"handle_request": "HTTPTransport", "handle_async_request": "AsyncHTTPTransport"}


class Redirection:
    """Where requests go instead; `base` ends without a slash."""

    def __init__(self) -> None:
        self.base = ""

    def of(self, url: str) -> str:
        """Return the address that stands for a URL."""
        parts = urlsplit(url)
        if not (parts.hostname or "").endswith(_HOSTS):
            return url
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.base}{parts.path}{query}"

    def install(self) -> None:
        """Redirect every HTTP library that is installed."""
        for name in ("httpx", "httpx2"):
            self._redirect_httpx(_imported(name))
        self._redirect_requests(_imported("requests.adapters"))
        self._redirect_urllib3(_imported("urllib3.poolmanager"))
        self._redirect_aiohttp(_imported("aiohttp"))
        self._redirect_urllib(_imported("urllib.request"))

    def _redirect_httpx(self, httpx: Any) -> None:
        for method, transport in _TRANSPORTS.items():
            if httpx is None:
                return
            owner = getattr(httpx, transport)
            original = getattr(owner, method)

            def send(
                transport: Any, request: Any, original: Any = original, url: Any = httpx.URL
            ) -> Any:
                request.url = url(self.of(str(request.url)))
                return original(transport, request)

            setattr(owner, method, send)

    def _redirect_requests(self, adapters: Any) -> None:
        if adapters is None:
            return
        original = adapters.HTTPAdapter.send

        def send(adapter: Any, request: Any, *args: Any, **options: Any) -> Any:
            request.url = self.of(request.url)
            return original(adapter, request, *args, **options)

        adapters.HTTPAdapter.send = send

    def _redirect_urllib3(self, poolmanager: Any) -> None:
        if poolmanager is None:
            return
        original = poolmanager.PoolManager.urlopen

        def urlopen(pool: Any, method: str, url: str, *args: Any, **options: Any) -> Any:
            return original(pool, method, self.of(url), *args, **options)

        poolmanager.PoolManager.urlopen = urlopen

    def _redirect_aiohttp(self, aiohttp: Any) -> None:
        if aiohttp is None:
            return
        original = aiohttp.ClientSession._request

        async def request(session: Any, method: str, url: Any, **options: Any) -> Any:
            return await original(session, method, self.of(str(url)), **options)

        aiohttp.ClientSession._request = request

    def _redirect_urllib(self, urllib_request: Any) -> None:
        original = urllib_request.OpenerDirector.open

        def open_(opener: Any, request: Any, *args: Any, **options: Any) -> Any:
            if isinstance(request, str):
                request = self.of(request)
            else:
                request.full_url = self.of(request.full_url)
            return original(opener, request, *args, **options)

        urllib_request.OpenerDirector.open = open_


def _imported(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
