"""Exports for other people's tools: maps, spreadsheets, investigations, data frames.

Decides only how records are laid out in each form; every export says what is alleged as alleged.
"""

from trucewatch.publish.exports.acled import export_acled_csv
from trucewatch.publish.exports.ftm import export_followthemoney
from trucewatch.publish.exports.geojson import export_geojson
from trucewatch.publish.exports.tables import export_parquet

__all__ = ["export_acled_csv", "export_followthemoney", "export_geojson", "export_parquet"]
