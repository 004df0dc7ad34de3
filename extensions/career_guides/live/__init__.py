"""``career-guides live``: a preview that follows edits.

- :mod:`.cli`: watches the sources, has them built, tells the server;
- :mod:`.build`: one build, in a process of its own, so that nothing an author writes can end
  the preview;
- :mod:`.messages`: what the build said, as data;
- :mod:`.server`: serves the pages, with a script that shows the problems and loads the page
  again. Only what is served has it: the built files are those that ``make html`` writes.
"""
