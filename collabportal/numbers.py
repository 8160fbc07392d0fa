"""Numbers as pages say them."""


def thousands(number):
    """A whole number with commas, as the NHS writes it.

    >>> thousands(3200000)
    '3,200,000'
    """
    return f"{number:,}"


def counted(number, singular, plural=None):
    """How many of what.

    >>> counted(1, "trust"), counted(1200, "trust"), counted(0, "body", "bodies")
    ('1 trust', '1,200 trusts', '0 bodies')
    """
    return f"{thousands(number)} {singular if number == 1 else plural or singular + 's'}"
