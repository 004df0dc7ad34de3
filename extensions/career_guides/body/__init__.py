"""Mistakes in the text of a page that show in its lines, before it is parsed.

They are the same for a build, which would not notice them, and for ``career-guides check``.
"""
