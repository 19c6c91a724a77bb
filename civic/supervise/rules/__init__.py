"""When supervision may do what: promises, demands, keys, grades. Pure."""
