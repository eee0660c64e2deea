"""Who has the port: nobody, a Pauza, or another program. Asked as the extension would ask."""

from __future__ import annotations

import http.client
import json
from typing import Literal

from ..settings import EXTENSION_ORIGIN

PATIENCE_S = 3.0

Neighbour = Literal["nobody", "pauza", "other"]


def another_program(port: int) -> str:
    """What a person reads when the port is taken."""
    return (
        f"Another program uses port {port}. Set PAUZA_PORT to another number, "
        "and the same number in the extension's popup."
    )


def who_listens(port: int) -> Neighbour:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request("POST", "/v1/hello", headers={"Origin": EXTENSION_ORIGIN})
        hello = json.loads(connection.getresponse().read(4096))
        return "pauza" if hello["service"] == "pauza" else "other"
    except ConnectionRefusedError:
        return "nobody"
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return "other"
    finally:
        connection.close()
