"""The lab of LAB.md, carried out by boto3 as its documentation teaches it."""

import base64

from practice import client, expect, patiently, resource, tagged, until, wait

PAGE = "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>"
USER_DATA = f"""#!/bin/bash
dnf install -y httpd
echo '{PAGE}' > /var/www/html/index.html
systemctl enable --now httpd
"""
IMAGE = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
ZONE = "us-east-1a"
ANYWHERE = "0.0.0.0/0"


class Side:
    """One of the two VPCs, with what stands in it."""

    def __init__(self, ec2, prefix, network, subnet):
        self.ec2 = ec2
        self.names = {"vpc": f"{prefix}_Network", "gateway": f"{prefix}_IGW", "subnet": f"{prefix}_Public_subnet",
                      "table": f"{prefix}_PublicRT"}
        self.vpc = self.create_vpc(network)
        self.gateway = self.create_gateway()
        self.subnet = self.create_subnet(subnet)
        self.table = self.create_table()
        self.group = None
        self.instance = None

    def create_vpc(self, network):
        vpc = self.ec2.create_vpc(CidrBlock=network, TagSpecifications=tagged("vpc", self.names["vpc"]))["Vpc"]
        expect.assertEqual((vpc["State"], vpc["CidrBlock"], vpc["IsDefault"]), ("pending", network, False))
        wait(self.ec2, "vpc_exists", VpcIds=[vpc["VpcId"]])
        wait(self.ec2, "vpc_available", VpcIds=[vpc["VpcId"]])
        return vpc["VpcId"]

    def create_gateway(self):
        gateway = self.ec2.create_internet_gateway(
            TagSpecifications=tagged("internet-gateway", self.names["gateway"]))["InternetGateway"]
        expect.assertEqual(gateway["Attachments"], [])
        wait(self.ec2, "internet_gateway_exists", Filters=[
            {"Name": "internet-gateway-id", "Values": [gateway["InternetGatewayId"]]}])
        patiently(self.ec2.attach_internet_gateway, InternetGatewayId=gateway["InternetGatewayId"], VpcId=self.vpc)
        return gateway["InternetGatewayId"]

    def create_subnet(self, block):
        subnet = patiently(self.ec2.create_subnet, VpcId=self.vpc, CidrBlock=block, AvailabilityZone=ZONE,
                           TagSpecifications=tagged("subnet", self.names["subnet"]))["Subnet"]
        expect.assertEqual((subnet["State"], subnet["AvailableIpAddressCount"], subnet["AvailabilityZone"]),
                           ("pending", 251, ZONE))
        wait(self.ec2, "subnet_available", SubnetIds=[subnet["SubnetId"]])
        return subnet["SubnetId"]

    def create_table(self):
        table = patiently(self.ec2.create_route_table, VpcId=self.vpc,
                          TagSpecifications=tagged("route-table", self.names["table"]))["RouteTable"]["RouteTableId"]
        associated = patiently(self.ec2.associate_route_table, RouteTableId=table, SubnetId=self.subnet)
        expect.assertRegex(associated["AssociationId"], "^rtbassoc-[0-9a-f]{17}$")
        expect.assertIs(patiently(self.ec2.create_route, RouteTableId=table, DestinationCidrBlock=ANYWHERE,
                                  GatewayId=self.gateway)["Return"], True)
        return table

    def create_group(self, name, description, ports):
        self.group = patiently(self.ec2.create_security_group, VpcId=self.vpc, GroupName=name,
                               Description=description)["GroupId"]
        wait(self.ec2, "security_group_exists", GroupIds=[self.group])
        rules = patiently(self.ec2.authorize_security_group_ingress, GroupId=self.group, IpPermissions=[
            {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": [{"CidrIp": ANYWHERE}]}
            for port in ports])["SecurityGroupRules"]
        expect.assertEqual(sorted(rule["FromPort"] for rule in rules), sorted(ports))

    def launch(self, name, key, user_data=""):
        made = patiently(self.ec2.run_instances, ImageId=IMAGE, InstanceType="t3.micro", MinCount=1, MaxCount=1,
                         KeyName=key, UserData=user_data, TagSpecifications=tagged("instance", name),
                         NetworkInterfaces=[{"DeviceIndex": 0, "SubnetId": self.subnet, "Groups": [self.group],
                                             "AssociatePublicIpAddress": True}])["Instances"][0]
        self.instance = made["InstanceId"]
        expect.assertEqual(made["State"], {"Code": 0, "Name": "pending"})
        wait(self.ec2, "instance_exists", InstanceIds=[self.instance])
        wait(self.ec2, "instance_running", InstanceIds=[self.instance])

    def delete_network(self):
        patiently(self.ec2.delete_security_group, "DependencyViolation", GroupId=self.group)
        for association in self.ec2.describe_route_tables(
                RouteTableIds=[self.table])["RouteTables"][0]["Associations"]:
            self.ec2.disassociate_route_table(AssociationId=association["RouteTableAssociationId"])
        self.ec2.delete_route_table(RouteTableId=self.table)
        patiently(self.ec2.detach_internet_gateway, "DependencyViolation", InternetGatewayId=self.gateway,
                  VpcId=self.vpc)
        self.ec2.delete_internet_gateway(InternetGatewayId=self.gateway)
        patiently(self.ec2.delete_subnet, "DependencyViolation", SubnetId=self.subnet)
        patiently(self.ec2.delete_vpc, "DependencyViolation", VpcId=self.vpc)


class Lab:
    """All of it: two sides, load balancer, endpoint service and endpoint, whose ids are its fields."""

    KEY = "endpoint-lab-boto3"
    BALANCER = "MyNetwork-LB"
    TARGETS = "MyNetwork-TG"

    def __init__(self):
        self.ec2 = client("ec2")
        self.elb = client("elbv2")
        self.account = client("sts").get_caller_identity()["Account"]
        self.provider = self.customer = self.private_key = None
        self.balancer = self.targets = self.listener = self.service = self.service_name = self.endpoint = None

    def make(self):
        self.networks()
        self.instances()
        self.load_balancer()
        self.endpoint_service()
        self.ask()
        self.accept()

    def networks(self):
        self.provider = Side(self.ec2, "Service", "10.0.0.0/16", "10.0.1.0/24")
        self.customer = Side(self.ec2, "Customer", "10.1.0.0/16", "10.1.1.0/24")

    def instances(self):
        self.provider.create_group("Webserver_sg", "Security group for Webserver", [22, 80, 443])
        self.customer.create_group("Customer_EC2_SG", "Security group for Customer EC2", [22, 80])
        pair = self.ec2.create_key_pair(KeyName=self.KEY, KeyType="ed25519")
        self.private_key = pair["KeyMaterial"]
        wait(self.ec2, "key_pair_exists", KeyNames=[self.KEY])
        self.provider.launch("Webserver1", self.KEY, USER_DATA)
        self.customer.launch("Customer_EC2", self.KEY)
        both = [self.provider.instance, self.customer.instance]
        wait(self.ec2, "instance_status_ok", InstanceIds=both)
        wait(self.ec2, "system_status_ok", InstanceIds=both)
        sent = patiently(self.ec2.describe_instance_attribute, InstanceId=self.provider.instance,
                         Attribute="userData")["UserData"]["Value"]
        expect.assertEqual(base64.b64decode(sent).decode(), USER_DATA)

    def load_balancer(self):
        balancer = self.elb.create_load_balancer(
            Name=self.BALANCER, Type="network", Scheme="internet-facing", IpAddressType="ipv4",
            Subnets=[self.provider.subnet])["LoadBalancers"][0]
        self.balancer = balancer["LoadBalancerArn"]
        expect.assertEqual(balancer["State"]["Code"], "provisioning")
        expect.assertRegex(balancer["DNSName"], r"^MyNetwork-LB-[0-9a-f]{16}\.elb\.us-east-1\.amazonaws\.com$")
        self.targets = self.elb.create_target_group(
            Name=self.TARGETS, Protocol="TCP", Port=80, VpcId=self.provider.vpc, TargetType="instance",
            HealthCheckIntervalSeconds=10)["TargetGroups"][0]["TargetGroupArn"]
        self.elb.register_targets(TargetGroupArn=self.targets, Targets=[{"Id": self.provider.instance}])
        self.listener = self.elb.create_listener(
            LoadBalancerArn=self.balancer, Protocol="TCP", Port=80,
            DefaultActions=[{"Type": "forward", "TargetGroupArn": self.targets}])["Listeners"][0]["ListenerArn"]
        wait(self.elb, "load_balancer_exists", LoadBalancerArns=[self.balancer])
        wait(self.elb, "load_balancer_available", LoadBalancerArns=[self.balancer])
        wait(self.elb, "target_in_service", TargetGroupArn=self.targets)

    def endpoint_service(self):
        made = self.ec2.create_vpc_endpoint_service_configuration(
            NetworkLoadBalancerArns=[self.balancer], AcceptanceRequired=True, ClientToken="the-one-service",
            TagSpecifications=tagged("vpc-endpoint-service", "MyEndpointService"))
        again = self.ec2.create_vpc_endpoint_service_configuration(
            NetworkLoadBalancerArns=[self.balancer], AcceptanceRequired=True, ClientToken="the-one-service",
            TagSpecifications=tagged("vpc-endpoint-service", "MyEndpointService"))
        self.service = made["ServiceConfiguration"]["ServiceId"]
        self.service_name = made["ServiceConfiguration"]["ServiceName"]
        expect.assertEqual(again["ServiceConfiguration"]["ServiceId"], self.service)
        expect.assertEqual(self.service_name, f"com.amazonaws.vpce.us-east-1.{self.service}")
        added = patiently(self.ec2.modify_vpc_endpoint_service_permissions, ServiceId=self.service,
                          AddAllowedPrincipals=[f"arn:aws:iam::{self.account}:root"])
        expect.assertEqual([one["PrincipalType"] for one in added["AddedPrincipals"]], ["Account"])

    def ask(self):
        """The customer asks for a connection."""
        verified = patiently(self.ec2.describe_vpc_endpoint_services, "InvalidServiceName",
                             ServiceNames=[self.service_name])["ServiceDetails"][0]
        expect.assertEqual((verified["AvailabilityZones"], verified["AcceptanceRequired"], verified["Owner"]),
                           ([ZONE], True, self.account))
        self.endpoint = patiently(
            self.ec2.create_vpc_endpoint, "Unavailable", "InvalidServiceName", "ServiceUnavailable",
            VpcEndpointType="Interface", VpcId=self.customer.vpc, ServiceName=self.service_name,
            SubnetIds=[self.customer.subnet], SecurityGroupIds=[self.customer.group],
            TagSpecifications=tagged("vpc-endpoint", "MyEndpoint"))["VpcEndpoint"]["VpcEndpointId"]
        self.until_endpoint_is("pendingAcceptance")
        asking = self.ec2.describe_vpc_endpoint_connections(Filters=[
            {"Name": "service-id", "Values": [self.service]},
            {"Name": "vpc-endpoint-state", "Values": ["pendingAcceptance"]}])["VpcEndpointConnections"]
        expect.assertEqual([one["VpcEndpointId"] for one in asking], [self.endpoint])

    def accept(self):
        """The provider accepts."""
        answer = self.ec2.accept_vpc_endpoint_connections(ServiceId=self.service, VpcEndpointIds=[self.endpoint])
        expect.assertEqual(answer["Unsuccessful"], [])
        self.until_endpoint_is("available")

    def reject(self):
        answer = self.ec2.reject_vpc_endpoint_connections(ServiceId=self.service, VpcEndpointIds=[self.endpoint])
        expect.assertEqual(answer["Unsuccessful"], [])
        self.until_endpoint_is("rejected")

    def until_endpoint_is(self, state):
        until(lambda: patiently(self.ec2.describe_vpc_endpoints, VpcEndpointIds=[self.endpoint])[
            "VpcEndpoints"][0]["State"] == state, f"the endpoint isn't {state}")

    def endpoint_address(self):
        interface = self.ec2.describe_vpc_endpoints(
            VpcEndpointIds=[self.endpoint])["VpcEndpoints"][0]["NetworkInterfaceIds"][0]
        return resource("ec2").NetworkInterface(interface).private_ip_address

    def delete_endpoint(self):
        answer = self.ec2.delete_vpc_endpoints(VpcEndpointIds=[self.endpoint])
        expect.assertEqual(answer["Unsuccessful"], [])
        until(lambda: not self.ec2.describe_vpc_endpoints(Filters=[
            {"Name": "vpc-endpoint-id", "Values": [self.endpoint]},
            {"Name": "vpc-endpoint-state", "Values": ["deleting", "rejected", "available"]}])["VpcEndpoints"],
            "the endpoint isn't deleted")

    def delete(self):
        self.delete_endpoint()
        expect.assertEqual(self.ec2.delete_vpc_endpoint_service_configurations(
            ServiceIds=[self.service])["Unsuccessful"], [])
        self.elb.delete_listener(ListenerArn=self.listener)
        patiently(self.elb.delete_load_balancer, "ResourceInUse", LoadBalancerArn=self.balancer)
        wait(self.elb, "load_balancers_deleted", LoadBalancerArns=[self.balancer])
        patiently(self.elb.delete_target_group, "ResourceInUse", TargetGroupArn=self.targets)
        both = [self.provider.instance, self.customer.instance]
        ending = self.ec2.terminate_instances(InstanceIds=both)["TerminatingInstances"]
        expect.assertEqual({one["CurrentState"]["Name"] for one in ending}, {"shutting-down"})
        wait(self.ec2, "instance_terminated", InstanceIds=both)
        self.provider.delete_network()
        self.customer.delete_network()
        self.ec2.delete_key_pair(KeyName=self.KEY)
