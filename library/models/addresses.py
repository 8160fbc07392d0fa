"""Addresses that curators type."""

from django.core.validators import RegexValidator

within_the_portal = RegexValidator(
    r"^/(?![/\\])[^\s\\]*$", "Write an address within this portal, beginning with “/”."
)
