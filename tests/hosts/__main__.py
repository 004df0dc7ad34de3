"""Ask Netlify's parser and Cloudflare's runtime what they do with a site's ``_redirects``.

Not a part of CI: it installs 180 MB from npm::

    python -m tests.hosts

Prints a line for each old address that one of them does not lead to its page; the exit status is 1
if there is any.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.sites import Site, guide
from tests.sites.npm import install

PACKAGES = ("netlify-redirect-parser@14.4.0", "miniflare@4.20260730.0")
#: Page -> its aliases: what old sites have, in the letters that paths may have.
ALIASES = {
    "nurse/index": ["/old/nurse", "/carer", "/posts/nurse.html", "/zähne", "/दिन"],
    "nurse/day": ["/c+c-(old),it's", "/50%", "/a&b", "/old/nurse/day/", "/über/das (neue)"],
    "baker/index": ["/backen", "/old/*star"],
}


def build(folder: Path) -> Site:
    """Return a site whose pages have these aliases."""
    site = Site(folder)
    site.conf = 'html_baseurl = "https://example.org/"\n'
    site.write({"index.md": guide("Home")})
    for docname, aliases in ALIASES.items():
        site.write({f"{docname}.md": guide(docname, aliases=json.dumps(aliases))})
    site.build()
    return site


def ask(site: Path, paths: list[str], work: Path) -> dict[str, Any]:
    """Return what the hosts do: Netlify's ``redirects`` and ``errors``, Cloudflare's ``answers``.

    :param site: the folder of the pages
    :param paths: paths that a reader asks Cloudflare for
    :param work: a folder for the packages of npm
    """
    install(work, *PACKAGES)
    program = work / "ask.mjs"
    program.write_bytes(Path(__file__).with_name("ask.mjs").read_bytes())
    run = subprocess.run(["node", program, site, *paths], check=True, capture_output=True)
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


def faults(lines: list[str], found: dict[str, Any]) -> list[str]:
    """Return what a host does not do as ``_redirects`` says."""
    by_netlify = {(each["from"], each["to"]) for each in found["redirects"]}
    wrong = [f"Netlify: {error}" for error in found["errors"]]
    for line in lines:
        source, target, _status = line.split(" ")
        if (source, target) not in by_netlify:
            wrong.append(f"Netlify does not have {source} to {target}")
        if (answer := found["answers"][source]) != [301, target]:
            wrong.append(f"Cloudflare answers {source} with {answer}, not with 301 to {target}")
    return wrong


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="hosts-") as name:
        work = Path(name)
        site = build(work / "site")
        lines = (site.out / "_redirects").read_text("utf-8").splitlines()
        found = ask(site.out, [line.split(" ")[0] for line in lines], work / "npm")
        wrong = faults(lines, found)
    print(*wrong, f"{len(lines)} lines, {len(wrong)} faults", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
