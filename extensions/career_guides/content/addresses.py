"""Addresses that a page may lead readers to."""

from __future__ import annotations

import re

#: What an address of a page or a file on the web looks like, in front matter, in a release of
#: figures and in ``conf.py``.
ADDRESS = r'https?://[^\s<>"]+'

#: Schemes of addresses that readers may be led to: none of them runs anything in the browser.
SCHEMES = {"http", "https", "mailto", "tel", "ftp", "sms", "xmpp", "irc", "ircs", "geo"}


def address_refusal(address: str) -> str:
    """Return why a link may not lead to *address*: its scheme is not one of a link to read."""
    # Browsers ignore white space and control characters in a scheme.
    plain = re.sub(r"[\x00-\x20\x7f-\x9f]+", "", address)
    match = re.match(r"([A-Za-z][\w+.-]*):", plain)
    if match and match[1].lower() not in SCHEMES:
        return f"an address that starts with '{match[1][:20]}:' is not one to link to"
    return ""
