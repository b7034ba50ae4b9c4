#!/usr/bin/env bash
# The AWS CLI carries out the whole lab as a learner would type it: create, reject, ask again, accept, look, delete.
set -euo pipefail
IMAGE=resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
PAGE='<html><h1> Welcome to Hangyuzs Server 1 </h1></html>'

aws() {
    command aws --endpoint-url "$PRACTICE_ENDPOINT" --region "$PRACTICE_REGION" "$@"
}

# The value of a query, as one word.
ask() {
    aws "$@" --output text
}

is() {
    [ "$1" = "$2" ] || { printf 'line %s: expected "%s" but was "%s"\n' "${BASH_LINENO[0]}" "$2" "$1" >&2; exit 1; }
}

# A command that must end with an error of this code.
refused() {
    local code=$1 said
    shift
    if said=$(aws "$@" 2>&1 >/dev/null); then
        printf 'line %s: was not refused: %s\n' "${BASH_LINENO[0]}" "$*" >&2
        exit 1
    fi
    case $said in
        *"An error occurred ($code) when calling the "*) ;;
        *) printf 'line %s: expected %s but: %s\n' "${BASH_LINENO[0]}" "$code" "$said" >&2; exit 1 ;;
    esac
}

# What was made a moment ago may not be seen yet, as in AWS.
patiently() {
    local try said
    for try in 1 2 3 4 5 6; do
        if said=$(aws "$@" 2>&1); then
            printf '%s' "$said"
            return
        fi
        case $said in
            *NotFound*|*Unavailable*|*InvalidServiceName*|*DependencyViolation*|*ResourceInUse*) ;;
            *) break ;;
        esac
    done
    printf '%s (after %s tries)\n' "$said" "$try" >&2
    return 1
}

tags() {
    printf 'ResourceType=%s,Tags=[{Key=Name,Value=%s},{Key=Lab,Value=PrivateLink}]' "$1" "$2"
}

# One VPC with internet gateway, subnet, route table and security group; its ids go to a file.
network() {
    local side=$1 block=$2 subnet_block=$3 group_name=$4 vpc gateway subnet table group
    vpc=$(ask ec2 create-vpc --cidr-block "$block" --tag-specifications "$(tags vpc "${side}_Network")" --query Vpc.VpcId)
    patiently ec2 wait vpc-available --vpc-ids "$vpc"
    gateway=$(ask ec2 create-internet-gateway --tag-specifications "$(tags internet-gateway "${side}_IGW")" \
        --query InternetGateway.InternetGatewayId)
    patiently ec2 attach-internet-gateway --internet-gateway-id "$gateway" --vpc-id "$vpc"
    subnet=$(patiently ec2 create-subnet --vpc-id "$vpc" --cidr-block "$subnet_block" --availability-zone us-east-1a \
        --tag-specifications "$(tags subnet "${side}_Public_subnet")" --query Subnet.SubnetId --output text)
    patiently ec2 wait subnet-available --subnet-ids "$subnet"
    table=$(patiently ec2 create-route-table --vpc-id "$vpc" --tag-specifications "$(tags route-table "${side}_PublicRT")" \
        --query RouteTable.RouteTableId --output text)
    patiently ec2 associate-route-table --route-table-id "$table" --subnet-id "$subnet" >/dev/null
    patiently ec2 create-route --route-table-id "$table" --destination-cidr-block 0.0.0.0/0 --gateway-id "$gateway" >/dev/null
    group=$(patiently ec2 create-security-group --vpc-id "$vpc" --group-name "$group_name" \
        --description "Security group for ${side}" --query GroupId --output text)
    patiently ec2 authorize-security-group-ingress --group-id "$group" --ip-permissions \
        'IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=0.0.0.0/0}]' \
        'IpProtocol=tcp,FromPort=80,ToPort=80,IpRanges=[{CidrIp=0.0.0.0/0}]' >/dev/null
    echo "$vpc $gateway $subnet $table $group" > "$side.ids"
}

launch() {
    local name=$1 subnet=$2 group=$3
    shift 3
    patiently ec2 run-instances --image-id "$IMAGE" --instance-type t3.micro --key-name endpoint-lab-cli --count 1 \
        --subnet-id "$subnet" --security-group-ids "$group" --associate-public-ip-address \
        --tag-specifications "$(tags instance "$name")" --query 'Instances[0].InstanceId' --output text "$@"
}

until_endpoint_is() {
    local state
    while state=$(patiently ec2 describe-vpc-endpoints --vpc-endpoint-ids "$endpoint" \
        --query 'VpcEndpoints[0].State' --output text) && [ "$state" != "$1" ]; do
        case $state in pendingAcceptance|pending) ;; *) is "$state" "$1" ;; esac
    done
}

request_endpoint() {
    endpoint=$(patiently ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id "$vpc2" \
        --service-name "$service_name" --subnet-ids "$subnet2" --security-group-ids "$group2" \
        --tag-specifications "$(tags vpc-endpoint MyEndpoint)" --query VpcEndpoint.VpcEndpointId --output text)
    until_endpoint_is pendingAcceptance
}

delete_network() {
    local vpc=$1 gateway=$2 subnet=$3 table=$4 group=$5 association
    patiently ec2 delete-security-group --group-id "$group" >/dev/null
    association=$(ask ec2 describe-route-tables --route-table-ids "$table" \
        --query 'RouteTables[0].Associations[0].RouteTableAssociationId')
    aws ec2 disassociate-route-table --association-id "$association"
    aws ec2 delete-route-table --route-table-id "$table"
    patiently ec2 detach-internet-gateway --internet-gateway-id "$gateway" --vpc-id "$vpc"
    aws ec2 delete-internet-gateway --internet-gateway-id "$gateway"
    patiently ec2 delete-subnet --subnet-id "$subnet"
    patiently ec2 delete-vpc --vpc-id "$vpc"
}

# Steps 1 to 5 and 9 to 13, both sides at once.
network Service 10.0.0.0/16 10.0.1.0/24 Webserver_sg &
provider=$!
network Customer 10.1.0.0/16 10.1.1.0/24 Customer_EC2_SG
wait "$provider"
read -r vpc1 gateway1 subnet1 table1 group1 < Service.ids
read -r vpc2 gateway2 subnet2 table2 group2 < Customer.ids

# Steps 6 and 14.
aws ec2 create-key-pair --key-name endpoint-lab-cli --key-type ed25519 --query KeyMaterial --output text > key.pem
chmod 600 key.pem
printf '#!/bin/bash\ndnf install -y httpd\necho "%s" > /var/www/html/index.html\nsystemctl enable --now httpd\n' "$PAGE" > user-data.sh
web=$(launch Webserver1 "$subnet1" "$group1" --user-data file://user-data.sh)
customer=$(launch Customer_EC2 "$subnet2" "$group2")
aws ec2 wait instance-running --instance-ids "$web" "$customer"

# Step 7.
balancer=$(ask elbv2 create-load-balancer --name MyNetwork-LB --type network --scheme internet-facing --subnets "$subnet1" \
    --query 'LoadBalancers[0].LoadBalancerArn')
targets=$(ask elbv2 create-target-group --name MyNetwork-TG --protocol TCP --port 80 --target-type instance --vpc-id "$vpc1" \
    --health-check-interval-seconds 10 --query 'TargetGroups[0].TargetGroupArn')
aws elbv2 register-targets --target-group-arn "$targets" --targets "Id=$web"
listener=$(ask elbv2 create-listener --load-balancer-arn "$balancer" --protocol TCP --port 80 \
    --default-actions "Type=forward,TargetGroupArn=$targets" --query 'Listeners[0].ListenerArn')
aws ec2 wait instance-status-ok --instance-ids "$web" "$customer"
aws elbv2 wait load-balancer-available --load-balancer-arns "$balancer"
aws elbv2 wait target-in-service --target-group-arn "$targets"

# Step 8.
read -r service service_name < <(ask ec2 create-vpc-endpoint-service-configuration --acceptance-required \
    --network-load-balancer-arns "$balancer" --tag-specifications "$(tags vpc-endpoint-service MyEndpointService)" \
    --query 'ServiceConfiguration.[ServiceId,ServiceName]')
account=$(ask sts get-caller-identity --query Account)
is "$(patiently ec2 modify-vpc-endpoint-service-permissions --service-id "$service" --add-allowed-principals \
    "arn:aws:iam::$account:root" --query ReturnValue)" true

# Step 15: the provider rejects, the customer asks again, the provider accepts.
request_endpoint
rejected=$endpoint
is "$(aws ec2 reject-vpc-endpoint-connections --service-id "$service" --vpc-endpoint-ids "$rejected" --query Unsuccessful)" '[]'
is "$(ask ec2 describe-vpc-endpoints --vpc-endpoint-ids "$rejected" --query 'VpcEndpoints[0].State')" rejected
request_endpoint
is "$(ask ec2 describe-vpc-endpoint-connections --query 'VpcEndpointConnections[].VpcEndpointId' --filters \
    "Name=service-id,Values=$service" Name=vpc-endpoint-state,Values=pendingAcceptance)" "$endpoint"
is "$(aws ec2 accept-vpc-endpoint-connections --service-id "$service" --vpc-endpoint-ids "$endpoint" --query Unsuccessful)" '[]'
until_endpoint_is available

# Step 16: the page, from inside through the endpoint.
interface=$(ask ec2 describe-vpc-endpoints --vpc-endpoint-ids "$endpoint" --query 'VpcEndpoints[0].NetworkInterfaceIds[0]')
address=$(ask ec2 describe-network-interfaces --network-interface-ids "$interface" \
    --query 'NetworkInterfaces[0].PrivateIpAddress')
public=$(ask ec2 describe-instances --instance-ids "$customer" --query 'Reservations[0].Instances[0].PublicIpAddress')
is "$(bash "$(dirname "$0")/page_through_endpoint.sh" key.pem "$public" "$address")" "$PAGE"

# A learner's questions.
is "$(ask ec2 describe-vpcs --filters 'Name=tag:Name,Values=Service_*' --query 'Vpcs[].VpcId')" "$vpc1"
is "$(ask ec2 describe-vpcs --filters Name=tag-key,Values=Lab --query 'length(Vpcs)')" 2
is "$(ask ec2 describe-instances --filters Name=instance-state-name,Values=running "Name=network-interface.vpc-id,Values=$vpc2" \
    --query "Reservations[].Instances[].Tags[?Key=='Name'].Value[]")" Customer_EC2
begun=$(aws ec2 describe-subnets --page-size 5 --max-items 5 --output json)
token=$(printf '%s' "$begun" | sed -n 's/^ *"NextToken": "\(.*\)"$/\1/p')
rest=$(aws ec2 describe-subnets --page-size 5 --starting-token "$token" --output json)
is "$(printf '%s\n%s' "$begun" "$rest" | grep '"SubnetId"' | sort -u | wc -l | tr -d ' ')" 8
aws ec2 describe-security-groups --group-ids "$group1" --output table | grep -q 'Webserver_sg'
refused DryRunOperation ec2 terminate-instances --instance-ids "$web" --dry-run
refused InvalidParameterValue ec2 describe-vpcs --filters Name=colour,Values=blue
refused InvalidVpcID.Malformed ec2 describe-vpcs --vpc-ids Service_Network
refused UnsupportedOperation ec2 create-nat-gateway --subnet-id "$subnet1"
refused ResourceInUse elbv2 delete-load-balancer --load-balancer-arn "$balancer"
refused DependencyViolation ec2 delete-vpc --vpc-id "$vpc2"
is "$(ask ec2 delete-vpc-endpoint-service-configurations --service-ids "$service" --query 'Unsuccessful[0].Error.Code')" \
    ExistingVpcEndpointConnections

# Step 17.
is "$(aws ec2 delete-vpc-endpoints --vpc-endpoint-ids "$endpoint" "$rejected" --query Unsuccessful)" '[]'
aws ec2 terminate-instances --instance-ids "$web" "$customer" >/dev/null
aws ec2 wait instance-terminated --instance-ids "$web" "$customer"
is "$(ask ec2 describe-instances --query 'Reservations[].Instances[].State.Name')" $'terminated\tterminated'
while [ "$(ask ec2 delete-vpc-endpoint-service-configurations --service-ids "$service" --query 'length(Unsuccessful)')" != 0 ]; do :; done
aws elbv2 delete-listener --listener-arn "$listener"
patiently elbv2 delete-load-balancer --load-balancer-arn "$balancer"
aws elbv2 wait load-balancers-deleted --load-balancer-arns "$balancer"
patiently elbv2 delete-target-group --target-group-arn "$targets"
delete_network "$vpc1" "$gateway1" "$subnet1" "$table1" "$group1" &
provider=$!
delete_network "$vpc2" "$gateway2" "$subnet2" "$table2" "$group2"
wait "$provider"
aws ec2 delete-key-pair --key-name endpoint-lab-cli >/dev/null
is "$(ask ec2 describe-vpcs --query 'Vpcs[].IsDefault')" True
is "$(ask ec2 describe-network-interfaces --query 'length(NetworkInterfaces)')" 0
echo "$(command aws --version 2>&1): the lab is done and nothing is left"
