"""Who is asking, and what their browser may do here."""

from django.conf import settings

UNUSED_FEATURES = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)


class PermissionsPolicyMiddleware:
    """Tells browsers that no page here uses a camera, a location or the like."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        return response


def client_address(request):
    """The reader's address: as the outermost of our own proxies saw it, if there are any.

    Each proxy adds the address it was called from at the end of `X-Forwarded-For`; what stands
    before those is whatever the reader chose to send.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.TRUST_PROXY <= len(forwarded):
        return forwarded[-settings.TRUST_PROXY].strip() or request.META.get("REMOTE_ADDR")
    return request.META.get("REMOTE_ADDR")
