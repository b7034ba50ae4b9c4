ssh_from        = "203.0.113.0/24"
web_ports       = [80, 8080]
health_interval = 20
seat            = "2"
