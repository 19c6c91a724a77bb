"""How fast are the pages that people wait for? Each figure beside a plain Jinja page's."""
