"""Digests: short strings that are the same for the same data."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def digest(values: Any) -> str:
    """Return a digest, 24 hexadecimal digits, of *values* that can be serialised as JSON."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return digest_of_bytes(text.encode("utf-8", "surrogatepass"))


def digest_of_bytes(data: bytes, size: int = 12, key: str = "") -> str:
    """Return a digest of *data*.

    :param size: size of the digest in bytes; twice as many hexadecimal digits are returned
    :param key: at most 64 bytes; a different key gives a different digest
    """
    return hashlib.blake2b(data, digest_size=size, key=key.encode()).hexdigest()
