"""Reads `swift package dump-package` and prints each target that imports its own floor or above."""

import json
import sys

FLOORS = [
    {"CSystemCurl", "CSystemXML"},
    {"CCurl", "CXML", "CLexicons", "CRecipes"},
    {"Model"},
    {"TextProcessing", "Scheduling", "CurlTransport", "Telemetry"},
    {"Fetching", "Parsing", "Matching", "Scoring", "Health", "Alerting", "Notifying", "Reporting", "Storage"},
    {"SQLiteStorage", "Settings"},
    {"Monitor"},
    {"Assembly"},
    {"Commands"},
    {"reputed", "repute", "quickstart", "soak"},
]
level = {name: floor for floor, names in enumerate(FLOORS) for name in names}

for target in json.load(sys.stdin)["targets"]:
    name = target["name"]
    if target["type"] == "test" or name == "TestSupport":
        continue
    if name not in level:
        print(f"{name} stands on no floor: name it in packaging/floors.py")
        continue
    for dependency in target["dependencies"]:
        other = (dependency.get("byName") or dependency.get("target") or [None])[0]
        if other in level and level[other] >= level[name]:
            print(f"{name} imports {other}, which is not below it")
