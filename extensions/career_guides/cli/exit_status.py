"""Exit statuses of the commands of ``career-guides``."""

from __future__ import annotations

#: Success; problems in the content; incorrect usage; interrupted with Ctrl+C.
OK, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130
