"""Bar charts, drawn on the server: what each bar says, and where it goes.

Widths are percentages of the drawing and heights are pixels, so a chart fits any screen and its
words keep their size. Labels stand above their bars, in lines that fit a small phone.
"""

from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap

LINE = 20
LABEL_WIDTH = 34  # characters
BAR = 24
GAP = 16
WIDEST = 80  # percent: beyond it stands the figure


@dataclass(frozen=True)
class Bar:
    """One bar: what it stands for, how long it is, and the figure as it is read."""

    label: str
    number: float
    figure: str


@dataclass(frozen=True)
class Drawn:
    """A bar in its place: lines of its label as (line, y), its top, and its length."""

    bar: Bar
    lines: list
    top: int
    length: float

    @property
    def middle(self):
        """Where the figure stands."""
        return self.top + BAR // 2

    @property
    def bottom(self):
        return self.top + BAR


@dataclass(frozen=True)
class Chart:
    """Bars on one scale, from nothing to `full`."""

    name: str
    title: str
    base: str
    bars: tuple
    full: float

    @property
    def text(self):
        """What the chart shows, in words: every figure, and of how many."""
        told = "; ".join(f"{bar.label}: {bar.figure}" for bar in self.bars)
        return f"{told}. Base: {self.base}."

    @cached_property
    def drawn(self):
        """The bars, each below the other."""
        found, y = [], 0
        for bar in self.bars:
            lines = wrap(bar.label, LABEL_WIDTH) or [bar.label]
            placed = [(line, y + LINE * place) for place, line in enumerate(lines, 1)]
            found.append(Drawn(bar, placed, y + LINE * len(lines) + 6, self.length(bar.number)))
            y = found[-1].bottom + GAP
        return found

    @property
    def height(self):
        """How high the drawing is."""
        return self.drawn[-1].bottom + 2 if self.drawn else 0

    def length(self, number):
        """How long the bar of this number is, in percent of the drawing.

        >>> Chart("a", "A", "ten trusts", (), 50).length(25)
        40.0
        """
        return round(WIDEST * number / self.full, 2) if self.full else 0
