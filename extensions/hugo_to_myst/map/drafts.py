"""Pages that Hugo did not publish."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from .values import parse_date, plain

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog
    from hugo_to_myst.read.front_matter import Content


def mark_draft(
    values: dict[str, Any], content: Content, config: dict[str, Any], log: PageLog
) -> None:
    """Make a draft of a page that Hugo did not publish, and say why.

    https://gohugo.io/content-management/front-matter/ and
    https://gohugo.io/content-management/build-options/

    :param values: the keys of the guide.
    :param config: the site's configuration, keys in lower case.
    """
    source, today = content.values, dt.datetime.now(dt.UTC).date()
    build = source.get("build", source.get("_build"))
    options = build.items() if isinstance(build, dict) else ()
    render = next((v for k, v in options if str(k).lower() == "render"), True)
    begins = next((k for k in ("publishdate", "pubdate", "date") if source.get(k)), "date")
    ends = "expirydate" if source.get("expirydate") else "unpublishdate"
    first, last = parse_date(source.get(begins)), parse_date(source.get(ends))
    hidden_by = {
        begins: first and first > today and config.get("buildfuture") is not True,
        ends: last and last < today and config.get("buildexpired") is not True,
        "headless": source.get("headless") is True,
        "build" if "build" in source else "_build": str(render).lower()
        in ("never", "false", "link"),
    }
    for key in (k for k, hidden in hidden_by.items() if hidden):
        was = f"{key}: {plain(source[key])}"
        log("front-matter-value", content.lines.get(key, 1), was, "draft: Hugo did not publish it")
        values["draft"] = True
