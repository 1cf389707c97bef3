"""Who a document is, and which document a citation means: facts, keys, IRIs, and the rules that decide.

It knows texts and registry, and nothing of how documents are kept.
"""
