"""``python -m career_guides.cli``: the same as ``career-guides``."""

import sys

from . import main

sys.exit(main())
