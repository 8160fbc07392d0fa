"""The portal's addresses, and some at which things go wrong."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_protect

from collabportal.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def fails_with(exception):
    def view(request):
        raise exception

    return view


def reads_a_missing_table(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM no_such_table")


@csrf_protect
def form(request):
    return HttpResponse("saved")


urlpatterns = [
    path("wrong/400/", fails_with(SuspiciousOperation("bad"))),
    path("wrong/403/", fails_with(PermissionDenied())),
    path("wrong/500/", fails_with(ValueError("a fault of ours"))),
    path("wrong/503/", fails_with(OperationalError("server closed the connection"))),
    path("wrong/503-too/", fails_with(InterfaceError("connection already closed"))),
    path("wrong/no-table/", reads_a_missing_table),
    path("admin/wrong/form/", form),
    *urlpatterns,
]
