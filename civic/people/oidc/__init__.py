"""Signing in at an organisation's own door (OpenID Connect), for communities whose staff have one already.

An extra: without the `oidc` extra or its settings there is no button. An account is linked by its owner, who
is signed in; never by a name or an address that somebody else wrote down.
"""
