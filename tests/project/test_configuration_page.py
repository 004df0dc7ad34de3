"""The settings in the documentation are those that there are."""

from __future__ import annotations

import ast
import re
from unittest.mock import MagicMock

from career_guides import setup
from career_guides.config import ABOUT
from tests.project.documentation import MANUAL, PAGES, headings, of_language
from tests.sites import ROOT


def config_values() -> dict[str, tuple[object, type]]:
    """Return name -> default and type of all that setup() adds."""
    app = MagicMock()
    setup(app)
    return {
        name: (default, kind)
        for name, default, _rebuild, kind in (
            call.args for call in app.add_config_value.call_args_list
        )
    }


def test_exactly_the_settings_that_exist_are_described() -> None:
    values = config_values()
    assert headings("configuration.md") == values.keys() == ABOUT.keys()
    for name in MANUAL:
        assert set(re.findall(r"\bguides_[a-z_]+", PAGES[name])) <= values.keys(), name


def test_python_examples_are_settings() -> None:
    kinds = {name: kind for name, (_, kind) in config_values().items()}
    set_somewhere = set()
    for text in of_language("python", *MANUAL):
        for statement in ast.parse(text).body:
            assert isinstance(statement, ast.Assign)
            name = ast.unparse(statement.targets[0])
            if name in kinds:
                assert isinstance(ast.literal_eval(statement.value), kinds[name]), text
                set_somewhere.add(name)
    assert set_somewhere == kinds.keys()


def test_settings_of_our_conf_py_are_described() -> None:
    described = PAGES["configuration.md"].partition("## What our `conf.py` sets")[2]
    for statement in ast.parse((ROOT / "conf.py").read_text("utf-8")).body:
        for target in statement.targets if isinstance(statement, ast.Assign) else ():
            assert f"`{ast.unparse(target)}`" in described
