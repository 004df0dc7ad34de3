"""What autodoc reads."""

import functools

#: The answer.
ANSWER = 42


class Thing:
    """A thing."""

    colour: str = "red"  #: Of the thing.

    def __init__(self, size, weight=0):
        # type: (int, int) -> None
        self.size = size + weight  #: How large it is.

    @functools.cached_property
    def area(self):
        """Its area."""
        return self.size**2

    def resized(
        self,
        size,  # type: int
    ):
        # type: (...) -> Thing
        """Return another one."""
        return Thing(size)


def wrapped(function):
    """Return the same function in another."""

    @functools.wraps(function)
    def inner(*arguments):
        return function(*arguments)  # type: ignore[no-any-return]

    return inner


@wrapped
def double(number):
    # type: (float) -> float
    """Return twice as much."""
    return 2 * number


small = lambda number: number / 2  # noqa: E731
