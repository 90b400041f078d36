"""Keys of the form that Google gives them, put together so that no file holds one."""

from __future__ import annotations

STANDARD = "AIza" + "SyD3kQ9vXw2Lr7Tn5Bf8Hj1Pm4Zc6Gu0Ya_"
AUTHORIZATION = "AQ." + "Ab8Kd3Vq9Xw2Lr7Tn5Bf1Hj6Pm4Zc0Gu_YaEs-RiOtNkJvMx"
