"""What there is to be found, and what somebody found."""
