"""Extraction of whole datasets, shard by shard, on one machine or on a cluster; needs no collection."""

from legalkg.kg.dataset.run import DatasetReport, extract_dataset
from legalkg.kg.dataset.shard import Job, ShardReport

__all__ = ["DatasetReport", "Job", "ShardReport", "extract_dataset"]
