"""What happens in the demo, thread by thread. Invented people, real rules."""

from importlib import import_module
from pkgutil import iter_modules

from civic.demo.scene import SCENES, Scene


def all_scenes() -> list[Scene]:
    """Every scene of every module here."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return list(SCENES)
