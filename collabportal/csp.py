"""The content security policy, and the one place where it bends."""

from csp.middleware import CSPMiddleware


class PortalCSPMiddleware(CSPMiddleware):
    """The policy of settings everywhere; under the admin, style attributes too.

    Django's and simple-history's admin pages set widths and colours in `style=`. Scripts get no
    such exception anywhere.
    """

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/") and not report_only:
            parts.update = {**(parts.update or {}), "style-src-attr": ["'unsafe-inline'"]}
        return parts
