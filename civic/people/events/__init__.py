"""What happened with people: only ids, figures, days and words of fixed lists."""
