"""What the `civic` command can do: a file a command, each with `describe` and `run`."""
