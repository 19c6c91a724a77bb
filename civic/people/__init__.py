"""Places, residents, offices with terms, sign-in."""
