"""The tests: this file lets those of every room import the helpers that stand beside it.

Where it is not the reading that is tested, rules read: they need no weights to be loaded.
"""

import os

os.environ.setdefault("SAYSO_READER", "rules")
