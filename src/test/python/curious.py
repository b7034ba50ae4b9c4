"""A curious learner looks at everything that a lab touches, asks by every filter and page by page, and tries what fails."""

import re

from botocore import xform_name
from botocore.exceptions import ClientError

from lab import Lab
from practice import client, code, expect, refused, run

ANYTHING = """DescribeVpcs DescribeSubnets DescribeInternetGateways DescribeRouteTables DescribeNetworkAcls
    DescribeSecurityGroups DescribeSecurityGroupRules DescribeNetworkInterfaces DescribeInstances
    DescribeInstanceStatus DescribeVolumes DescribeVolumeStatus DescribeKeyPairs DescribeTags DescribeDhcpOptions
    DescribePrefixLists DescribeManagedPrefixLists DescribeRegions DescribeAvailabilityZones DescribeInstanceTypes
    DescribeInstanceTypeOfferings DescribeImages DescribeInstanceCreditSpecifications DescribeVpcEndpoints
    DescribeVpcEndpointServices DescribeVpcEndpointServiceConfigurations DescribeVpcEndpointConnections""".split()
# Those without filters, and those of which the account has nothing.
MORE = """DescribeAccountAttributes DescribeAddresses DescribeNatGateways DescribeEgressOnlyInternetGateways
    DescribeCarrierGateways DescribeVpnGateways DescribeVpnConnections DescribeCustomerGateways
    DescribeVpcPeeringConnections DescribeTransitGatewayVpcAttachments DescribeFlowLogs DescribeSnapshots
    DescribeLaunchTemplates DescribeVpcEndpointConnectionNotifications""".split()

# What old models document: filters of EC2-Classic, which is gone, and misprints.
RETIRED = {"DescribeInstances group-id", "DescribeInstances group-name", "DescribeAvailabilityZones parent-zoneID",
           "DescribeAvailabilityZones parent-zoneName"}


def main():
    lab = Lab()
    lab.make()
    the_account_and_its_default_vpc(lab)
    what_a_new_vpc_brings(lab)
    network_interfaces_and_their_owners(lab)
    one_after_the_other_is_described(lab)
    every_documented_filter_is_known(lab)
    filters_find_what_they_name(lab)
    pages_hold_all_rows_once(lab)
    rows_come_in_no_fixed_order(lab)
    a_dry_run_does_nothing(lab)
    what_is_wrong_is_refused_in_aws_words(lab)
    lab.delete()
    terminated_instances_stay_for_a_while(lab)


def the_account_and_its_default_vpc(lab):
    ec2 = lab.ec2
    vpc = only(ec2.describe_vpcs(Filters=by("is-default", "true"))["Vpcs"])
    expect.assertEqual((vpc["CidrBlock"], vpc["OwnerId"]), ("172.31.0.0/16", lab.account))
    inside = by("vpc-id", vpc["VpcId"])
    subnets = ec2.describe_subnets(Filters=inside)["Subnets"]
    expect.assertEqual(sorted(one["AvailabilityZone"] for one in subnets), [f"us-east-1{zone}" for zone in "abcdef"])
    expect.assertEqual({(one["MapPublicIpOnLaunch"], one["DefaultForAz"], one["AvailableIpAddressCount"])
                        for one in subnets}, {(True, True, 4091)})
    gateway = only(ec2.describe_internet_gateways(Filters=by("attachment.vpc-id", vpc["VpcId"]))["InternetGateways"])
    table = only(ec2.describe_route_tables(Filters=inside + by("association.main", "true"))["RouteTables"])
    expect.assertEqual({route["DestinationCidrBlock"]: route["GatewayId"] for route in table["Routes"]},
                       {"172.31.0.0/16": "local", "0.0.0.0/0": gateway["InternetGatewayId"]})
    group = only(ec2.describe_security_groups(Filters=inside)["SecurityGroups"])
    expect.assertEqual((group["GroupName"], group["Description"]), ("default", "default VPC security group"))
    acl = only(ec2.describe_network_acls(Filters=inside)["NetworkAcls"])
    expect.assertEqual(len(acl["Associations"]), 6)
    options = only(ec2.describe_dhcp_options(DhcpOptionsIds=[vpc["DhcpOptionsId"]])["DhcpOptions"])
    expect.assertEqual({one["Key"]: one["Values"][0]["Value"] for one in options["DhcpConfigurations"]},
                       {"domain-name": "ec2.internal", "domain-name-servers": "AmazonProvidedDNS"})
    attributes = {one["AttributeName"]: one["AttributeValues"][0]["AttributeValue"]
                  for one in ec2.describe_account_attributes()["AccountAttributes"]}
    expect.assertEqual((attributes["default-vpc"], attributes["supported-platforms"]), (vpc["VpcId"], "VPC"))


def what_a_new_vpc_brings(lab):
    ec2, vpc = lab.ec2, lab.customer.vpc
    inside = by("vpc-id", vpc)
    main_table = only(ec2.describe_route_tables(Filters=inside + by("association.main", "true"))["RouteTables"])
    expect.assertNotEqual(main_table["RouteTableId"], lab.customer.table)
    expect.assertEqual([route["GatewayId"] for route in main_table["Routes"]], ["local"])
    expect.assertNotIn("SubnetId", main_table["Associations"][0])
    group = only(ec2.describe_security_groups(Filters=inside + by("group-name", "default"))["SecurityGroups"])
    expect.assertEqual([pair["GroupId"] for pair in group["IpPermissions"][0]["UserIdGroupPairs"]],
                       [group["GroupId"]])
    expect.assertEqual(refused(ec2.delete_security_group, GroupId=group["GroupId"]), "CannotDelete")
    acl = only(ec2.describe_network_acls(Filters=inside)["NetworkAcls"])
    expect.assertIs(acl["IsDefault"], True)
    expect.assertEqual(sorted((entry["RuleNumber"], entry["Egress"], entry["RuleAction"]) for entry in acl["Entries"]),
                       [(100, False, "allow"), (100, True, "allow"), (32767, False, "deny"), (32767, True, "deny")])
    expect.assertEqual([one["SubnetId"] for one in acl["Associations"]], [lab.customer.subnet])
    for attribute, value in (("enableDnsSupport", True), ("enableDnsHostnames", False)):
        answer = ec2.describe_vpc_attribute(VpcId=vpc, Attribute=attribute)
        expect.assertEqual(answer[attribute[0].upper() + attribute[1:]], {"Value": value})


def network_interfaces_and_their_owners(lab):
    ec2 = lab.ec2
    instance = only(interfaces(lab, "attachment.instance-id", lab.customer.instance))
    expect.assertEqual((instance["RequesterManaged"], instance["InterfaceType"], instance["OwnerId"],
                        instance["Attachment"]["InstanceOwnerId"]), (False, "interface", lab.account, lab.account))
    balancer = only(interfaces(lab, "interface-type", "network_load_balancer"))
    name = lab.balancer.split("loadbalancer/")[1]
    expect.assertEqual((balancer["Description"], balancer["RequesterManaged"], balancer["RequesterId"],
                        balancer["Attachment"]["InstanceOwnerId"], balancer["SourceDestCheck"]),
                       (f"ELB {name}", True, "amazon-elb", "amazon-aws", False))
    expect.assertNotIn("InstanceId", balancer["Attachment"])
    endpoint = only(interfaces(lab, "description", f"VPC Endpoint Interface {lab.endpoint}"))
    expect.assertEqual((endpoint["InterfaceType"], endpoint["RequesterManaged"], endpoint["SubnetId"],
                        [group["GroupId"] for group in endpoint["Groups"]]),
                       ("vpc_endpoint", True, lab.customer.subnet, [lab.customer.group]))
    expect.assertRegex(endpoint["Attachment"]["AttachmentId"], "^ela-attach-")
    expect.assertEqual(refused(ec2.delete_network_interface, NetworkInterfaceId=endpoint["NetworkInterfaceId"]),
                       "InvalidParameterValue")


def one_after_the_other_is_described(lab):
    ec2, elb = lab.ec2, lab.elb
    for operation in ANYTHING + MORE:
        call(ec2, operation)
    for attribute in ("instanceType", "kernel", "ramdisk", "userData", "disableApiTermination", "groupSet",
                      "instanceInitiatedShutdownBehavior", "rootDeviceName", "blockDeviceMapping", "productCodes",
                      "sourceDestCheck", "ebsOptimized", "sriovNetSupport", "enaSupport", "enclaveOptions",
                      "disableApiStop"):
        ec2.describe_instance_attribute(InstanceId=lab.provider.instance, Attribute=attribute)
    ec2.describe_vpc_endpoint_service_permissions(ServiceId=lab.service)
    expect.assertIn("cloud-init", ec2.get_console_output(InstanceId=lab.provider.instance)["Output"].lower())
    image = only(ec2.describe_images(Owners=["amazon"], Filters=by("architecture", "x86_64"))["Images"])
    expect.assertEqual(image["ImageOwnerAlias"], "amazon")
    expect.assertEqual(len(ec2.describe_instance_type_offerings(
        LocationType="availability-zone", Filters=by("instance-type", "t3.micro"))["InstanceTypeOfferings"]), 5)
    expect.assertEqual(only(ec2.describe_vpc_endpoint_services(ServiceNames=["com.amazonaws.us-east-1.ssm"])[
        "ServiceDetails"])["Owner"], "amazon")
    elb.describe_load_balancers()
    elb.describe_target_groups(LoadBalancerArn=lab.balancer)
    elb.describe_listeners(LoadBalancerArn=lab.balancer)
    if knows(elb, "describe_listener_attributes"):
        elb.describe_listener_attributes(ListenerArn=lab.listener)
    rule = only(elb.describe_rules(ListenerArn=lab.listener)["Rules"])
    expect.assertEqual(elb.describe_rules(RuleArns=[rule["RuleArn"]])["Rules"], [rule])
    elb.describe_load_balancer_attributes(LoadBalancerArn=lab.balancer)
    elb.describe_target_group_attributes(TargetGroupArn=lab.targets)
    elb.describe_tags(ResourceArns=[lab.balancer, lab.targets, lab.listener])
    elb.describe_account_limits()
    health = only(elb.describe_target_health(TargetGroupArn=lab.targets)["TargetHealthDescriptions"])
    expect.assertEqual((health["Target"], health["TargetHealth"]),
                       ({"Id": lab.provider.instance, "Port": 80}, {"State": "healthy"}))
    unknown = elb.describe_target_health(TargetGroupArn=lab.targets, Targets=[{"Id": lab.customer.instance}])
    expect.assertEqual(only(unknown["TargetHealthDescriptions"])["TargetHealth"]["Reason"], "Target.NotRegistered")


def knows(client, operation):
    """Whether this boto3 is new enough."""
    return hasattr(client, operation)


def every_documented_filter_is_known(lab):
    """botocore's service model names the filters in its documentation."""
    unknown = []
    for operation in ANYTHING + ["DescribeNatGateways", "DescribeAddresses", "DescribeVpcPeeringConnections"]:
        parameter = filter_parameter(lab.ec2, operation)
        for name in documented_filters(lab.ec2, operation):
            try:
                call(lab.ec2, operation, **{parameter: by(name, "no such value")})
            except ClientError:
                unknown.append(f"{operation} {name}")
    expect.assertEqual([], [each for each in unknown if each not in RETIRED])


def filters_find_what_they_name(lab):
    ec2, side = lab.ec2, lab.provider
    found = {
        "DescribeVpcs": [by("tag:Name", "Service_*"), by("tag-key", "Lab") + by("cidr", "10.0.0.0/16")],
        "DescribeSubnets": [by("tag:Name", "Service_Public_subnet"), by("vpc-id", side.vpc),
                            by("cidr-block", "10.0.1.0/24")],
        "DescribeInternetGateways": [by("attachment.vpc-id", side.vpc), by("tag:Name", "Service_IGW")],
        "DescribeRouteTables": [by("association.subnet-id", side.subnet), by("route.gateway-id", side.gateway)],
        "DescribeSecurityGroups": [by("group-name", "Webserver_sg"), by("ip-permission.from-port", "443")],
        "DescribeInstances": [by("tag:Name", "Webserver1"), by("network-interface.vpc-id", side.vpc),
                              by("instance.group-name", "Webserver_sg"),
                              by("instance-state-name", "running", "pending") + by("subnet-id", side.subnet),
                              by("network-interface.group-name", "Webserver_sg") + by("metadata-options.state", "applied"),
                              by("tag:Name", "Web?erver1", "nobody") + by("instance-state-code", "16")],
        "DescribeVpcEndpoints": [by("vpc-endpoint-state", "available"), by("tag:Name", "MyEndpoint"),
                                 by("service-name", lab.service_name)],
        "DescribeVpcEndpointConnections": [by("service-id", lab.service), by("vpc-endpoint-owner", lab.account)],
        "DescribeVpcEndpointServices": [by("owner", lab.account), by("service-name", lab.service_name)],
        "DescribeVpcEndpointServiceConfigurations": [by("service-state", "Available")],
        "DescribeKeyPairs": [by("key-name", "endpoint-lab-*")],
        "DescribeTags": [by("resource-id", side.vpc) + by("key", "Name"), by("value", "Webserver1")],
    }
    for operation, several in found.items():
        for filters in several:
            rows = first_list(call(ec2, operation, **{filter_parameter(ec2, operation): filters}))
            expect.assertEqual(len(rows), 1, f"{operation} {filters}")
    expect.assertEqual(ec2.describe_vpcs(Filters=by("tag:Name", "service_network"))["Vpcs"], [])


def pages_hold_all_rows_once(lab):
    ec2, elb = lab.ec2, lab.elb
    for operation in ("describe_subnets", "describe_security_group_rules", "describe_tags", "describe_instance_types",
                      "describe_route_tables", "describe_network_acls", "describe_vpc_endpoint_services"):
        every = first_list(getattr(ec2, operation)())
        paged = list(ec2.get_paginator(operation).paginate(PaginationConfig={"PageSize": 5}))
        rows = [row for page in paged for row in first_list(page)]
        expect.assertEqual(sorted(map(identity, rows)), sorted(map(identity, every)), operation)
        expect.assertEqual(len(paged), max(1, -(-len(every) // 5)), operation)
    some = ec2.get_paginator("describe_subnets").paginate(PaginationConfig={"PageSize": 5, "MaxItems": 6})
    begun = some.build_full_result()
    rest = ec2.get_paginator("describe_subnets").paginate(
        PaginationConfig={"PageSize": 5, "StartingToken": begun["NextToken"]}).build_full_result()
    expect.assertEqual(len({row["SubnetId"] for row in begun["Subnets"] + rest["Subnets"]}), 8)
    groups = [elb.create_target_group(Name=f"page-{number}", Protocol="TCP", Port=80, VpcId=lab.provider.vpc,
                                      TargetType="instance")["TargetGroups"][0]["TargetGroupArn"] for number in (1, 2, 3)]
    pages = list(elb.get_paginator("describe_target_groups").paginate(PaginationConfig={"PageSize": 3}))
    expect.assertEqual([len(page["TargetGroups"]) for page in pages], [3, 1])
    for group in groups:
        elb.delete_target_group(TargetGroupArn=group)


def rows_come_in_no_fixed_order(lab):
    orders = {tuple(zone["ZoneName"] for zone in lab.ec2.describe_availability_zones()["AvailabilityZones"])
              for _ in range(20)}
    expect.assertGreater(len(orders), 1)
    nested = {tuple(entry["RuleNumber"] for entry in lab.ec2.describe_network_acls(
        Filters=by("vpc-id", lab.provider.vpc))["NetworkAcls"][0]["Entries"]) for _ in range(20)}
    expect.assertGreater(len(nested), 1)
    rules = {tuple(rule["FromPort"] for rule in lab.ec2.describe_security_groups(
        GroupIds=[lab.provider.group])["SecurityGroups"][0]["IpPermissions"]) for _ in range(20)}
    expect.assertGreater(len(rules), 1)


def a_dry_run_does_nothing(lab):
    ec2, side = lab.ec2, lab.customer
    for method, arguments in (
            (ec2.create_vpc, {"CidrBlock": "10.9.0.0/16"}), (ec2.describe_vpcs, {}),
            (ec2.create_subnet, {"VpcId": side.vpc, "CidrBlock": "10.1.2.0/24"}),
            (ec2.terminate_instances, {"InstanceIds": [side.instance]}),
            (ec2.delete_security_group, {"GroupId": side.group}), (ec2.delete_vpc, {"VpcId": side.vpc}),
            (ec2.create_vpc_endpoint, {"VpcId": side.vpc, "ServiceName": lab.service_name}),
            (ec2.delete_vpc_endpoints, {"VpcEndpointIds": [lab.endpoint]}),
            (ec2.accept_vpc_endpoint_connections, {"ServiceId": lab.service, "VpcEndpointIds": [lab.endpoint]}),
            (ec2.describe_instances, {})):
        try:
            method(DryRun=True, **arguments)
            raise AssertionError(f"{method} was carried out")
        except ClientError as error:
            expect.assertEqual((code(error), error.response["Error"]["Message"]), (
                "DryRunOperation", "Request would have succeeded, but DryRun flag is set."))
            expect.assertEqual(error.response["ResponseMetadata"]["HTTPStatusCode"], 412)
    expect.assertEqual(len(ec2.describe_vpcs()["Vpcs"]), 3)
    expect.assertEqual(only(ec2.describe_instances(InstanceIds=[side.instance])["Reservations"])[
        "Instances"][0]["State"]["Name"], "running")


def what_is_wrong_is_refused_in_aws_words(lab):
    ec2, elb = lab.ec2, lab.elb
    said = {}
    for call_, arguments in (
            (ec2.describe_vpcs, {"Filters": by("colour", "blue")}), (ec2.describe_vpcs, {"NextToken": "made-up"}),
            (ec2.describe_subnets, {"MaxResults": 1001}), (ec2.describe_route_tables, {"MaxResults": 101}),
            (ec2.describe_instances, {"MaxResults": 5, "InstanceIds": [lab.provider.instance]}),
            (ec2.describe_vpc_attribute, {"VpcId": lab.provider.vpc, "Attribute": "colour"})):
        try:
            call_(**arguments)
            raise AssertionError(f"{call_} {arguments}")
        except ClientError as error:
            said[str(sorted(arguments))] = (code(error), error.response["Error"]["Message"])
    expect.assertEqual(said["['Filters']"], ("InvalidParameterValue", "The filter 'colour' is invalid"))
    expect.assertEqual(said["['NextToken']"][0], "InvalidNextToken")
    expect.assertEqual(said["['MaxResults']"][0], "InvalidParameterValue")
    expect.assertEqual(said["['InstanceIds', 'MaxResults']"][0], "InvalidParameterCombination")
    expect.assertEqual(said["['Attribute', 'VpcId']"][0], "InvalidParameterValue")
    for operation, parameter, prefix, malformed, missing in (
            ("describe_vpcs", "VpcIds", "vpc", "InvalidVpcID.Malformed", "InvalidVpcID.NotFound"),
            ("describe_subnets", "SubnetIds", "subnet", "InvalidSubnetID.Malformed", "InvalidSubnetID.NotFound"),
            ("describe_internet_gateways", "InternetGatewayIds", "igw", "InvalidInternetGatewayId.Malformed",
             "InvalidInternetGatewayID.NotFound"),
            ("describe_route_tables", "RouteTableIds", "rtb", "InvalidRouteTableId.Malformed",
             "InvalidRouteTableID.NotFound"),
            ("describe_network_acls", "NetworkAclIds", "acl", "InvalidNetworkAclId.Malformed",
             "InvalidNetworkAclID.NotFound"),
            ("describe_security_groups", "GroupIds", "sg", "InvalidGroupId.Malformed", "InvalidGroup.NotFound"),
            ("describe_network_interfaces", "NetworkInterfaceIds", "eni", "InvalidNetworkInterfaceId.Malformed",
             "InvalidNetworkInterfaceID.NotFound"),
            ("describe_instances", "InstanceIds", "i", "InvalidInstanceID.Malformed", "InvalidInstanceID.NotFound"),
            ("describe_volumes", "VolumeIds", "vol", "InvalidVolumeID.Malformed", "InvalidVolume.NotFound"),
            ("describe_images", "ImageIds", "ami", "InvalidAMIID.Malformed", "InvalidAMIID.NotFound"),
            ("describe_dhcp_options", "DhcpOptionsIds", "dopt", "InvalidDhcpOptionsId.Malformed",
             "InvalidDhcpOptionID.NotFound"),
            ("describe_vpc_endpoints", "VpcEndpointIds", "vpce", "InvalidVpcEndpointId.Malformed",
             "InvalidVpcEndpointId.NotFound")):
        expect.assertEqual(refused(getattr(ec2, operation), **{parameter: ["Service_Network"]}), malformed)
        expect.assertEqual(refused(getattr(ec2, operation), **{parameter: [f"{prefix}-0123456789abcdef0"]}), missing)
    expect.assertEqual(refused(ec2.describe_key_pairs, KeyNames=["nobody's"]), "InvalidKeyPair.NotFound")
    expect.assertEqual(refused(ec2.describe_vpc_endpoint_services, ServiceNames=["com.amazonaws.vpce.us-east-1.x"]),
                       "InvalidServiceName")
    # EC2 has both, the practice cloud has neither; AWS itself never heard of the last.
    expect.assertEqual(refused(ec2.describe_spot_price_history), "UnsupportedOperation")
    expect.assertEqual(refused(ec2.create_nat_gateway, SubnetId=lab.provider.subnet), "UnsupportedOperation")
    expect.assertEqual(refused(elb.describe_ssl_policies), "UnsupportedOperation")
    expect.assertEqual(refused(unheard_of("ec2", "DescribeVpcs", "DescribeUnicorns").describe_vpcs), "InvalidAction")
    expect.assertEqual(refused(unheard_of("elbv2", "DescribeAccountLimits", "DescribeUnicorns").describe_account_limits),
                       "InvalidAction")
    for method, arguments, exception in (
            (elb.describe_load_balancers, {"Names": ["nobody"]}, elb.exceptions.LoadBalancerNotFoundException),
            (elb.describe_target_groups, {"Names": ["nobody"]}, elb.exceptions.TargetGroupNotFoundException),
            (elb.describe_listeners, {"ListenerArns": [lab.listener[:-4] + "0000"]},
             elb.exceptions.ListenerNotFoundException),
            (elb.describe_rules, {"RuleArns": [lab.listener.replace(":listener/", ":listener-rule/") + "/0"]},
             elb.exceptions.RuleNotFoundException),
            (elb.create_target_group, {"Name": lab.TARGETS, "Protocol": "TCP", "Port": 81,
                                       "VpcId": lab.provider.vpc}, elb.exceptions.DuplicateTargetGroupNameException)):
        try:
            method(**arguments)
            raise AssertionError(f"{method} {arguments}")
        except exception as modeled:
            expect.assertEqual(modeled.response["ResponseMetadata"]["HTTPStatusCode"], 400)


def terminated_instances_stay_for_a_while(lab):
    rows = [one for several in lab.ec2.describe_instances()["Reservations"] for one in several["Instances"]]
    expect.assertEqual({one["State"]["Name"] for one in rows}, {"terminated"})
    expect.assertEqual([one["NetworkInterfaces"] + one["SecurityGroups"] + one["BlockDeviceMappings"]
                        for one in rows], [[], []])
    for one in rows:
        expect.assertNotIn("VpcId", one)
        expect.assertRegex(one["StateTransitionReason"], r"^User initiated \(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d GMT\)$")
        expect.assertEqual(one["StateReason"]["Code"], "Client.UserInitiatedShutdown")
    expect.assertEqual(sum(1 for tag in lab.ec2.describe_tags(Filters=by("resource-type", "instance"))["Tags"]
                           if tag["Key"] == "Name"), 2)


def unheard_of(service, action, sent):
    """A client that says another word than its model has."""
    odd = client(service)
    odd.meta.events.register(f"before-call.{odd.meta.service_model.service_id.hyphenize()}.{action}",
                             lambda params, **_: params["body"].update(Action=sent))
    return odd


def interfaces(lab, name, value):
    return lab.ec2.describe_network_interfaces(Filters=by(name, value))["NetworkInterfaces"]


def by(name, *values):
    return [{"Name": name, "Values": list(values)}]


def call(of, operation, **arguments):
    return getattr(of, xform_name(operation))(**arguments)


def filter_parameter(of, operation):
    members = of.meta.service_model.operation_model(operation).input_shape.members
    return "Filters" if "Filters" in members else "Filter"


def documented_filters(of, operation):
    shape = of.meta.service_model.operation_model(operation).input_shape
    text = shape.members[filter_parameter(of, operation)].documentation
    names = re.findall(r"<li>\s*<p>\s*<code>([^<]+)</code>\s*(?:-|–|:)", text)
    return ["tag:Name" if name.startswith("tag:") else name for name in names]


def first_list(answer):
    several = next(value for key, value in answer.items() if isinstance(value, list) and key != "ServiceNames")
    return [one for each in several for one in each["Instances"]] if several and "Instances" in several[0] else several


def identity(row):
    """Its id, or all of it where it has none."""
    for key in ("SecurityGroupRuleId", "InstanceId", "VpcEndpointId", "SubnetId", "RouteTableId", "NetworkAclId",
                "InternetGatewayId", "GroupId", "VpcId", "ServiceId", "KeyPairId", "InstanceType"):
        if key in row:
            return str(row[key])
    return str(sorted(row.items()))


def only(rows):
    expect.assertEqual(len(rows), 1, rows)
    return rows[0]


run(main)
