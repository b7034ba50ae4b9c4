# The whole lab, as one would write it for AWS: nothing here knows of the practice cloud.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100"
    }
  }
}

provider "aws" {
  default_tags {
    tags = { Lab = "PrivateLink", Course = "VPC endpoints" }
  }
}

variable "public_key" {
  type = string
}

variable "ssh_from" {
  type    = string
  default = "0.0.0.0/0"
}

variable "web_ports" {
  type    = set(number)
  default = [80, 443]
}

variable "health_interval" {
  type    = number
  default = 10
}

variable "seat" {
  type    = string
  default = "1"
}

data "aws_caller_identity" "me" {}

data "aws_region" "here" {}

data "aws_availability_zones" "all" {
  state = "available"
}

data "aws_ami" "al2023" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
  filter {
    name   = "virtualization-type"
    values = ["hvm"]
  }
}

locals {
  zone = data.aws_availability_zones.all.names[0]
}

resource "aws_key_pair" "lab" {
  key_name   = "endpoint-lab-terraform"
  public_key = var.public_key
}

# For whoever takes these over.
output "ids" {
  value = {
    vpc          = aws_vpc.service.id
    rule         = aws_vpc_security_group_ingress_rule.ssh.id
    instance     = aws_instance.web.id
    target_group = aws_lb_target_group.web.arn
    endpoint     = aws_vpc_endpoint.web.id
  }
}
