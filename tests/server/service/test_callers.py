"""Who may call, as a table. What the two servers make of raw requests is in test_edge.py."""

from dataclasses import replace

import pytest

from pauza.service.callers import Call, may_call, own_hosts

HOSTS = own_hosts(8765)
ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
GOOD = Call("POST", "/v1/hello", "/v1/hello", "HTTP/1.1", "127.0.0.1:8765", ORIGIN)
PRACTICE = Call("GET", "/practice", "/practice", "HTTP/1.1", "localhost:8765", None)


@pytest.mark.parametrize(
    "call",
    [
        GOOD,
        replace(GOOD, host="localhost:8765"),
        replace(GOOD, protocol="HTTP/1.0"),
        replace(GOOD, target="/v1/hello?a=//b"),
        replace(GOOD, method="OPTIONS"),
        replace(GOOD, method="GET", target="/nowhere", path="/nowhere"),
        PRACTICE,
        replace(PRACTICE, target="/practice?x"),
        replace(PRACTICE, origin="https://evil.example"),
    ],
    ids=repr,
)
def test_may_call(call: Call) -> None:
    assert may_call(call, HOSTS, {ORIGIN})


@pytest.mark.parametrize(
    "call",
    [
        replace(GOOD, host=None),
        replace(GOOD, host="127.0.0.1"),
        replace(GOOD, host="127.0.0.1:8766"),
        replace(GOOD, host="127.0.0.1:8765, evil"),
        replace(GOOD, host="evil.example:8765"),
        replace(GOOD, origin=None),
        replace(GOOD, origin="null"),
        replace(GOOD, origin=ORIGIN.upper()),
        replace(GOOD, origin=f"{ORIGIN}, {ORIGIN}"),
        replace(GOOD, origin="http://127.0.0.1:8765"),
        replace(GOOD, protocol="HTTP/2.0"),
        replace(GOOD, target="http://127.0.0.1:8765/v1/hello"),
        replace(GOOD, target="//v1/hello"),
        replace(GOOD, target="//v1/hello", path="//v1/hello"),
        replace(GOOD, target="/%761/hello"),
        replace(GOOD, target="*", path="*"),
        replace(GOOD, target="", path=""),
        replace(PRACTICE, host="evil.example:8765"),
        replace(PRACTICE, method="POST"),
        replace(PRACTICE, target="/practice/", path="/practice/"),
    ],
    ids=repr,
)
def test_may_not_call(call: Call) -> None:
    assert not may_call(call, HOSTS, {ORIGIN})
