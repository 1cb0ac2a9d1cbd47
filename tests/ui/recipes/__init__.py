"""How each view is brought to a state worth a picture: used by `scripts/pictures.py` and by the walk of accessible names.

One module a view, with a function ``recipes()`` that returns `Recipe`s.
"""
