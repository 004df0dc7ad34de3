"""``career-guides live``: a preview that follows edits.

- :mod:`.command`: watches the sources, starts builds, and informs the server;
- :mod:`.build`: runs each build in a process of its own, so that nothing an author writes can
  end the preview;
- :mod:`.messages`: parses the output of a build;
- :mod:`.server`: serves the pages, with a script that shows the problems and reloads the page.
  The script is added when a page is served: the built files are those that ``make html`` writes.
"""
