"""Extraction of whole datasets, shard by shard, on one machine or on a cluster; needs no collection."""

from kg.dataset.run import DatasetReport, extract_dataset
from kg.dataset.shard import Job, ShardReport

__all__ = ["DatasetReport", "Job", "ShardReport", "extract_dataset"]
