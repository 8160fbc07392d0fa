"""Which page numbers a reader is offered."""

GAP = None


def page_numbers(current, last):
    """The first, the last, the current page and its neighbours; `GAP` where some are left out.

    >>> page_numbers(1, 3), page_numbers(5, 9)
    ([1, 2, 3], [1, None, 4, 5, 6, None, 9])
    """
    shown = sorted({1, current - 1, current, current + 1, last} & set(range(1, last + 1)))
    numbers = []
    for number in shown:
        if numbers and number - numbers[-1] == 2:
            numbers.append(number - 1)
        elif numbers and number - numbers[-1] > 2:
            numbers.append(GAP)
        numbers.append(number)
    return numbers
