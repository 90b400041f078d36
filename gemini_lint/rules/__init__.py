"""The rules: pure functions from a call, the facts and the settings to problems.

Each module named `gemNNN_name_of_the_rule.py` is one rule; `registry` finds them.
"""
