"""Digests: short texts that are the same for the same data."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def digest(values: Any) -> str:
    """Return a digest of *values*, which JSON can hold: 24 hexadecimal digits."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return digest_of_bytes(text.encode("utf-8", "surrogatepass"))


def digest_of_bytes(data: bytes, size: int = 12, key: str = "") -> str:
    """Return a digest of *data*.

    :param size: bytes of the digest; twice as many hexadecimal digits are returned
    :param key: with another key, of at most 64 bytes, the digest is another one
    """
    return hashlib.blake2b(data, digest_size=size, key=key.encode()).hexdigest()
