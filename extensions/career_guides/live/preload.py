"""What all builds of a preview have in common: importing this module computes it once.

The builds are forked from a process that has imported it.
"""

from __future__ import annotations

from pygments.lexers import get_lexer_by_name

from career_guides.facts.release import bundled
from career_guides.html import text_direction
from career_guides.images.encode import FORMATS, has_aom, has_format
from career_guides.incremental.software import env_version

#: Languages of code that pages are likely to have. A lexer's patterns are compiled when it is made
#: first, which takes as long as to read a page.
_LANGUAGES = ("bash", "console", "html", "json", "markdown", "python", "yaml")

len(bundled().occupations)  # reads them
env_version()
text_direction.of("en")  # what is known of all languages is loaded, too
has_aom()
for _format in FORMATS:
    has_format(_format)
for _language in _LANGUAGES:
    get_lexer_by_name(_language)
