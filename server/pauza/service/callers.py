"""Who may call: decided for every path and method before a byte of the body is read.

The service listens on a port that any page in any browser can reach, by its own fetch, by a form,
or by a name that it makes point here (DNS rebinding). Only what a page can't forge counts: the
Host that the browser wrote, and the Origin that it put there. Nothing is learnt from traffic; who
is allowed stands in the settings and in what `pauza allow` wrote.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

PROTOCOLS = frozenset({"HTTP/1.0", "HTTP/1.1"})

PRACTICE = "/practice"
"""The one page that a person opens in a tab: a navigation carries no Origin."""


@dataclass(frozen=True)
class Call:
    method: str
    target: str
    """As it stood in the request line."""
    path: str
    """As it will be routed: the two may differ by encoding, doubled slashes, an authority."""
    protocol: str
    host: str | None
    origin: str | None


def own_hosts(port: int) -> frozenset[str]:
    return frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})


def may_call(call: Call, hosts: Set[str], origins: Set[str]) -> bool:
    return (
        call.protocol in PROTOCOLS
        and _is_plain(call)
        and call.host in hosts
        and (call.origin in origins or _opens_practice(call))
    )


def _is_plain(call: Call) -> bool:
    """What was asked for is letter by letter what will be routed."""
    path, _, _ = call.target.partition("?")
    return path == call.path and path.startswith("/") and not path.startswith("//")


def _opens_practice(call: Call) -> bool:
    return call.method == "GET" and call.path == PRACTICE
