# The customer's side, with routes and rules inside of their table and group. Steps 9 to 13.
resource "aws_vpc" "customer" {
  cidr_block = "10.1.0.0/16"
  tags       = { Name = "Customer_Network" }
}

resource "aws_internet_gateway" "customer" {
  tags = { Name = "Customer_IGW" }
}

resource "aws_internet_gateway_attachment" "customer" {
  internet_gateway_id = aws_internet_gateway.customer.id
  vpc_id              = aws_vpc.customer.id
}

resource "aws_subnet" "customer" {
  vpc_id                  = aws_vpc.customer.id
  cidr_block              = "10.1.1.0/24"
  availability_zone_id    = data.aws_availability_zones.all.zone_ids[0]
  map_public_ip_on_launch = true
  tags                    = { Name = "Customer_Public_subnet" }
}

resource "aws_route_table" "customer" {
  vpc_id = aws_vpc.customer.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway_attachment.customer.internet_gateway_id
  }
  tags = { Name = "Customer_PublicRT" }
}

resource "aws_route_table_association" "customer" {
  subnet_id      = aws_subnet.customer.id
  route_table_id = aws_route_table.customer.id
}

# Step 14.
resource "aws_security_group" "customer" {
  name        = "Customer_EC2_SG"
  description = "Security group for Customer EC2"
  vpc_id      = aws_vpc.customer.id
  ingress {
    description = "SSH"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "HTTP"
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
  tags = { Seat = var.seat }
}

resource "aws_instance" "customer" {
  ami                    = data.aws_ami.al2023.id
  instance_type          = "t3.micro"
  subnet_id              = aws_subnet.customer.id
  vpc_security_group_ids = [aws_security_group.customer.id]
  key_name               = aws_key_pair.lab.key_name
  tags                   = { Name = "Customer_EC2", Seat = var.seat }
}

# Step 15: the service is verified, asked for, and accepted by its provider.
data "aws_vpc_endpoint_service" "web" {
  service_name = aws_vpc_endpoint_service.web.service_name
  depends_on   = [aws_vpc_endpoint_service_allowed_principal.me]
}

resource "aws_vpc_endpoint" "web" {
  vpc_endpoint_type  = "Interface"
  service_name       = data.aws_vpc_endpoint_service.web.service_name
  vpc_id             = aws_vpc.customer.id
  subnet_ids         = [aws_subnet.customer.id]
  security_group_ids = [aws_security_group.customer.id]
  tags               = { Name = "MyEndpoint", Seat = var.seat }
}

resource "aws_vpc_endpoint_connection_accepter" "web" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.web.id
  vpc_endpoint_id         = aws_vpc_endpoint.web.id
}

data "aws_network_interface" "endpoint" {
  id         = one(aws_vpc_endpoint.web.network_interface_ids)
  depends_on = [aws_vpc_endpoint_connection_accepter.web]
}

# What a customer may allow and look at besides.
data "aws_ec2_managed_prefix_list" "s3" {
  name = "com.amazonaws.${data.aws_region.here.name}.s3"
}

data "aws_vpc" "default" {
  default = true
}

output "customer" {
  value = aws_instance.customer.public_ip
}

output "endpoint" {
  value = data.aws_network_interface.endpoint.private_ip
}
