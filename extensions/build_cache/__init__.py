"""What packages keep from one build to the next, and how it is kept. Standard library alone.

- :mod:`.digests`: short digests of data;
- :mod:`.files`: files that are written whole or not at all;
- :mod:`.stamps`: what tells that a file has not changed;
- :mod:`.tables`: a pickled mapping, of which an edit writes a few items.
"""
