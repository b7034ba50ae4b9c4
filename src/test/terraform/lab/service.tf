# The provider's side, with a resource of its own for every route, association and rule. Steps 1 to 5.
resource "aws_vpc" "service" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "Service_Network", Seat = var.seat }
}

resource "aws_internet_gateway" "service" {
  vpc_id = aws_vpc.service.id
  tags   = { Name = "Service_IGW" }
}

resource "aws_subnet" "service" {
  vpc_id            = aws_vpc.service.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = local.zone
  tags              = { Name = "Service_Public_subnet" }
}

resource "aws_route_table" "service" {
  vpc_id = aws_vpc.service.id
  tags   = { Name = "Service_PublicRT" }
}

resource "aws_route_table_association" "service" {
  subnet_id      = aws_subnet.service.id
  route_table_id = aws_route_table.service.id
}

resource "aws_route" "service" {
  route_table_id         = aws_route_table.service.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.service.id
}

# Step 6.
resource "aws_security_group" "web" {
  name        = "Webserver_sg"
  description = "Security group for Webserver"
  vpc_id      = aws_vpc.service.id
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.web.id
  description       = "SSH from ${var.ssh_from}"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = var.ssh_from
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  for_each          = { for port in var.web_ports : tostring(port) => port }
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "web" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_instance" "web" {
  ami                         = data.aws_ami.al2023.id
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.service.id
  vpc_security_group_ids      = [aws_security_group.web.id]
  associate_public_ip_address = true
  key_name                    = aws_key_pair.lab.key_name
  user_data                   = <<-EOT
    #!/bin/bash
    dnf install -y httpd
    echo '<html><h1> Welcome to Hangyuzs Server 1 </h1></html>' > /var/www/html/index.html
    systemctl enable --now httpd
  EOT
  volume_tags                 = { Name = "Webserver1" }
  tags                        = { Name = "Webserver1" }
  # Its user data needs the internet.
  depends_on = [aws_route.service, aws_route_table_association.service, aws_vpc_security_group_egress_rule.web]
}

# Step 7.
resource "aws_lb" "web" {
  name               = "MyNetwork-LB"
  load_balancer_type = "network"
  subnets            = [aws_subnet.service.id]
  depends_on         = [aws_internet_gateway.service]
}

resource "aws_lb_target_group" "web" {
  name        = "MyNetwork-TG"
  target_type = "instance"
  protocol    = "TCP"
  port        = 80
  vpc_id      = aws_vpc.service.id
  health_check {
    interval = var.health_interval
  }
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  protocol          = "TCP"
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

# Step 8.
resource "aws_vpc_endpoint_service" "web" {
  acceptance_required        = true
  network_load_balancer_arns = [aws_lb.web.arn]
  tags                       = { Name = "MyEndpointService" }
}

resource "aws_vpc_endpoint_service_allowed_principal" "me" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.web.id
  principal_arn           = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root"
}
