"""Makes methods of the clients out of flows, with the parameters, types and docstrings of these."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from ._steps import Flow

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)


class Blocking(Protocol[A_co]):
    """A client that has the result when it returns."""

    @property
    def _api(self) -> A_co: ...

    def _run(self, flow: Flow[T]) -> T: ...


class Awaiting(Protocol[A_co]):
    """A client whose results are awaited."""

    @property
    def _api(self) -> A_co: ...

    async def _run(self, flow: Flow[T]) -> T: ...


def blocking(flow: Callable[Concatenate[A, P], Flow[T]]) -> Callable[Concatenate[Blocking[A], P], T]:
    def method(self: Blocking[A], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._run(flow(self._api, *args, **kwargs))

    return _like(flow, method, "Flow[", "")


def blocking_iterator(
    flows: Callable[Concatenate[A, P], Iterator[Flow[list[T]]]],
) -> Callable[Concatenate[Blocking[A], P], Iterator[T]]:
    def method(self: Blocking[A], /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        return (item for page in flows(self._api, *args, **kwargs) for item in self._run(page))

    return _like(flows, method, "Iterator[Flow[list[", "Iterator[")


def awaiting(
    flow: Callable[Concatenate[A, P], Flow[T]],
) -> Callable[Concatenate[Awaiting[A], P], Coroutine[Any, Any, T]]:
    async def method(self: Awaiting[A], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._run(flow(self._api, *args, **kwargs))

    return _like(flow, method, "Flow[", "")


def awaiting_iterator(
    flows: Callable[Concatenate[A, P], Iterator[Flow[list[T]]]],
) -> Callable[Concatenate[Awaiting[A], P], AsyncIterator[T]]:
    async def items(client: Awaiting[A], pages: Iterator[Flow[list[T]]]) -> AsyncIterator[T]:
        for page in pages:
            for item in await client._run(page):
                yield item

    def method(self: Awaiting[A], /, *args: P.args, **kwargs: P.kwargs) -> AsyncIterator[T]:
        return items(self, flows(self._api, *args, **kwargs))

    return _like(flows, method, "Iterator[Flow[list[", "AsyncIterator[")


M = TypeVar("M", bound=Callable[..., Any])


def _like(flow: Callable[..., Any], method: M, before: str, after: str) -> M:
    """Gives the method the flow's name, docstring and signature, with the result's own type."""
    method.__name__, method.__qualname__, method.__doc__ = flow.__name__, flow.__qualname__, flow.__doc__
    signature = inspect.signature(flow)
    inner = str(signature.return_annotation).removeprefix(before)
    inner = inner[: len(inner) - before.count("[")]
    result = f"{after}{inner}]" if after else inner
    method.__signature__ = signature.replace(return_annotation=result)  # type: ignore[attr-defined]
    return method
