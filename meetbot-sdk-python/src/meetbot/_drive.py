"""Takes a flow's steps with httpx: the only place where the two ways to wait differ."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import httpx

from ._steps import Flow, Outcome, Send, Sleep, Step, Work, failure
from ._wire import Wire

T = TypeVar("T")


class Driver:
    """Blocks. A given `http_client` stays open when this is closed."""

    def __init__(
        self, wire: Wire, http_client: httpx.Client | None, proxy: str | None, sleep: Callable[[float], None]
    ) -> None:
        self._wire = wire
        self._http = http_client or httpx.Client(proxy=proxy)
        self._mine = http_client is None
        self._sleep = sleep

    def close(self) -> None:
        """Gives its connections back; a second call does nothing."""
        if self._mine:
            self._http.close()

    def run(self, flow: Flow[T]) -> T:
        """Goes through the flow; raises what it raises."""
        became: Any = None
        try:
            while True:
                became = self._take(flow.send(became))
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            flow.close()

    def _take(self, step: Step) -> Any:
        match step:
            case Send():
                return self._send(step)
            case Sleep(seconds):
                return self._sleep(seconds)
            case Work(run):
                return run()

    def _send(self, step: Send) -> Outcome:
        request = self._http.build_request(**self._wire.request(step))
        try:
            response = self._http.send(request, stream=True, follow_redirects=False)
            try:
                receiver = self._wire.receiver(step, response)
                for chunk in response.iter_bytes():
                    receiver.add(chunk)
                return receiver.answer()
            finally:
                response.close()
        except httpx.HTTPError as error:
            return failure(error)


class AsyncDriver:
    """The same for one event loop of asyncio."""

    def __init__(
        self,
        wire: Wire,
        http_client: httpx.AsyncClient | None,
        proxy: str | None,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._wire = wire
        self._http = http_client or httpx.AsyncClient(proxy=proxy)
        self._mine = http_client is None
        self._sleep = sleep

    async def close(self) -> None:
        """Gives its connections back; a second call does nothing."""
        if self._mine:
            await self._http.aclose()

    async def run(self, flow: Flow[T]) -> T:
        """Goes through the flow; raises what it raises."""
        became: Any = None
        try:
            while True:
                became = await self._take(flow.send(became))
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            flow.close()

    async def _take(self, step: Step) -> Any:
        match step:
            case Send():
                return await self._send(step)
            case Sleep(seconds):
                return await self._sleep(seconds)
            case Work(run):
                return await asyncio.to_thread(run)

    async def _send(self, step: Send) -> Outcome:
        request = self._http.build_request(**self._wire.request(step))
        try:
            response = await self._http.send(request, stream=True, follow_redirects=False)
            try:
                receiver = self._wire.receiver(step, response)
                async for chunk in response.aiter_bytes():
                    receiver.add(chunk)
                return receiver.answer()
            finally:
                await response.aclose()
        except httpx.HTTPError as error:
            return failure(error)
