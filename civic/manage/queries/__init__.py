"""Every SELECT of Manage: orders and their leads, the list of orders, the public board."""
