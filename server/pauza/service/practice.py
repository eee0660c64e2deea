"""GET /practice: a page to try the extension on. It receives in the page, and uploads nowhere."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from flask import Blueprint, Response

from .callers import PRACTICE

PAGE = Path(__file__).with_name("practice.html")


def blueprint() -> Blueprint:
    practice = Blueprint("practice", __name__)
    page = PAGE.read_text(encoding="utf-8")
    policy = content_policy(page)

    @practice.get(PRACTICE)
    def show() -> Response:
        response = Response(page, mimetype="text/html")
        response.headers["Content-Security-Policy"] = policy
        return response

    return practice


def content_policy(page: str) -> str:
    """Only what stands in the page itself may run or style it; nothing may be fetched or sent."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_own(page, 'script')}",
            f"style-src {_own(page, 'style')}",
            "img-src blob: data:",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ]
    )


def _own(page: str, tag: str) -> str:
    blocks = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", page, re.DOTALL)
    digests = [hashlib.sha256(block.encode()).digest() for block in blocks]
    return " ".join(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests) or "'none'"
