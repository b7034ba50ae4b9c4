#!/usr/bin/env bash
# Reads the page as step 16 does: from inside the customer's instance, through the endpoint.
# Arguments: the file of the private key, the instance's public address, the endpoint's address.
set -euo pipefail
ssh -F none -i "$1" -o BatchMode=yes -o IdentitiesOnly=yes -o LogLevel=ERROR -o UserKnownHostsFile=known \
    -o StrictHostKeyChecking=accept-new -o "ProxyCommand=$PRACTICE_CONNECT" "ec2-user@$2" "curl -s http://$3"
