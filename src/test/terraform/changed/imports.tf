# What Terraform's state has forgotten is taken over again.
variable "ids" {
  type = map(string)
}

import {
  to = aws_vpc.service
  id = var.ids["vpc"]
}

import {
  to = aws_vpc_security_group_ingress_rule.ssh
  id = var.ids["rule"]
}

import {
  to = aws_instance.web
  id = var.ids["instance"]
}

import {
  to = aws_lb_target_group.web
  id = var.ids["target_group"]
}

import {
  to = aws_vpc_endpoint.web
  id = var.ids["endpoint"]
}
