"""boto3 clients that know nothing but the practice cloud that the environment names, with a judge of every answer."""

import os
import sys
import time
import unittest

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, WaiterError

import shape

REGION = os.environ["PRACTICE_REGION"]
ENDPOINT = os.environ["PRACTICE_ENDPOINT"]
# No waiting longer than this, in seconds of wall time, for whatever the practice cloud does in milliseconds.
PATIENCE = 60

PLACE = {
    "endpoint_url": ENDPOINT,
    "aws_access_key_id": os.environ["PRACTICE_ACCESS_KEY_ID"],
    "aws_secret_access_key": os.environ["PRACTICE_SECRET_ACCESS_KEY"],
    "region_name": REGION,
    "config": Config(retries={"mode": "standard", "max_attempts": 4}, proxies={}, connect_timeout=10, read_timeout=30),
}

expect = unittest.TestCase()
expect.maxDiff = None
judge = shape.Judge()


def client(service, **other):
    made = boto3.session.Session().client(service, **{**PLACE, **other})
    judge.listen(made)
    return made


def resource(service):
    made = boto3.session.Session().resource(service, **PLACE)
    judge.listen(made.meta.client)
    return made


def code(error):
    return error.response["Error"]["Code"]


def refused(call, **arguments):
    """The code with which a call is refused."""
    try:
        answer = call(**arguments)
    except ClientError as error:
        return code(error)
    raise AssertionError(f"was not refused: {answer}")


def until(condition, what):
    """Asks again and again until the answer is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError(f"in vain: {what}")


def patiently(call, *codes, **arguments):
    """Repeats a call that doesn't see yet what was just made (or what only just vanished), as AWS asks of its clients."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return call(**arguments)
        except ClientError as error:
            passing = code(error).endswith(".NotFound") and not codes or code(error) in codes
            if not passing or time.monotonic() > end:
                raise
            time.sleep(0.02)


def wait(of, name, **arguments):
    """One of boto3's own waiters, which asks sooner than it would of AWS.

    Some give up on what isn't seen everywhere yet after its creation; those are begun again.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return of.get_waiter(name).wait(**arguments, WaiterConfig={"Delay": 0.1, "MaxAttempts": PATIENCE * 10})
        except WaiterError as error:
            unseen = error.last_response.get("Error", {}).get("Code", "").endswith(".NotFound")
            if not unseen or time.monotonic() > end:
                raise
            time.sleep(0.02)


def tagged(kind, name):
    return [{"ResourceType": kind, "Tags": [{"Key": "Name", "Value": name}, {"Key": "Lab", "Value": "PrivateLink"}]}]


def run(main):
    main()
    expect.assertEqual([], judge.complaints(), "answers that botocore's service model doesn't know")
    print(f"boto3 {boto3.__version__}: {judge.answers} answers judged")
    sys.exit(0)
