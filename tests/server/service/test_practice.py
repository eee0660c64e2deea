import base64
import hashlib
import re

from pauza.service.practice import PAGE, content_policy
from service.running import Running


def test_only_what_stands_in_the_page_may_run() -> None:
    policy = content_policy("<style>a</style><script>b</script><script type=module>c</script>")
    for tag, texts in {"style-src": "a", "script-src": "bc"}.items():
        directive = re.search(rf"{tag} ([^;]*)", policy)
        assert directive
        assert directive[1].split() == [
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for text in texts
        ]


def test_nothing_can_be_fetched_or_sent() -> None:
    policy = content_policy("")
    assert policy.startswith("default-src 'none'; script-src 'none'; style-src 'none'")
    assert "form-action 'none'" in policy
    assert "connect-src" not in policy


def test_the_page_has_nothing_that_its_policy_would_stop() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert not re.search(r"\son\w+=|\sstyle=|javascript:|(?:src|href)=[\"']?http", page)


def test_the_page_comes_with_its_policy(service: Running) -> None:
    reply = service.ask("GET /practice HTTP/1.1", "Host: HOST")
    assert reply.headers["content-security-policy"] == content_policy(
        PAGE.read_text(encoding="utf-8")
    )
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
