"""A login for programs that have no key yet."""

from __future__ import annotations

import asyncio
import random as dice
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, timezone
from types import TracebackType

import httpx

from ._drive import AsyncDriver, Driver
from ._login import Polls, begin
from ._retry import Retry
from ._wire import Wire
from .models import LoginBegun


class _Login:
    """What both are made of."""

    def __init__(self, begun: LoginBegun, retry: Retry, clock: Callable[[], float]) -> None:
        self._begun = begun
        self._expires_at = datetime.fromtimestamp(retry.now(), timezone.utc) + timedelta(seconds=begun.expires_in)
        self._polls = Polls(retry, begun, clock, clock() + begun.expires_in)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(user_code={self.user_code!r})"

    @property
    def user_code(self) -> str:
        """What the person compares with what the page shows, such as `BCDF-GHJK`."""
        return self._begun.user_code

    @property
    def verification_uri(self) -> str:
        """The page, without the code."""
        return self._begun.verification_uri

    @property
    def verification_uri_complete(self) -> str:
        """The page with the code in it, for a browser or a picture to scan."""
        return self._begun.verification_uri_complete or self.verification_uri

    @property
    def expires_at(self) -> datetime:
        """Until when somebody may approve; in UTC."""
        return self._expires_at

    @property
    def interval(self) -> float:
        """Seconds between two polls, to begin with."""
        return self._begun.interval


class DeviceLogin(_Login):
    """A login for programs without a browser (RFC 8628).

    The program shows a code and an address, a person opens the address anywhere, compares the code and approves,
    and the program gets an API key of its own. Use it in a `with`, or `close()` it; a second `close()` does nothing.

        with DeviceLogin.start("my program") as login:
            print(login.user_code, "at", login.verification_uri)
            key = login.wait()
    """

    def __init__(self, driver: Driver, begun: LoginBegun, retry: Retry, clock: Callable[[], float]) -> None:
        super().__init__(begun, retry, clock)
        self._driver = driver

    @classmethod
    def start(
        cls,
        client_name: str,
        *,
        base_url: str | None = None,
        timeout: float = 30.0,
        max_retries: int = 3,
        proxy: str | None = None,
        http_client: httpx.Client | None = None,
        sleep: Callable[[float], None] = time.sleep,
        random: Callable[[], float] = dice.random,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> DeviceLogin:
        """Begins a login; each call begins another one.

        `client_name`, 1 to 100 characters, is shown to the person as the asker, and is the new key's name. The other
        arguments are those of `MeetBot`; no key is needed, and none is sent.
        """
        retry = Retry.of(max_retries, random, now)
        driver = Driver(Wire.keyless(base_url, timeout, clock), http_client, proxy, sleep)
        try:
            return cls(driver, driver.run(begin(retry, client_name)), retry, clock)
        except BaseException:
            driver.close()
            raise

    def wait(self) -> str:
        """Waits until the person has decided, and gives the API key; a second call fails, for a key comes once.

        Raises `MeetbotForbiddenError` when the person said no, and `MeetbotTimeoutError` when the code has expired.
        """
        return self._driver.run(self._polls.key())

    def close(self) -> None:
        """Gives its connections back; a second call does nothing."""
        self._driver.close()

    def __enter__(self) -> DeviceLogin:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncDeviceLogin(_Login):
    """The same as `DeviceLogin`, to be awaited; cancelling `wait()` ends the polls.

    async with await AsyncDeviceLogin.start("my program") as login:
        key = await login.wait()
    """

    def __init__(self, driver: AsyncDriver, begun: LoginBegun, retry: Retry, clock: Callable[[], float]) -> None:
        super().__init__(begun, retry, clock)
        self._driver = driver

    @classmethod
    async def start(
        cls,
        client_name: str,
        *,
        base_url: str | None = None,
        timeout: float = 30.0,
        max_retries: int = 3,
        proxy: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = dice.random,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> AsyncDeviceLogin:
        """Begins a login; as `DeviceLogin.start`."""
        retry = Retry.of(max_retries, random, now)
        driver = AsyncDriver(Wire.keyless(base_url, timeout, clock), http_client, proxy, sleep)
        try:
            return cls(driver, await driver.run(begin(retry, client_name)), retry, clock)
        except BaseException:
            await driver.close()
            raise

    async def wait(self) -> str:
        """As `DeviceLogin.wait`."""
        return await self._driver.run(self._polls.key())

    async def close(self) -> None:
        """Gives its connections back; a second call does nothing."""
        await self._driver.close()

    async def __aenter__(self) -> AsyncDeviceLogin:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
