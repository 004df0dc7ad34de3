"""The commands of ``career-guides``, a module each, with its arguments and what it prints."""

from __future__ import annotations

#: How a command ends: well, with something wrong in the content, or used wrongly; or it is stopped.
OK, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130
