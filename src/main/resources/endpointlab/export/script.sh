#!/usr/bin/env bash
#@HEAD@
set -euo pipefail
umask 077
export AWS_PAGER='' PYTHONUTF8=1 AWS_CLI_FILE_ENCODING=UTF-8

#@TEXTS@

# AWS CLI before 1.29 and 2.13 doesn't read this variable by itself.
if [ -n "${AWS_ENDPOINT_URL:-}" ]; then
    aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }
fi

FOLDER=${ENDPOINTLAB_DIR:-$PWD/endpoint-lab}
POLL=${ENDPOINTLAB_POLL_SECONDS:-5}
STEP=0

readonly THROTTLED='\((Throttling|ThrottlingException|RequestLimitExceeded|EC2ThrottledException)\)'
readonly NOT_FOUND='\([A-Za-z.]*NotFound\)'
readonly HELD='\((DependencyViolation|InvalidGroup\.InUse)\)'
readonly IN_USE='\((ResourceInUse|ExistingVpcEndpointConnections)\)'

# shellcheck disable=SC2059  # the first argument is one of the texts above, never a value
say() {
    local text=$1
    shift
    printf "$text\n" "$@" >&2
}

fail() {
    say "$@"
    exit 1
}

# What AWS said last.
reason() {
    grep -v '^[[:space:]]*$' error.txt | tail -n 1
}

step() {
    STEP=$1
    say "$T_STEP" "$1" "$2"
}

# keep NAME VALUE: remembers it for the rest of this run, and for later runs.
keep() {
    printf -v "$1" '%s' "$2"
    printf '%s=%q\n' "$1" "$2" >> ids
}

forget() {
    say "$T_DELETED" "${!1}"
    unset "$1"
    printf 'unset %s\n' "$1" >> ids
}

# patiently SECONDS PATTERN COMMAND…: again and again while AWS's error is one that passes by itself.
patiently() {
    local end=$((SECONDS + $1)) pattern=$2 answer
    shift 2
    while true; do
        if answer=$("$@" 2> error.txt); then
            printf '%s' "$answer"
            return
        fi
        if ((SECONDS >= end)) || ! grep -qE "$THROTTLED|$pattern" error.txt; then
            fail "$T_REFUSED" "$STEP" "$(reason)"
        fi
        sleep "$POLL"
    done
}

# await SECONDS WHAT COMMAND…: until the command says yes.
await() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        ((SECONDS < end)) || fail "$T_TOO_LONG" "$STEP" "$what"
        sleep "$POLL"
    done
}

# whole COMMAND…: calls that report failures inside a good answer fail here as any other call.
whole() {
    local failed
    failed=$("$@" --query 'Unsuccessful[0].[Error.Code,Error.Message]' --output text) || return 1
    case $failed in
        '' | None*) return 0 ;;
    esac
    printf 'An error occurred (%s): %s\n' "${failed%%$'\t'*}" "${failed#*$'\t'}" >&2
    return 1
}

# make NAME KIND RESOURCE COMMAND…: unless an earlier run did, and the id is kept the moment it is known.
make() {
    local name=$1_ID making=$1_MAKING kind=$2 resource=$3 id=''
    shift 3
    [ -z "${!name:-}" ] || return 0
    if [ -n "${!making:-}" ]; then
        case $kind in
            # Made twice with the same name or token, these are the same.
            load_balancer | target_group | listener | instance | endpoint_service | vpc_endpoint) ;;
            *)
                sleep "$POLL"
                id=$(find_"$kind" "$resource")
                ;;
        esac
    fi
    if [ -z "$id" ]; then
        keep "$making" yes
        id=$(patiently 300 "$(passing "$kind")" "$@" --query "$(id_of "$kind")" --output text)
    fi
    keep "$name" "$id"
}

# act NAME KIND COMMAND…: what is joined, registered or allowed and has no id of its own.
act() {
    local done=$1_DONE kind=$2
    shift 2
    [ -z "${!done:-}" ] || return 0
    patiently 300 "$(passing "$kind")" settled "$@" > /dev/null
    keep "$done" yes
}

# settled COMMAND…: an error that says that it was done before is none.
settled() {
    local refused
    refused=$("$@" 2>&1 > /dev/null) && return
    case $refused in
        *'(Resource.AlreadyAssociated)'* | *'(RouteAlreadyExists)'* | *'(InvalidPermission.Duplicate)'*) return 0 ;;
    esac
    printf '%s\n' "$refused" >&2
    return 1
}

# Errors that pass by themselves while something is made.
passing() {
    case $1 in
        # A service that says "Available" may answer 503 for some minutes.
        vpc_endpoint) printf '%s' "$NOT_FOUND|\\((Unavailable|InvalidServiceName)\\)" ;;
        # Elastic Load Balancing learns late that an instance is running.
        target) printf '%s' "$NOT_FOUND|\\(InvalidTarget\\)" ;;
        *) printf '%s' "$NOT_FOUND" ;;
    esac
}

id_of() {
    case $1 in
        vpc) echo Vpc.VpcId ;;
        internet_gateway) echo InternetGateway.InternetGatewayId ;;
        subnet) echo Subnet.SubnetId ;;
        route_table) echo RouteTable.RouteTableId ;;
        key_pair) echo KeyPairId ;;
        security_group) echo GroupId ;;
        instance) echo 'Instances[0].InstanceId' ;;
        load_balancer) echo 'LoadBalancers[0].LoadBalancerArn' ;;
        target_group) echo 'TargetGroups[0].TargetGroupArn' ;;
        listener) echo 'Listeners[0].ListenerArn' ;;
        endpoint_service) echo ServiceConfiguration.ServiceId ;;
        vpc_endpoint) echo VpcEndpoint.VpcEndpointId ;;
    esac
}

# tagged COMMAND QUERY RESOURCE: what this run made for a resource of the lab.
tagged() {
    local ids
    ids=$(patiently 60 "$THROTTLED" aws ec2 "$1" --filters "Name=tag:LabRun,Values=$RUN" \
        "Name=tag:LabResource,Values=$3" --query "$2" --output text --region "$REGION") || exit 1
    printf '%s' "${ids%%[[:space:]]*}"
}

find_vpc() { tagged describe-vpcs 'Vpcs[].VpcId' "$1"; }
find_internet_gateway() { tagged describe-internet-gateways 'InternetGateways[].InternetGatewayId' "$1"; }
find_subnet() { tagged describe-subnets 'Subnets[].SubnetId' "$1"; }
find_route_table() { tagged describe-route-tables 'RouteTables[].RouteTableId' "$1"; }
find_key_pair() { tagged describe-key-pairs 'KeyPairs[].KeyPairId' "$1"; }
find_security_group() { tagged describe-security-groups 'SecurityGroups[].GroupId' "$1"; }
find_instance() { tagged describe-instances 'Reservations[].Instances[].InstanceId' "$1"; }
find_endpoint_service() {
    tagged describe-vpc-endpoint-service-configurations 'ServiceConfigurations[].ServiceId' "$1"
}
find_vpc_endpoint() { tagged describe-vpc-endpoints 'VpcEndpoints[].VpcEndpointId' "$1"; }

# Elastic Load Balancing finds by name only.
find_load_balancer() {
    aws elbv2 describe-load-balancers --names "$2" --query 'LoadBalancers[0].LoadBalancerArn' --output text \
        --region "$REGION" 2> error.txt || true
}
find_target_group() {
    aws elbv2 describe-target-groups --names "$2" --query 'TargetGroups[0].TargetGroupArn' --output text \
        --region "$REGION" 2> error.txt || true
}

ready_vpc() { patiently 300 "$NOT_FOUND" aws ec2 wait vpc-available --vpc-ids "$1" --region "$REGION"; }
ready_subnet() { patiently 300 "$NOT_FOUND" aws ec2 wait subnet-available --subnet-ids "$1" --region "$REGION"; }
ready_instance() {
    say "$T_WAIT_INSTANCE"
    patiently 60 "$NOT_FOUND" aws ec2 wait instance-running --instance-ids "$1" --region "$REGION"
}
ready_load_balancer() {
    say "$T_WAIT_LOAD_BALANCER"
    patiently 1200 "$NOT_FOUND|Max attempts exceeded" aws elbv2 wait load-balancer-available \
        --load-balancer-arns "$1" --region "$REGION"
}
ready_target() {
    say "$T_WAIT_TARGET"
    patiently 1200 "$NOT_FOUND|\\(InvalidTarget\\)|Max attempts exceeded" aws elbv2 wait target-in-service \
        --target-group-arn "$1" --targets "Id=$2" --region "$REGION"
}
ready_internet_gateway_attachment() { await 300 "$T_WHAT_ATTACHMENT" is_attached "$1" "$2"; }
ready_endpoint_service() { await 600 "$T_WHAT_SERVICE" is_service_available "$1"; }
ready_vpc_endpoint() { await 600 "$T_WHAT_ENDPOINT" is_endpoint_there "$1"; }

is_attached() {
    local state
    state=$(patiently 120 "$NOT_FOUND" aws ec2 describe-internet-gateways --internet-gateway-ids "$1" \
        --query "InternetGateways[0].Attachments[?VpcId=='$2'].State" --output text --region "$REGION") || exit 1
    [ "$state" = available ] || [ "$state" = attached ]
}

is_service_available() {
    local state
    state=$(patiently 120 "$NOT_FOUND" aws ec2 describe-vpc-endpoint-service-configurations --service-ids "$1" \
        --query 'ServiceConfigurations[0].ServiceState' --output text --region "$REGION") || exit 1
    [ "$state" = Available ]
}

endpoint_state() {
    patiently 120 "$NOT_FOUND" aws ec2 describe-vpc-endpoints --vpc-endpoint-ids "$1" \
        --query 'VpcEndpoints[0].State' --output text --region "$REGION"
}

is_endpoint_there() {
    local state
    state=$(endpoint_state "$1") || exit 1
    case $state in
        [Pp]endingAcceptance | [Aa]vailable) return 0 ;;
        [Pp]ending) return 1 ;;
        *) fail "$T_ENDPOINT_STATE" "$STEP" "$state" ;;
    esac
}

# accept SERVICE ENDPOINT COMMAND…: as the provider, and waits until both sides say "available".
accept() {
    local service=$1 endpoint=$2 end=$((SECONDS + 900)) connection state
    shift 2
    say "$T_WAIT_CONNECTION"
    while true; do
        connection=$(patiently 120 "$NOT_FOUND" aws ec2 describe-vpc-endpoint-connections \
            --filters "Name=service-id,Values=$service" --region "$REGION" --output text \
            --query "VpcEndpointConnections[?VpcEndpointId=='$endpoint'].VpcEndpointState")
        case $connection in
            [Pp]endingAcceptance) patiently 300 "$NOT_FOUND" whole "$@" ;;
            [Aa]vailable)
                state=$(endpoint_state "$endpoint")
                case $state in
                    [Aa]vailable) return ;;
                esac
                ;;
            [Rr]ejected | [Ff]ailed | [Ee]xpired | [Dd]elet*) fail "$T_ENDPOINT_STATE" "$STEP" "$connection" ;;
        esac
        ((SECONDS < end)) || fail "$T_TOO_LONG" "$STEP" "$T_WHAT_CONNECTION"
        sleep "$POLL"
    done
}

# The console's "verify service": the name must be known to this account before it is used.
verify_service() {
    patiently 300 "$NOT_FOUND|\\(InvalidServiceName\\)" aws ec2 describe-vpc-endpoint-services \
        --service-names "$1" --query 'ServiceNames[0]' --output text --region "$REGION" > /dev/null
}

# learn NAME COMMAND…: what AWS alone knows.
learn() {
    local name=$1 value
    shift
    [ -z "${!name:-}" ] || return 0
    value=$("$@")
    case $value in
        '' | None) fail "$T_UNKNOWN" "$STEP" "$name" ;;
    esac
    keep "$name" "$value"
}

instance_public_ip() {
    patiently 120 "$NOT_FOUND" aws ec2 describe-instances --instance-ids "$1" --output text --region "$REGION" \
        --query 'Reservations[0].Instances[0].PublicIpAddress'
}
load_balancer_dns_name() {
    patiently 120 "$NOT_FOUND" aws elbv2 describe-load-balancers --load-balancer-arns "$1" --output text \
        --region "$REGION" --query 'LoadBalancers[0].DNSName'
}
endpoint_service_service_name() {
    patiently 120 "$NOT_FOUND" aws ec2 describe-vpc-endpoint-service-configurations --service-ids "$1" \
        --output text --region "$REGION" --query 'ServiceConfigurations[0].ServiceName'
}
vpc_endpoint_private_ip() {
    local interface
    interface=$(patiently 120 "$NOT_FOUND" aws ec2 describe-vpc-endpoints --vpc-endpoint-ids "$1" --output text \
        --region "$REGION" --query 'VpcEndpoints[0].NetworkInterfaceIds[0]') || exit 1
    patiently 120 "$NOT_FOUND" aws ec2 describe-network-interfaces --network-interface-ids "$interface" \
        --output text --region "$REGION" --query 'NetworkInterfaces[0].PrivateIpAddress'
}

# The private half of the key never leaves this folder.
make_key() {
    [ -f private-key ] || ssh-keygen -q -t ed25519 -N '' -C "$1" -f private-key
    cp private-key.pub public-key.pub
}

# A new name may take minutes until it resolves.
open_page() {
    local end=$((SECONDS + 600))
    say "$T_WAIT_PAGE" "$1"
    until curl -sS --noproxy '' --max-time 10 ${CURL_OPTIONS[@]+"${CURL_OPTIONS[@]}"} "$1" > page.html 2> error.txt; do
        ((SECONDS < end)) || fail "$T_REFUSED" "$STEP" "$(reason)"
        sleep "$POLL"
    done
}

# The instance writes its host keys' fingerprints on its console, which only the account's owner can read.
fingerprints() {
    patiently 120 "$NOT_FOUND" aws ec2 get-console-output --latest --instance-id "$1" --query Output --output text \
        --region "$REGION" | sed -n '/BEGIN SSH HOST KEY FINGERPRINTS/,/END SSH HOST KEY FINGERPRINTS/p' \
        | grep -o 'SHA256:[A-Za-z0-9+/]*' || true
}

# trust INSTANCE USER HOST: keeps the host key if it is the instance's own.
trust() {
    local known='' shown='' end=$((SECONDS + 600))
    say "$T_WAIT_CONSOLE"
    while true; do
        [ -n "$known" ] || known=$(fingerprints "$1")
        if [ -n "$known" ]; then
            rm -f known_hosts
            "${SSH[@]}" -o StrictHostKeyChecking=accept-new -o PreferredAuthentications=none "$2@$3" true \
                > /dev/null 2> error.txt < /dev/null || true
            shown=$([ ! -s known_hosts ] || ssh-keygen -lf known_hosts | awk '{ print $2; exit }')
            [ -z "$shown" ] || break
        fi
        ((SECONDS < end)) || fail "$T_TOO_LONG" "$STEP" "$T_WHAT_CONSOLE"
        sleep "$POLL"
    done
    printf '%s\n' "$known" | grep -qxF "$shown" || fail "$T_HOST_KEY" "$STEP" "$3"
}

# curl_from_inside INSTANCE USER HOST URL: prints the page.
curl_from_inside() {
    local end=$((SECONDS + 300)) status
    trust "$1" "$2" "$3"
    say "$T_CHECK" "$2@$3" "$4"
    while true; do
        status=0
        "${SSH[@]}" -o StrictHostKeyChecking=yes "$2@$3" "curl -sS --max-time 10 $4" > page.html 2> error.txt \
            < /dev/null || status=$?
        case $status in
            0) break ;;
            # Not logged in yet, refused, timed out: a fresh endpoint may need a moment.
            255 | 7 | 28) ((SECONDS < end)) || fail "$T_REFUSED" "$STEP" "$(reason)" ;;
            *) fail "$T_REFUSED" "$STEP" "$(reason)" ;;
        esac
        sleep "$POLL"
    done
    cat page.html
}

# recover NAME KIND RESOURCE [CLOUD_NAME]: an earlier run may have been cut off before it knew the id.
recover() {
    local name=$1_ID making=$1_MAKING id
    [ -z "${!name:-}" ] && [ -n "${!making:-}" ] || return 0
    id=$(find_"$2" "$3" "${4:-}")
    case $id in
        '' | None) ;;
        *) keep "$name" "$id" ;;
    esac
}

# remove NAME SECONDS PATTERN COMMAND…: what is gone already is as good as deleted.
remove() {
    local name=$1 end=$((SECONDS + $2)) pattern=$3
    shift 3
    until "$@" > /dev/null 2> error.txt; do
        ! grep -qE "$NOT_FOUND|\\(Gateway\\.NotAttached\\)" error.txt || break
        if ((SECONDS >= end)) || ! grep -qE "$THROTTLED|$pattern" error.txt; then
            say "$T_NOT_DELETED" "$name" "$(reason)"
            holders
            exit 3
        fi
        sleep "$POLL"
    done
}

# Names what holds on to the network: every interface that is still there, and whose it is.
holders() {
    local vpc
    for vpc in $VPCS; do
        [ -z "${!vpc:-}" ] || aws ec2 describe-network-interfaces --filters "Name=vpc-id,Values=${!vpc}" \
            --query 'NetworkInterfaces[].[NetworkInterfaceId,Status,Description]' --output text \
            --region "$REGION" >&2 || true
    done
}

ask_instance() { remove "${!1}" 60 "$THROTTLED" aws ec2 terminate-instances --instance-ids "${!1}" --region "$REGION"; }
ask_vpc_endpoint() {
    remove "${!1}" 60 "$THROTTLED" whole aws ec2 delete-vpc-endpoints --vpc-endpoint-ids "${!1}" --region "$REGION"
}
ask_endpoint_service() { remove "${!1}" 600 "$IN_USE" delete_service "${!1}"; }
ask_load_balancer() {
    remove "${!1}" 600 "$IN_USE" aws elbv2 delete-load-balancer --load-balancer-arn "${!1}" --region "$REGION"
}

# Connections that are still there, also of others, stand in its way: they are rejected.
delete_service() {
    whole aws ec2 delete-vpc-endpoint-service-configurations --service-ids "$1" --region "$REGION" 2> refused.txt \
        && return
    if grep -q ExistingVpcEndpointConnections refused.txt; then
        local endpoint
        for endpoint in $(aws ec2 describe-vpc-endpoint-connections --filters "Name=service-id,Values=$1" \
            "Name=vpc-endpoint-state,Values=available,pendingAcceptance" --output text --region "$REGION" \
            --query 'VpcEndpointConnections[].VpcEndpointId'); do
            whole aws ec2 reject-vpc-endpoint-connections --service-id "$1" --vpc-endpoint-ids "$endpoint" \
                --region "$REGION" || true
        done
    fi
    cat refused.txt >&2
    return 1
}

gone_instance() {
    say "$T_WAIT_GONE" "${!1}"
    is_gone aws ec2 wait instance-terminated --instance-ids "${!1}" --region "$REGION"
    forget "$1"
}
gone_vpc_endpoint() {
    say "$T_WAIT_GONE" "${!1}"
    await 1200 "${!1}" is_endpoint_gone "${!1}"
    await 1200 "${!1}" is_without_interfaces "VPC Endpoint Interface ${!1}"
    forget "$1"
}
gone_endpoint_service() {
    await 600 "${!1}" is_service_gone "${!1}"
    forget "$1"
}
gone_load_balancer() {
    say "$T_WAIT_GONE" "${!1}"
    is_gone aws elbv2 wait load-balancers-deleted --load-balancer-arns "${!1}" --region "$REGION"
    # It isn't described any more, but its network interfaces stay for a while.
    await 1200 "${!1}" is_without_interfaces "ELB ${!1#*loadbalancer/}"
    forget "$1"
}

is_gone() {
    "$@" 2> error.txt || grep -qE "$NOT_FOUND" error.txt || fail "$T_REFUSED" "$STEP" "$(reason)"
}
is_endpoint_gone() {
    local state
    state=$(aws ec2 describe-vpc-endpoints --vpc-endpoint-ids "$1" --query 'VpcEndpoints[0].State' --output text \
        --region "$REGION" 2> error.txt) || { grep -qE "$NOT_FOUND" error.txt; return; }
    case $state in
        [Dd]eleted | None) return 0 ;;
        *) return 1 ;;
    esac
}
is_service_gone() {
    local state
    state=$(aws ec2 describe-vpc-endpoint-service-configurations --service-ids "$1" --output text \
        --query 'ServiceConfigurations[0].ServiceState' --region "$REGION" 2> error.txt) \
        || { grep -qE "$NOT_FOUND" error.txt; return; }
    [ "$state" = Deleted ] || [ "$state" = None ]
}
is_without_interfaces() {
    local found
    found=$(patiently 60 "$THROTTLED" aws ec2 describe-network-interfaces --filters "Name=description,Values=$1" \
        --query 'NetworkInterfaces[].NetworkInterfaceId' --output text --region "$REGION") || exit 1
    [ -z "$found" ]
}

delete_target_group() {
    remove "${!1}" 600 "$IN_USE" aws elbv2 delete-target-group --target-group-arn "${!1}" --region "$REGION"
    forget "$1"
}
delete_security_group() {
    remove "${!1}" 1200 "$HELD" aws ec2 delete-security-group --group-id "${!1}" --region "$REGION"
    forget "$1"
}
delete_route_table() {
    local association
    for association in $(aws ec2 describe-route-tables --route-table-ids "${!1}" --output text \
        --query 'RouteTables[0].Associations[].RouteTableAssociationId' --region "$REGION" 2> error.txt); do
        remove "$association" 60 "$THROTTLED" aws ec2 disassociate-route-table --association-id "$association" \
            --region "$REGION"
    done
    remove "${!1}" 1200 "$HELD" aws ec2 delete-route-table --route-table-id "${!1}" --region "$REGION"
    forget "$1"
}
delete_internet_gateway() {
    local vpc
    for vpc in $(aws ec2 describe-internet-gateways --internet-gateway-ids "${!1}" --output text \
        --query 'InternetGateways[0].Attachments[].VpcId' --region "$REGION" 2> error.txt); do
        remove "${!1} ($vpc)" 1200 "$HELD" aws ec2 detach-internet-gateway --internet-gateway-id "${!1}" \
            --vpc-id "$vpc" --region "$REGION"
    done
    remove "${!1}" 1200 "$HELD" aws ec2 delete-internet-gateway --internet-gateway-id "${!1}" --region "$REGION"
    forget "$1"
}
delete_subnet() {
    remove "${!1}" 1200 "$HELD" aws ec2 delete-subnet --subnet-id "${!1}" --region "$REGION"
    forget "$1"
}
delete_vpc() {
    remove "${!1}" 1200 "$HELD" aws ec2 delete-vpc --vpc-id "${!1}" --region "$REGION"
    forget "$1"
}
delete_key_pair() {
    remove "${!1}" 60 "$THROTTLED" aws ec2 delete-key-pair --key-pair-id "${!1}" --region "$REGION"
    forget "$1"
}

# if_known COMMAND NAME: does nothing for what was never made or is deleted already.
if_known() {
    local name=$2_ID
    [ -z "${!name:-}" ] || "$1" "$name"
}

# What AWS still has with this run's tag.
left_over() {
    local look
    for look in 'describe-vpcs Vpcs[].VpcId' 'describe-subnets Subnets[].SubnetId' \
        'describe-internet-gateways InternetGateways[].InternetGatewayId' \
        'describe-route-tables RouteTables[].RouteTableId' 'describe-security-groups SecurityGroups[].GroupId' \
        'describe-key-pairs KeyPairs[].KeyPairId' 'describe-volumes Volumes[].VolumeId' \
        'describe-network-interfaces NetworkInterfaces[].NetworkInterfaceId' \
        "describe-vpc-endpoints VpcEndpoints[?State!='deleted'].VpcEndpointId" \
        'describe-vpc-endpoint-service-configurations ServiceConfigurations[].ServiceId' \
        "describe-instances Reservations[].Instances[?State.Name!='terminated'][].InstanceId"; do
        patiently 60 "$THROTTLED" aws ec2 "${look%% *}" --filters "Name=tag:LabRun,Values=$RUN" \
            --query "${look#* }" --output text --region "$REGION" || exit 1
        printf ' '
    done
}

lab() {
    local missing
    for missing in aws curl ssh ssh-keygen; do
        type -P "$missing" > /dev/null || fail "$T_MISSING" "$missing"
    done
    mkdir -p "$FOLDER"
    cd "$FOLDER"
    FOLDER=$PWD
    # shellcheck source=/dev/null
    [ ! -f ids ] || . ./ids
    [ -n "${RUN:-}" ] || keep RUN "$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')"
    say "$T_BEGIN" "$RUN" "$REGION" "$FOLDER"
    # shellcheck disable=SC2034  # not every lab names the account
    ACCOUNT_ID=$(patiently 60 "$THROTTLED" aws sts get-caller-identity --query Account --output text \
        --region "$REGION")
#@LAB@
    say "$T_DONE"
}

clean_up() {
    local left
    [ -f "$FOLDER/ids" ] || fail "$T_NOTHING" "$FOLDER"
    cd "$FOLDER"
    FOLDER=$PWD
    # shellcheck source=/dev/null
    . ./ids
    say "$T_CLEAN_UP" "$RUN" "$REGION"
#@CLEANUP@
    left=$(left_over)
    case $left in
        *[![:space:]]*)
            say "$T_LEFT" "$left"
            exit 3
            ;;
    esac
    rm -f ids private-key private-key.pub public-key.pub user-data.sh known_hosts page.html error.txt refused.txt
    cd ..
    rmdir "$FOLDER" 2> /dev/null || true
    say "$T_CLEAN"
}

ended() {
    local status=$1
    [ "$status" -eq 0 ] || [ ! -f "$FOLDER/ids" ] || say "$T_GO_ON" "$0" "$0"
}

# As in a command line: -o 'ProxyCommand=…'.
eval "SSH=(ssh -i private-key -o IdentitiesOnly=yes -o UserKnownHostsFile=known_hosts \
    -o GlobalKnownHostsFile=/dev/null -o ConnectTimeout=15 -o BatchMode=yes ${ENDPOINTLAB_SSH_OPTIONS:-})"
eval "CURL_OPTIONS=(${ENDPOINTLAB_CURL_OPTIONS:-})"

case ${1:-} in
    '')
        trap 'ended $?' EXIT
        lab
        ;;
    cleanup)
        trap 'ended $?' EXIT
        clean_up
        ;;
    *)
        say "$T_USAGE" "$0"
        exit 2
        ;;
esac
