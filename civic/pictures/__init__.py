"""Photos of a matter: taken in without what the camera wrote beside them, faces and plates blacked out in the
pixels before anybody sees them, hidden by the committee with a public reason. The bytes lie in the database:
one SQLite file is the whole neighbourhood. Nothing is imported here: the child loads this package too.
"""
