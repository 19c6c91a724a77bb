"""Every SELECT of Supervise: promises and looks, what is late, keys, grades, who is affected."""
