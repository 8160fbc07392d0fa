"""How curators keep things true in the admin.

`admin` puts the parts together: forms that read their choices once (`choices`, `forms`), the
edition a form was opened at (`editions`) and what happens when it is no longer the newest
(`conflicts`), what was changed by whom (`history`) and taking it back (`undoing`), and what may
not be deleted because it is used (`uses`).
"""
