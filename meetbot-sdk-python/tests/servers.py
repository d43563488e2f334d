"""Servers for the tests: one that answers by a script, one that misbehaves on its socket."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body) if self.body else None


@dataclass(frozen=True)
class Reply:
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    announced: int | None = None  # more than there is: the connection breaks in the middle

    @staticmethod
    def of(status: int, body: Any, headers: dict[str, str] | None = None) -> Reply:
        raw = b"" if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        return Reply(status, raw, {"Content-Type": "application/json"} | (headers or {}))


class Server:
    """A real HTTP server on a free port; `answer` says what it answers, `requests` what it was asked."""

    def __init__(self, answer: Callable[[Request], Reply]) -> None:
        self.requests: list[Request] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                url = urlsplit(self.path)
                length = int(self.headers.get("Content-Length", 0))
                headers = {name.title(): value for name, value in self.headers.items()}
                request = Request(
                    self.command, url.path, dict(parse_qsl(url.query)), headers, self.rfile.read(length)
                )
                server.requests.append(request)
                reply = answer(request)
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                if reply.status != 204:
                    self.send_header("Content-Length", str(reply.announced or len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)
                self.close_connection = reply.announced is not None

            do_GET = do_POST = do_DELETE = handle_any

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    @staticmethod
    def script(*replies: Reply) -> Server:
        """Answers these, one after another."""
        left = list(replies)
        return Server(lambda request: left.pop(0))

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *ignored: object) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class BadServer:
    """Takes connections and does to each what its kind says: closed, garbage, half, silent, slow."""

    def __init__(self, kind: str) -> None:
        self.connections = 0
        self._kind = kind
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        if kind == "refused":
            self._listener.close()
        else:
            self._start(self._accept)

    def __enter__(self) -> BadServer:
        return self

    def __exit__(self, *ignored: object) -> None:
        self._over.set()
        if self._kind != "refused":
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _start(self, run: Callable[..., None], *arguments: Any) -> None:
        thread = threading.Thread(target=run, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                if self._kind != "closed":
                    connection.recv(65536)
                self._misbehave(connection)
            except OSError:
                pass  # the client has had enough

    def _misbehave(self, connection: socket.socket) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
        if self._kind == "garbage":
            connection.sendall(b"\x00\xff\x13 what is this\r\n\r\n" * 20)
        elif self._kind == "half":
            connection.sendall(head + b'{"jobId": ')
        elif self._kind == "silent":
            self._over.wait()
        elif self._kind == "slow":
            connection.sendall(head)
            while not self._over.wait(0.05):
                connection.sendall(b" ")
