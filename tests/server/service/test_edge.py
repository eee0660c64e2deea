"""The edge as a specification: raw bytes over a socket, against both servers.

In the rows HOST and OURS stand for the right Host and our extension's Origin.
"""

from __future__ import annotations

import socket

import pytest

from pauza.settings import EXTENSION_ORIGIN
from service.running import MAX_BODY_MIB, Running, parsed

HELLO = "POST /v1/hello HTTP/1.1"
RIGHT = (HELLO, "Host: HOST", "Origin: OURS", "Content-Length: 0")
ID = EXTENSION_ORIGIN.removeprefix("chrome-extension://")

BARE_403 = {
    "a foreign Host, as DNS rebinding brings it": (HELLO, "Host: evil.example", "Origin: OURS"),
    "a foreign Host with our port": (HELLO, "Host: evil.example:8765", "Origin: OURS"),
    "no Host": (HELLO, "Origin: OURS"),
    "Host without the port": (HELLO, "Host: 127.0.0.1", "Origin: OURS"),
    "Host with another port": (HELLO, "Host: 127.0.0.1:1", "Origin: OURS"),
    "Host with a trailing dot": (HELLO, "Host: localhost.:8765", "Origin: OURS"),
    "Host in capitals": (HELLO, "Host: LOCALHOST:8765", "Origin: OURS"),
    "Host as IPv6": (HELLO, "Host: [::1]:8765", "Origin: OURS"),
    "Host 0.0.0.0": (HELLO, "Host: 0.0.0.0:8765", "Origin: OURS"),
    "Host as one number": (HELLO, "Host: 2130706433:8765", "Origin: OURS"),
    "Host with a user part": (HELLO, "Host: 127.0.0.1@evil", "Origin: OURS"),
    "Host that is none": (HELLO, "Host: a b<c", "Origin: OURS"),
    "absolute form": ("POST http://HOST/v1/hello HTTP/1.1", "Host: HOST", "Origin: OURS"),
    "absolute form of another": (
        "POST http://evil/v1/hello HTTP/1.1",
        "Host: HOST",
        "Origin: OURS",
    ),
    "absolute form, foreign Host": ("POST http://HOST/v1/hello HTTP/1.1", "Host: evil"),
    "doubled slash in front": ("POST //v1/hello HTTP/1.1", "Host: HOST", "Origin: OURS"),
    "encoded letter": ("POST /%761/hello HTTP/1.1", "Host: HOST", "Origin: OURS"),
    "encoded slash": ("POST /v1%2Fhello HTTP/1.1", "Host: HOST", "Origin: OURS"),
    "fragment": ("POST /v1/hello#x HTTP/1.1", "Host: HOST", "Origin: OURS"),
    "no Origin": (HELLO, "Host: HOST"),
    "no Origin, but X-Forwarded-Host": (HELLO, "Host: evil", "X-Forwarded-Host: HOST"),
    "a page's Origin": (HELLO, "Host: HOST", "Origin: https://evil.example"),
    "our own Origin": (HELLO, "Host: HOST", "Origin: http://HOST"),
    "Origin null": (HELLO, "Host: HOST", "Origin: null"),
    "another extension": (HELLO, "Host: HOST", f"Origin: chrome-extension://{'a' * 32}"),
    "our Origin in capitals": (HELLO, "Host: HOST", f"Origin: CHROME-EXTENSION://{ID}"),
    "our Origin and more": (HELLO, "Host: HOST", "Origin: OURS.evil.example"),
    "our Origin with a slash": (HELLO, "Host: HOST", "Origin: OURS/"),
    "two Origins": (HELLO, "Host: HOST", "Origin: OURS", "Origin: https://evil.example"),
    "Origin with an underscore's help": (HELLO, "Host: HOST", "HTTP_ORIGIN: OURS"),
    "a form's simple request": (HELLO, "Host: HOST", "Content-Type: text/plain"),
    "OPTIONS of a page": ("OPTIONS /v1/hello HTTP/1.1", "Host: HOST", "Origin: https://evil"),
    "OPTIONS without Origin": ("OPTIONS /v1/hello HTTP/1.1", "Host: HOST"),
    "OPTIONS *": ("OPTIONS * HTTP/1.1", "Host: HOST", "Origin: OURS"),
    "GET without Origin": ("GET /v1/hello HTTP/1.1", "Host: HOST"),
    "the root": ("GET / HTTP/1.1", "Host: HOST"),
    "what is not there": ("GET /nowhere HTTP/1.1", "Host: HOST"),
    "practice, foreign Host": ("GET /practice HTTP/1.1", "Host: evil.example:8765"),
    "practice, doubled slash": ("GET //practice HTTP/1.1", "Host: HOST"),
    "practice, not to be read": ("POST /practice HTTP/1.1", "Host: HOST"),
}

REFUSED = {
    "two Hosts": (HELLO, "Host: HOST", "Host: evil", "Origin: OURS"),
    "a folded header": (HELLO, "Host: HOST", "Origin: OURS\r\n  more"),
    "a bare CR in a value": (HELLO, "Host: HOST", "Origin: OURS\rmore"),
    "a NUL in a value": (HELLO, "Host: HOST", "Origin: OURS\0"),
    "a space before the colon": (HELLO, "Host: HOST", "Origin : OURS"),
    "HTTP/0.9": ("POST /v1/hello", "Host: HOST", "Origin: OURS"),
    "HTTP/1.9": ("POST /v1/hello HTTP/1.9", "Host: HOST", "Origin: OURS"),
    "HTTP/2.0": ("POST /v1/hello HTTP/2.0", "Host: HOST", "Origin: OURS"),
    "a method in small letters": ("post /v1/hello HTTP/1.1", "Host: HOST", "Origin: OURS"),
    "two lengths": (*RIGHT, "Content-Length: 3"),
    "a length of a list": (*RIGHT[:3], "Content-Length: 3, 3"),
    "a signed length": (*RIGHT[:3], "Content-Length: +3"),
    "a length below nothing": (*RIGHT[:3], "Content-Length: -1"),
    "a length with an underscore": (*RIGHT[:3], "Content-Length: 0_3"),
    "a length and chunks": (*RIGHT, "Transfer-Encoding: chunked"),
    "chunks": (*RIGHT[:3], "Transfer-Encoding: chunked"),
    "chunks in gzip": (*RIGHT[:3], "Transfer-Encoding: gzip, chunked"),
    "chunks in HTTP/1.0": (HELLO[:-1] + "0", *RIGHT[1:3], "Transfer-Encoding: chunked"),
    "a header of 70 kB": (*RIGHT, "X: " + "x" * 70_000),
    "five thousand headers": (*RIGHT, *(f"X{n}: x" for n in range(5000))),
    "a query of 60 kB": (f"POST /v1/hello?{'q' * 60_000} HTTP/1.1", *RIGHT[1:]),
}


ANSWERS = {
    200: RIGHT,
    403: (HELLO, "Host: evil"),
    404: ("POST /nowhere HTTP/1.1", *RIGHT[1:]),
    411: (*RIGHT[:3], "Transfer-Encoding: chunked"),
}


class TestWhoMayNotCall:
    @pytest.mark.parametrize("lines", BARE_403.values(), ids=BARE_403)
    def test_gets_a_bare_403(self, service: Running, lines: tuple[str, ...]) -> None:
        reply = service.ask(*(line.replace("8765", str(service.settings.port)) for line in lines))
        assert (reply.status, reply.body) == (403, b"")
        assert "access-control-allow-origin" not in reply.headers

    def test_cannot_tell_one_refusal_from_another(self, service: Running) -> None:
        told = [service.ask(*lines).headers for lines in BARE_403.values() if "1.1" in lines[0]]
        for headers in told:
            headers.pop("date")
        assert all(headers == told[0] for headers in told)

    def test_is_answered_before_the_body_has_come(self, service: Running) -> None:
        if service.server == "waitress":
            pytest.skip("waitress reads whole requests, bounded, before anybody sees them")
        request = service.request(HELLO, "Host: HOST", "Origin: null", "Content-Length: 1000")
        with service.connect() as connection:
            connection.sendall(request)
            assert parsed(connection.recv(65536)).status == 403

    def test_cannot_use_what_follows_on_the_connection(self, service: Running) -> None:
        smuggled = service.request(*RIGHT)
        outer = service.request(
            HELLO, "Host: HOST", "Origin: null", f"Content-Length: {len(smuggled)}"
        )
        answers = service.exchange(outer.replace(b"Connection: close\r\n", b"") + smuggled)
        assert answers.count(b"HTTP/1.1 ") == 1


class TestMalformed:
    @pytest.mark.parametrize("lines", REFUSED.values(), ids=REFUSED)
    def test_is_refused_without_a_crash(self, service: Running, lines: tuple[str, ...]) -> None:
        assert service.ask(*lines).status in {0, 400, 403, 411, 414, 431, 501}

    def test_bare_line_feeds_are_no_request(self, service: Running) -> None:
        request = service.request(*RIGHT).replace(b"\r\n", b"\n")
        assert parsed(service.exchange(request)).status in {0, 400}

    def test_a_greeting_in_tls_is_no_request(self, service: Running) -> None:
        assert b" 200 " not in service.exchange(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")


class TestWhoMayCall:
    def test_our_extension_is_answered(self, service: Running) -> None:
        assert service.ask(*RIGHT).status == 200

    def test_localhost_will_do_for_a_name(self, service: Running) -> None:
        host = f"Host: localhost:{service.settings.port}"
        assert service.ask(HELLO, host, "Origin: OURS", "Content-Length: 0").status == 200

    def test_a_person_may_open_the_practice_page(self, service: Running) -> None:
        assert service.ask("GET /practice HTTP/1.1", "Host: HOST").status == 200

    def test_what_a_proxy_would_say_is_not_believed(self, service: Running) -> None:
        contradictory = ("X-Forwarded-Proto: https", "X-Forwarded-Ssl: off")
        proxied = (*contradictory, "X-Forwarded-For: 1.2.3.4", "SCRIPT_NAME: /v1")
        assert service.ask(*RIGHT, *proxied).status == 200
        assert service.ask("POST /hello HTTP/1.1", *RIGHT[1:], *proxied).status == 404

    def test_a_preflight_is_answered_for_a_browser_without_the_permission(
        self, service: Running
    ) -> None:
        asks = (
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: content-type",
        )
        reply = service.ask("OPTIONS /v1/analyses HTTP/1.1", *RIGHT[1:3], *asks)
        assert reply.status == 200
        assert reply.headers["access-control-allow-origin"] == EXTENSION_ORIGIN
        assert reply.headers["access-control-allow-methods"] == "POST"
        assert reply.headers["access-control-allow-headers"] == "content-type"
        assert reply.headers["vary"] == "Origin"
        assert "access-control-allow-credentials" not in reply.headers

    def test_two_requests_on_one_connection_are_answered_in_order(self, service: Running) -> None:
        first = service.request("POST /v1/nowhere HTTP/1.1", *RIGHT[1:]).replace(
            b"Connection: close\r\n", b""
        )
        answers = service.exchange(first + service.request(*RIGHT))
        assert [part[:3] for part in answers.split(b"HTTP/1.1 ")[1:]] == [b"404", b"200"]


class TestPaths:
    @pytest.mark.parametrize(
        ("line", "status"),
        [
            ("POST /v1//hello HTTP/1.1", 404),
            ("POST /v1/hello/ HTTP/1.1", 404),
            ("POST /x/../v1/hello HTTP/1.1", 404),
            ("POST /nowhere HTTP/1.1", 404),
            ("GET /v1/hello HTTP/1.1", 405),
            ("TRACE /v1/hello HTTP/1.1", 405),
            ("PUT /v1/analyses HTTP/1.1", 405),
            ("DELETE /practice HTTP/1.1", 405),
        ],
    )
    def test_what_is_not_there_is_neither_found_nor_led_to(
        self, service: Running, line: str, status: int
    ) -> None:
        reply = service.ask(line, *RIGHT[1:], "X-HTTP-Method-Override: POST")
        assert reply.status == status
        assert reply.code == {404: "not_found", 405: "method_not_allowed"}[status]


class TestBodies:
    ANALYSES = ("POST /v1/analyses?sensitivity=quiet HTTP/1.1", "Host: HOST", "Origin: OURS")

    def test_a_whole_body_reaches_the_worker_byte_by_byte(self, service: Running) -> None:
        photo = bytes(range(256)) * 4096
        reply = service.post("/v1/analyses?sensitivity=quiet", photo)
        assert (reply.status, reply.body) == (200, photo)

    def test_a_body_cut_short_is_never_taken_for_a_photo(self, service: Running) -> None:
        reply = service.ask(*self.ANALYSES, "Content-Length: 10", body=b"abc")
        if service.server == "gunicorn":
            assert (reply.status, reply.code) == (400, "body_cut_short")
        else:  # closes without a word
            assert reply.status == 0

    def test_a_photo_without_a_length_is_refused(self, service: Running) -> None:
        reply = service.ask(*self.ANALYSES)
        assert (reply.status, reply.code) == (411, "length_required")

    def test_chunks_are_refused(self, service: Running) -> None:
        chunks = b"3\r\nabc\r\n0\r\n\r\n"
        reply = service.ask(*self.ANALYSES, "Transfer-Encoding: chunked", body=chunks)
        assert (reply.status, reply.code) == (411, "length_required")

    def test_too_large_a_length_is_refused_before_any_of_it_has_come(
        self, service: Running
    ) -> None:
        length = f"Content-Length: {MAX_BODY_MIB * 2**20 + 1}"
        with service.connect() as connection:
            connection.sendall(service.request(*self.ANALYSES, length))
            assert parsed(connection.recv(65536)).status == 413

    def test_the_largest_length_is_taken(self, service: Running) -> None:
        photo = bytes(MAX_BODY_MIB * 2**20)
        assert service.post("/v1/analyses?sensitivity=quiet", photo).status == 200


class TestHeaders:
    @pytest.mark.parametrize("status", ANSWERS)
    def test_every_answer_is_safe_from_other_pages(self, service: Running, status: int) -> None:
        body = b"0\r\n\r\n" if status == 411 else b""
        reply = service.ask(*ANSWERS[status], body=body)
        assert reply.status == status
        assert reply.headers["cross-origin-resource-policy"] == "same-origin"
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["cache-control"] == "no-store"
        assert not reply.headers.get("server")


def test_it_listens_on_its_one_address_only(service: Running) -> None:
    with pytest.raises(OSError), socket.socket() as caller:  # noqa: PT011 - refused or no way
        caller.connect(("127.0.0.2", service.settings.port))
