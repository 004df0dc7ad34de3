"""Names of directives and roles that may be an extension's own."""

from __future__ import annotations

import pytest

from career_guides.check.rules.body import read_body
from career_guides.check.rules.names import unknown_names

BODY = "```{doctest}\n>>> 1\n1\n```\n\n```{admonision} A\nText.\n```\n\n```{nonsense}\n```\n"

#: The value of ``extensions``, and the lines of the names that are reported.
REPORTED = {
    ("sphinx.ext.doctest",): [6, 10],
    ("myst_parser",): [1, 6, 10],
    ("sphinx.ext.doctest", "sphinx_needs"): [6],
    ("sphinx_needs",): [6],  # 'doctest' is not so close to 'toctree' that it can be nothing else
    None: [6],
}


@pytest.mark.parametrize("extensions", REPORTED, ids=str)
def test_names_that_an_extension_may_add_are_not_reported(extensions) -> None:
    body = read_body(BODY, 0, ["colon_fence"])
    found = [problem.line for problem in unknown_names("a", body, extensions)]
    assert found == REPORTED[extensions]
