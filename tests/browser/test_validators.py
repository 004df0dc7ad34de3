"""What the W3C's checker and html-validate find in a page of each kind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.helpers.pages import ALL_KINDS
from tests.sites.npm import install

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

#: In the newest versions that run on Node 20.
PACKAGES = ("vnu-jar@26.9.27", "html-validate@10.9.0")
PAGES = (*ALL_KINDS, "404.html", "tag/languages.html")
RULES = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        # Furo's: its two check boxes are called __navigation and __toc, its main part is a div.
        "valid-id": "off",
        "prefer-native-element": "off",
    },
}


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of both, installed by npm. Without Java or npm skip; in CI fail."""
    if missing := [name for name in ("npm", "java") if not shutil.which(name)]:
        message = f"no {' and no '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return install(tmp_path_factory.mktemp("npm"), *PACKAGES)


def output_of(command: list[Any], folder: Path) -> Any:
    run = subprocess.run([*command, *PAGES], cwd=folder, capture_output=True, timeout=300)
    return json.loads(run.stdout or run.stderr)


def test_the_nu_checker_finds_no_error(programs: Path, docs: Path) -> None:
    jar = programs / "vnu-jar/build/dist/vnu.jar"
    command = ["java", "-Xss1m", "-jar", jar, "--errors-only", "--format", "json"]
    assert output_of(command, docs)["messages"] == []


def test_html_validate_finds_no_error(programs: Path, docs: Path, tmp_path: Path) -> None:
    settings = tmp_path / "htmlvalidate.json"
    settings.write_text(json.dumps(RULES))
    command = [programs / ".bin/html-validate", "--config", settings, "--formatter", "json"]
    found = output_of(command, docs)
    assert [(each["filePath"], each["messages"]) for each in found if each["messages"]] == []
