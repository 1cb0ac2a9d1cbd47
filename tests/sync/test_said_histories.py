"""Whatever happens on the way, everything that is said arrives exactly once, and no draft is lost.

The suite tries a few histories. Thousands of them, by hand:

    pytest tests/sync/test_said_histories.py --hypothesis-profile=thorough -p no:randomly
"""

from hypothesis import settings

from tests.sync.said_machine import SaidMachine

TestSaidHistories = SaidMachine.TestCase
TestSaidHistories.settings = settings(max_examples=max(6, settings.default.max_examples // 12), stateful_step_count=20)
