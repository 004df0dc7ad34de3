"""What Pagefind has written in several runs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import cbor2

from sphinx_pagefind.bundle import bundle
from sphinx_pagefind.file_format import decode, encode, unpack
from sphinx_pagefind.pagefind_output import JoinedOutput, Output
from sphinx_pagefind.run import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_pagefind.store import Index


def output_with_names(site: Path, name: str) -> Output:
    """Return what Pagefind writes about a site of one page, whose fragment has a given name."""
    files = run(site, ["--keep-index-url"], "en")
    meta = next(path for path in files if path.endswith(".pf_meta"))
    fragment = next(path for path in files if path.endswith(".pf_fragment"))
    content = decode(files[meta])
    content[1][0][0] = name
    _digest, files[meta] = encode("en", cbor2.dumps(content))
    files[f"fragment/{name}.pf_fragment"] = files.pop(fragment)
    return Output(files)


def test_pages_of_two_runs_whose_fragments_have_one_name_are_two(
    tmp_path: Path, new_index: Callable[[], Index]
) -> None:
    outputs = []
    for page in ("saw", "hammer"):
        (tmp_path / page).mkdir()
        text = f"<html lang=en><title>{page}</title><h1>{page}</h1><p>A tool.</p>"
        (tmp_path / page / f"{page}.html").write_text(text)
        outputs.append(output_with_names(tmp_path / page, "en_1234567"))
    index, output = new_index(), JoinedOutput(outputs)
    index.fill(output)
    files, _paths = bundle(index, output)
    meta = next(path for path in files if path.endswith(".pf_meta"))
    found = [files[f"fragment/{name}.pf_fragment"] for name, _length in decode(files[meta])[1]]
    assert [json.loads(unpack(data))["url"] for data in found] == ["/hammer.html", "/saw.html"]
