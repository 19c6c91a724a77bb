"""The rules of deciding: values in, verdicts and counts out. They know no database and no clock."""
