"""What all builds of a preview have in common: importing this module computes it once.

The builds are forked from a process that has imported it.
"""

from __future__ import annotations

from career_guides.facts.release import bundled
from career_guides.incremental.software import env_version

bundled()
env_version()
