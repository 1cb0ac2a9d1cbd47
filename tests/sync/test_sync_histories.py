"""Whatever happens on the way, everybody ends with the same, and nothing is lost or there twice.

The suite tries a few histories. Thousands of them, by hand:

    pytest tests/sync/test_sync_histories.py --hypothesis-profile=thorough -p no:randomly
"""

from hypothesis import settings

from tests.sync.sync_machine import SyncMachine

TestSyncHistories = SyncMachine.TestCase
TestSyncHistories.settings = settings(max_examples=max(6, settings.default.max_examples // 12), stateful_step_count=20)
