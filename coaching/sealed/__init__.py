"""After the seal: receipts, amendments, who writes for whom, who looks early."""
