"""Reading what strangers send: in a child process with little memory, little time, no secret, no database.

A room names its reader (`process.Reader`) and writes a module with one function, `read(body)`, which gives plain
values or raises `Unfit`. Nothing is imported here: the child loads this package too, and shall start quickly.
"""
