"""From a request to a page or a fragment."""
