"""Somebody at a browser."""

from tests.browser.console import complaints_of


class Person:
    """Who uses the portal with a browser, and what that browser complains of."""

    def __init__(self, page, site):
        self.page, self.site, self.complaints = page, site, []
        self.listen_to(page)

    def listen_to(self, page):
        complaints_of(page, self.complaints)

    def leaves_by(self, control):
        """Click on what leads to another page, and wait until that page is there."""
        with self.page.expect_navigation():
            control.click()
