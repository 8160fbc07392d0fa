"""What an address asks of a list: words, options, sort and page, and what was wrong with it."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from .words import words

LONGEST_QUERY = 200
LONGEST_ECHO = 60
TRACKING = ("utm_",)
NUL = "\0"


@dataclass(frozen=True)
class Problem:
    """Something in the address that can't be used, said so that a reader can mend it."""

    parameter: str
    message: str


@dataclass
class Selection:
    """A reader's choice, in canonical values; `problems` are what had to be left aside."""

    query: str = ""
    chosen: dict = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    problems: list = field(default_factory=list)

    def parameters(self, without=(), page=None):
        """The (name, value) pairs of the address that says this, less some, at another page."""
        pairs = [("q", self.query)] if self.query else []
        pairs += [(name, value) for name, values in self.chosen.items() for value in values]
        pairs += [("sort", self.sort)] if self.sort else []
        pairs += [("page", str(page))] if page and page > 1 else []
        return [pair for pair in pairs if pair not in without]

    def querystring(self, without=(), page=None):
        """The same as the tail of an address, with its question mark if there is any."""
        pairs = self.parameters(without, page)
        return "?" + urlencode(pairs) if pairs else ""

    @property
    def is_empty(self):
        """Whether nothing narrows the list."""
        return not self.query and not self.chosen


def read_selection(parameters, index_options, sorts):
    """Read an address's parameters against the options there are; nothing is dropped unsaid."""
    selection = Selection()
    for name in parameters:
        given = parameters.getlist(name)
        values = list(dict.fromkeys(v for v in map(_clean, given) if v))
        if any(NUL in value for value in given):
            _complain(selection, name, f"“{_echo(name)}” holds a NUL character, which is left out.")
        if name in index_options:
            _choose(selection, name, values, index_options[name])
        elif name in ("q", "sort", "page"):
            _set_single(selection, name, values, sorts)
        elif values and not name.startswith(TRACKING):
            _complain(selection, name, f"There is no filter called “{_echo(name)}”.")
    selection.chosen = {n: selection.chosen[n] for n in index_options if n in selection.chosen}
    return selection


def unknown_names(parameters, known):
    """What an address asks for that a page knows nothing of, said so that a reader can see it."""
    return [
        f"There is nothing called “{_echo(name)}” to choose here."
        for name in parameters
        if name not in known and not name.startswith(TRACKING) and any(parameters.getlist(name))
    ]


def _clean(value):
    return value.replace(NUL, " ").strip()


def _echo(value):
    r"""The beginning of a bad value, with what can't be seen made visible.

    >>> _echo("a\0b")
    'a�b'
    """
    cut = value if len(value) <= LONGEST_ECHO else value[:LONGEST_ECHO] + "…"
    return "".join(c if c.isprintable() else "�" for c in cut)


def _complain(selection, parameter, message):
    selection.problems.append(Problem(parameter, message))


def _choose(selection, name, values, options):
    known = _by_spelling(options)
    meant = {value: known.get(value) or known.get(value.casefold()) for value in values}
    found = {option.value for option in meant.values() if option}
    if found:
        selection.chosen[name] = tuple(o.value for o in options if o.value in found)
    for value in values:
        if not meant[value]:
            _complain(selection, name, f"“{_echo(value)}” is not one of the options of “{name}”.")


def _by_spelling(options):
    """Options by what an address may call them: in any case, but exactly as written before all."""
    spellings = [(code, option) for option in options for code in option.codes]
    spellings += [(option.value, option) for option in options]
    return {spelling.casefold(): option for spelling, option in spellings} | dict(spellings)


def _set_single(selection, name, values, sorts):
    if len(values) > 1:
        _complain(selection, name, f"“{name}” is given more than once; the last one is used.")
    for value in values[-1:]:
        {"q": _set_query, "page": _set_page, "sort": _set_sort}[name](selection, value, sorts)


def _set_query(selection, value, sorts):
    if len(value) > LONGEST_QUERY:
        _complain(selection, "q", f"Search for at most {LONGEST_QUERY} characters.")
    elif not words(value):
        _complain(selection, "q", f"“{_echo(value)}” has no letter or number to search for.")
    else:
        selection.query = value


def _set_page(selection, value, sorts):
    readable = value.isascii() and value.isdigit() and len(value) < 10
    past_any_end = value.isascii() and value.isdigit()
    selection.page = max(1, int(value)) if readable else 10**9 if past_any_end else 1


def _set_sort(selection, value, sorts):
    if value in sorts:
        selection.sort = value
    else:
        _complain(selection, "sort", f"“{_echo(value)}” is not a way to sort this list.")
