"""A second judge, written from the contract and the written form of rules and profiles alone.

Whoever wrote it had not read the engine. It is slow and counts everything out: day by day,
month by month, world by world. All that it shares with the engine are the YAML files.
"""
