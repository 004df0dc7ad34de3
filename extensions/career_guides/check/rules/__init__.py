"""The rules of ``check``, with a module for each kind of problem."""
