"""Somebody who visits the portal with a browser, and what they see."""

import csv
import re
from io import StringIO
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from tests.browser.person import Person

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE, NARROWEST = 1280, 375, 320

# Links that read alike must lead to the same place: their texts with the places they lead to.
LINKS = """links => links.map(link => [
    (link.getAttribute("aria-label") || link.textContent).trim().replace(/\\s+/g, " "), link.href
])"""

# Whether the element with the keyboard, or the label drawn for it, shows that it has it.
FOCUS_SHOWS = """() => {
    const element = document.activeElement;
    const drawn = [[element, null], ...[...(element.labels || [])].map(l => [l, "::before"])];
    return element.matches(":focus-visible") && drawn.some(([place, part]) => {
        const style = getComputedStyle(place, part);
        const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
            && !style.outlineColor.match(/, 0\\)$/);
        return outline || style.boxShadow !== "none";
    });
}"""

TEXT_IN_FOCUS = """() => {
    const element = document.activeElement;
    const text = element.labels?.[0]?.textContent || element.textContent;
    return text.trim().replace(/\\s+/g, " ");
}"""


class Visitor(Person):
    def __init__(self, page, site):
        super().__init__(page, site)
        self.asked = []
        page.on("request", lambda request: self.asked.append(request.url))

    # --- What they do

    def opens(self, path, width=DESKTOP):
        self.looks_at(width)
        return self.page.goto(self.site + path)

    def looks_at(self, width):
        """Hold the page in a window of this width."""
        self.page.set_viewport_size({"width": width, "height": 900})

    def searches(self, words):
        self.page.get_by_label(re.compile("^Search (collaboratives|organisations)$")).last.fill(
            words
        )
        self.applies_filters()

    def ticks(self, option):
        self.option(option).check()

    def applies_filters(self):
        self.leaves_by(self.page.get_by_role("button", name="Apply filters"))

    def opens_part(self, summary):
        """Open what stands behind a control such as "Show filters"."""
        self.page.locator("summary", has_text=summary).click()

    def opens_every_part(self):
        self.page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")

    def follows(self, link):
        links = self.page.get_by_role("main").get_by_role("link", name=link, exact=True)
        self.leaves_by(links.first)

    def removes(self, chip):
        self.leaves_by(self.page.get_by_role("link", name=f"Remove {chip}"))

    def downloads(self, link):
        """The rows of a CSV file."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=link, exact=True).click()
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(StringIO(text)))

    def presses(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def tabs_to(self, text):
        """Go on with the Tab key to what says this; every stop on the way can be seen."""
        for _ in range(150):
            self.presses("Tab")
            assert self.page.evaluate(FOCUS_SHOWS), f"Not seen to be at “{self.in_focus}”"
            if self.in_focus.startswith(text):
                return
        raise AssertionError(f"The Tab key does not reach “{text}”")

    # --- What they see

    @property
    def path(self):
        return self.page.url.removeprefix(self.site)

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    @property
    def found(self):
        """How many things the heading says there are."""
        return int(self.heading.split()[0].replace(",", ""))

    @property
    def results(self):
        """The names of the results on the page, in their order."""
        return self.page.locator(".app-result__title a").all_inner_texts()

    @property
    def chips(self):
        said = self.page.locator(".app-chip").all_inner_texts()
        return [text.replace("Remove", "").replace("✕", "").strip() for text in said]

    def option(self, label):
        """A filter's option, by what its label says before the count."""
        return self.page.get_by_label(re.compile(rf"^{re.escape(label)} \([\d,]+\)$"))

    def has_ticked(self, option):
        return self.option(option).is_checked()

    @property
    def in_focus(self):
        return self.page.evaluate(TEXT_IN_FOCUS)

    @property
    def violations(self):
        """Which rules of accessibility the page breaks, and where."""
        found = Axe().run(self.page, options={"runOnly": RULES}).response["violations"]
        return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]

    @property
    def misleading_links(self):
        """Texts of links that lead to more than one place."""
        places = {}
        for text, place in self.page.eval_on_selector_all("main a[href]", LINKS):
            places.setdefault(text, set()).add(place)
        return {text: sorted(leads) for text, leads in places.items() if len(leads) > 1}

    @property
    def strangers_asked(self):
        """Requests that left the site."""
        return [address for address in self.asked if not address.startswith(self.site + "/")]

    def sees(self, selector):
        return self.page.locator(selector).first.is_visible()

    def sees_it_fit(self):
        """Nothing is wider than the window, once the header's menu has taken up its new width."""
        for _ in range(50):
            if self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("The page is wider than the window")

    def sees_a_sound_page(self):
        assert self.violations == []
        assert self.misleading_links == {}
        assert self.complaints == []
        assert self.strangers_asked == []
        assert self.page.context.cookies() == []
