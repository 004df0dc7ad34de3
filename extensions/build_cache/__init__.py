"""Caches that packages keep between builds; needs only the standard library.

- :mod:`.digests`: short digests of data;
- :mod:`.files`: atomic writing of files;
- :mod:`.garbage_collection`: pauses of Python's garbage collection;
- :mod:`.software`: versions of the software that made something;
- :mod:`.stamps`: stamps that show whether a file has changed;
- :mod:`.tables`: a pickled mapping, of which an edit writes only a few items;
- :mod:`.user_cache`: the user's cache folder.
"""
