"""Every SELECT of Propose: the list, the page of an issue, the people to enter one for."""
