"""Pages that Hugo did not publish, and pages that it published and did not list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from .dates import date_key, date_keys, parse_time
from .values import plain

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog
    from hugo_to_myst.read.front_matter import Content


def hidden_by(source: dict[str, Any], config: dict[str, Any]) -> list[str]:
    """Return the keys for which Hugo does not publish a page.

    https://gohugo.io/content-management/front-matter/ and
    https://gohugo.io/content-management/build-options/

    :param source: its front matter, with the values of cascades.
    :param config: the site's configuration, keys in lower case.
    """
    now = dt.datetime.now(dt.UTC)
    dates = [*date_keys(config, "publishdate"), *date_keys(config, "date")]
    begins = date_key(source, dates)
    ends = date_key(source, date_keys(config, "expirydate"))
    first, last = parse_time(source.get(begins)), parse_time(source.get(ends))
    build = "build" if "build" in source else "_build"
    reasons = {
        begins: first and first > now and config.get("buildfuture") is not True,
        ends: last and last < now and config.get("buildexpired") is not True,
        "headless": _is_true(source.get("headless")),
        build: str(build_option(source, "render")).lower() in ("never", "false", "link"),
        "draft": _is_true(source.get("draft")) and config.get("builddrafts") is not True,
    }
    return [key for key, hidden in reasons.items() if hidden]


def build_option(source: dict[str, Any], name: str) -> Any:
    """Return a build option of a page; None if it does not say."""
    build = source.get("build", source.get("_build"))
    options = build.items() if isinstance(build, dict) else ()
    return next((v for k, v in options if str(k).lower() == name), None)


def mark_draft(
    values: dict[str, Any], source: dict[str, Any], content: Content, config: dict[str, Any],
    log: PageLog,
) -> None:  # fmt: skip
    """Make a draft of a page that Hugo did not publish, and say why.

    :param values: the keys of the guide.
    :param source: the front matter of the page, with the values of cascades.
    :param config: the site's configuration, keys in lower case.
    """
    for key in hidden_by(source, config):
        if key == "draft" and values.get("draft") is True:
            continue
        was = f"{key}: {plain(source[key])}"
        log("front-matter-value", content.lines.get(key, 1), was, "draft: Hugo did not publish it")
        values["draft"] = True


def mark_unlisted(values: dict[str, Any], source: dict[str, Any]) -> None:
    """Leave a page out of all lists that Hugo left out of all; the arguments are as above."""
    if str(build_option(source, "list")).lower() in ("never", "false"):
        values["unlisted"] = True


def _is_true(value: Any) -> bool:
    return value in (True, 1) or (
        isinstance(value, str) and value.strip().lower() in ("true", "1", "t")
    )
