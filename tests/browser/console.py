"""What the browser complains of: pages that break their policy are said there."""

# Chromium also tells of harmless things there, such as an autofocus that came too late.
SERIOUS = ("error", "warning")


def complaints_of(page, heard):
    """Add to `heard` each error and warning in this page's console, from now on."""
    page.on("console", lambda said: said.type in SERIOUS and heard.append(said.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
