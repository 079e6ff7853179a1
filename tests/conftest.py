"""What every test may count on."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Shared, noisy machines: no deadline, and the same examples each time so that a red run can be repeated.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("house")
