"""A small repository of OAI-PMH for tests: made up, or played back from recordings, asked directly or over HTTP."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit
from xml.sax.saxutils import escape, quoteattr

from kennisbank.net.oai_http import OaiReply

URL = "https://repository.example/oai"


def answer(inside: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        f"<responseDate>2026-11-22T09:00:00Z</responseDate><request>{URL}</request>{inside}</OAI-PMH>"
    ).encode()


def identify(granularity: str = "YYYY-MM-DDThh:mm:ssZ") -> bytes:
    return answer(
        f"<Identify><repositoryName>Voorbeeld</repositoryName><baseURL>{URL}</baseURL>"
        f"<protocolVersion>2.0</protocolVersion><adminEmail>a@b.nl</adminEmail>"
        f"<earliestDatestamp>2000-01-01</earliestDatestamp><deletedRecord>persistent</deletedRecord>"
        f"<granularity>{granularity}</granularity></Identify>"
    )


def record(identifier: str, /, *, deleted: bool = False, stamp: str = "2026-01-01T00:00:00Z", **values: object) -> str:
    status = ' status="deleted"' if deleted else ""
    header = (
        f"<header{status}><identifier>{escape(identifier)}</identifier><datestamp>{stamp}</datestamp>"
        f"<setSpec>{escape(str(values.pop('set', 'alles')))}</setSpec></header>"
    )
    parts = [
        f"<dc:{name}>{escape(str(each))}</dc:{name}>"
        for name, value in values.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    dc = (
        '<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(parts)}</oai_dc:dc></metadata>'
    )
    return f"<record>{header}{'' if deleted else dc}</record>"


def listing(*records: str, token: str | None = None, size: int = 0) -> bytes:
    attribute = f" completeListSize={quoteattr(str(size))}" if size else ""
    more = f"<resumptionToken{attribute}>{escape(token)}</resumptionToken>" if token is not None else ""
    return answer(f"<ListRecords>{''.join(records)}{more}</ListRecords>")


def error(code: str, words: str = "") -> bytes:
    return answer(f'<error code="{code}">{escape(words)}</error>')


class Pages:
    """Answers a list page by page; the token is the number of the page. Keeps what was asked."""

    def __init__(self, *pages: tuple[str, ...], granularity: str = "YYYY-MM-DDThh:mm:ssZ") -> None:
        self.pages = list(pages)
        self.granularity = granularity
        self.asked: list[dict[str, str]] = []

    def __call__(self, question: Mapping[str, str]) -> OaiReply:
        self.asked.append(dict(question))
        if question["verb"] == "Identify":
            return OaiReply(200, identify(self.granularity))
        at = int(question.get("resumptionToken", "0"))
        if not self.pages:
            return OaiReply(200, error("noRecordsMatch"))
        is_last = at == len(self.pages) - 1
        return OaiReply(200, listing(*self.pages[at], token=None if is_last else str(at + 1)))


Answering = Callable[[dict[str, str]], tuple[int, dict[str, str], bytes]]


@contextmanager
def serving(answering: Answering) -> Iterator[str]:
    """Serve on this computer; `answering` gets the arguments, and gives status, headers and body."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answering(dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True)))
            self.send_response(status)
            for name, value in ({"Content-Type": "text/xml; charset=utf-8"} | headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", headers.get("Content-Length", str(len(body))))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/oai"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
