"""Images and logos that cannot be used."""

from __future__ import annotations

from pathlib import Path

from tests.sites import LOGO, guide
from tests.sites.catalogues import catalogue, said


def test_images_and_logos_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "a").mkdir(parents=True)
    (tmp_path / "secret.svg").write_text(LOGO)
    (docs / "link.svg").symlink_to(tmp_path / "secret.svg")
    (docs / "logos").mkdir()
    (docs / "logos/evil.svg").symlink_to(tmp_path / "secret.svg")
    (docs / "bad.png").write_text("no picture")
    (docs / "notes.txt").write_text("x")
    (docs / "photo.svg").write_text(LOGO)
    wrong = {
        "../../secret.svg": "is outside the source folder",
        str(tmp_path / "secret.svg"): f"no image '{tmp_path}/secret.svg'",
        "/link.svg": "is reached by a symbolic link out of the source folder; put a copy there",
        "/bad.png": "cannot be read as an image",
        "/notes.txt": "is not an image (avif, gif, jpeg, jpg, png, svg, webp)",
        "/foto.svg": "no image '/foto.svg'; did you mean '/photo.svg'?",
        "https://example.org/x.png": "is on another host; put a copy into the source folder",
        "x" * 299: "no image",
    }
    files = {
        f"a/p{n}.md": guide("P", figure=f"{{image: '{image}', decorative: true}}")
        for n, image in enumerate(wrong)
    }
    found = catalogue(docs, {**files, "a/logo.md": guide("L", sidebarlogo="evil")})
    for n, message in enumerate(wrong.values()):
        assert found.entries[f"a/p{n}"].image is None
        assert any(f"a/p{n}:3" in line and message[:60] in line for line in said(found)), message
    assert "no logo 'evil' (logos: none; put one into docs/logos)" in said(found)[0]
    (docs / "logos/good.svg").write_text(LOGO)
    wrong_logos = {"../../etc/passwd": "", "/etc/passwd": "", "good.svg": "; did you mean 'good'?"}
    files = {f"b/{n}.md": guide(f"L {n}", sidebarlogo=logo) for n, logo in enumerate(wrong_logos)}
    lines = [line for line in said(catalogue(docs, files)) if line.startswith("b/")]
    assert lines == [
        f"b/{n}:3: no logo '{logo}'{tip} (logos: good) [logo]"
        for n, (logo, tip) in enumerate(wrong_logos.items())
    ]
