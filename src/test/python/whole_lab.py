"""boto3 carries out the whole lab, rejection, asking again, acceptance and the look at the page included."""

import os
import shlex
import subprocess
import tempfile

from lab import PAGE, Lab
from practice import client, expect, judge, patiently, refused, resource, run


def main():
    lab = Lab()
    lab.networks()
    lab.instances()
    lab.load_balancer()
    lab.endpoint_service()
    lab.ask()
    rejected_and_asked_again(lab)
    lab.accept()
    the_page_is_read_through_the_endpoint(lab)
    what_is_held_is_not_deleted(lab)
    resources_lead_from_one_to_the_next(lab)
    lab.delete()
    nothing_is_left(lab)


def rejected_and_asked_again(lab):
    lab.reject()
    expect.assertEqual(unsuccessful(lab.ec2.reject_vpc_endpoint_connections, ServiceId=lab.service,
                                    VpcEndpointIds=["vpce-00000000000000000"]), "InvalidVpcEndpointId.NotFound")
    first = lab.endpoint
    lab.ask()
    expect.assertNotEqual(lab.endpoint, first)
    expect.assertEqual(lab.ec2.delete_vpc_endpoints(VpcEndpointIds=[first])["Unsuccessful"], [])


def the_page_is_read_through_the_endpoint(lab):
    machine = patiently(lab.ec2.describe_instances, InstanceIds=[lab.customer.instance])[
        "Reservations"][0]["Instances"][0]
    with tempfile.TemporaryDirectory() as folder:
        key = os.path.join(folder, "key.pem")
        with open(os.open(key, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="ascii") as file:
            file.write(lab.private_key)
        fingerprints = lab.ec2.get_console_output(InstanceId=lab.customer.instance, Latest=True)["Output"]
        expect.assertIn("BEGIN SSH HOST KEY FINGERPRINTS", fingerprints)
        seen = subprocess.run(
            ["ssh", "-F", "none", "-i", key, "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes",
             "-o", f"UserKnownHostsFile={os.path.join(folder, 'known')}", "-o", "StrictHostKeyChecking=accept-new",
             "-o", "ProxyCommand=" + os.environ["PRACTICE_CONNECT"], f"ec2-user@{machine['PublicIpAddress']}",
             f"curl -s http://{lab.endpoint_address()}"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    expect.assertEqual((seen.stdout.decode(), seen.returncode), (PAGE + "\n", 0), seen.stderr.decode())
    balancer = lab.elb.describe_load_balancers(Names=[lab.BALANCER])["LoadBalancers"][0]["DNSName"]
    page = subprocess.run(["curl", "-sS", "-m", "20", "--socks5-hostname", os.environ["PRACTICE_SOCKS"],
                           f"http://{balancer}/"], stdout=subprocess.PIPE, timeout=60, check=True)
    expect.assertEqual(page.stdout.decode(), PAGE + "\n")


def what_is_held_is_not_deleted(lab):
    ec2, elb, side = lab.ec2, lab.elb, lab.provider
    expect.assertEqual(unsuccessful(ec2.delete_vpc_endpoint_service_configurations, ServiceIds=[lab.service]),
                       "ExistingVpcEndpointConnections")
    try:
        elb.delete_load_balancer(LoadBalancerArn=lab.balancer)
        raise AssertionError("the load balancer behind an endpoint service could be deleted")
    except elb.exceptions.ResourceInUseException as held:
        expect.assertIn("is currently associated with another service", str(held))
    try:
        elb.delete_target_group(TargetGroupArn=lab.targets)
        raise AssertionError("the target group of a listener could be deleted")
    except elb.exceptions.ResourceInUseException as held:
        expect.assertIn("is currently in use by a listener or a rule", str(held))
    for call, arguments in (
            (ec2.delete_vpc, {"VpcId": side.vpc}), (ec2.delete_subnet, {"SubnetId": side.subnet}),
            (ec2.delete_security_group, {"GroupId": side.group}),
            (ec2.delete_route_table, {"RouteTableId": side.table}),
            (ec2.delete_internet_gateway, {"InternetGatewayId": side.gateway}),
            (ec2.detach_internet_gateway, {"InternetGatewayId": side.gateway, "VpcId": side.vpc})):
        expect.assertEqual(refused(call, **arguments), "DependencyViolation", str(arguments))
    try:
        elb.create_listener(LoadBalancerArn=lab.balancer, Protocol="TCP", Port=80, DefaultActions=[
            {"Type": "forward", "TargetGroupArn": lab.targets}])
    except elb.exceptions.DuplicateListenerException:
        pass


def resources_lead_from_one_to_the_next(lab):
    """boto3's older, object-like way."""
    ec2 = resource("ec2")
    vpc = ec2.Vpc(lab.customer.vpc)
    expect.assertEqual({tag["Key"]: tag["Value"] for tag in vpc.tags}["Name"], "Customer_Network")
    expect.assertEqual([subnet.id for subnet in vpc.subnets.all()], [lab.customer.subnet])
    expect.assertEqual([one.id for one in vpc.instances.all()], [lab.customer.instance])
    expect.assertEqual({group.group_name for group in vpc.security_groups.all()}, {"default", "Customer_EC2_SG"})
    expect.assertEqual([gateway.id for gateway in vpc.internet_gateways.all()], [lab.customer.gateway])
    expect.assertEqual(sum(bool(table.associations_attribute[0]["Main"]) for table in vpc.route_tables.all()), 1)
    expect.assertEqual([acl.is_default for acl in vpc.network_acls.all()], [True])
    expect.assertEqual({interface.interface_type for interface in vpc.network_interfaces.all()},
                       {"interface", "vpc_endpoint"})
    machine = ec2.Instance(lab.provider.instance)
    expect.assertEqual(machine.image.name[:10], "al2023-ami")
    expect.assertEqual(machine.key_pair.name, lab.KEY)
    expect.assertEqual([volume.size for volume in machine.volumes.all()], [8])


def nothing_is_left(lab):
    ec2, elb = lab.ec2, lab.elb
    expect.assertEqual([vpc["IsDefault"] for vpc in ec2.describe_vpcs()["Vpcs"]], [True])
    expect.assertEqual(len(ec2.describe_internet_gateways()["InternetGateways"]), 1)
    expect.assertEqual(len(ec2.describe_route_tables()["RouteTables"]), 1)
    expect.assertEqual([group["GroupName"] for group in ec2.describe_security_groups()["SecurityGroups"]],
                       ["default"])
    expect.assertEqual(ec2.describe_network_interfaces()["NetworkInterfaces"], [])
    expect.assertEqual(ec2.describe_volumes()["Volumes"], [])
    expect.assertEqual(ec2.describe_key_pairs()["KeyPairs"], [])
    expect.assertEqual(ec2.describe_vpc_endpoint_service_configurations()["ServiceConfigurations"], [])
    expect.assertEqual(elb.describe_target_groups()["TargetGroups"], [])
    expect.assertEqual(refused(elb.describe_load_balancers, Names=[lab.BALANCER]), "LoadBalancerNotFound")
    gone = ec2.describe_instances(Filters=[{"Name": "instance-state-name", "Values": ["terminated"]}])
    expect.assertEqual(sum(len(one["Instances"]) for one in gone["Reservations"]), 2)
    expect.assertEqual(refused(ec2.describe_vpcs, VpcIds=[lab.provider.vpc]), "InvalidVpcID.NotFound")
    expect.assertGreater(judge.answers, 100)


def unsuccessful(call, **arguments):
    """The code of the only failure that a batch answers with status 200."""
    failures = call(**arguments)["Unsuccessful"]
    expect.assertEqual(len(failures), 1)
    return failures[0]["Error"]["Code"]


run(main)
