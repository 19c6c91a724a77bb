"""Every question that Decide asks the database."""
