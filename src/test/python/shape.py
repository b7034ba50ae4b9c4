"""Judges answers by botocore's service models: every element known, every value of its type, nothing left out."""

import os
import re
import xml.etree.ElementTree as ElementTree

import botocore

# Words that AWS sends and its own models don't have, see AWS-FACTS 1.2.
RAW_WORDS = {
    "AttachmentStatus": {"available"},
    "State": {"pendingAcceptance", "pending", "available", "rejected", "failed", "expired", "deleting", "deleted"},
}
# Older models know less than AWS sends, and AWS doesn't send less to them.
KNOWS_ALL = tuple(int(part) for part in botocore.__version__.split(".")[:2]) >= (1, 40)
TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z")
ALWAYS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "always.txt")


def always():
    """What AWS never leaves out, by operation: pairs of a way to rows and the members of each row."""
    rules = {}
    with open(ALWAYS, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                head, members = line.split(":")
                operation, way = head.split()
                rules.setdefault(operation, []).append((way, members.split()))
    return rules


def rows(answer, way):
    """Whatever a way such as ``Reservations[].Instances[]`` leads to."""
    found = [answer]
    for part in way.split("."):
        if part == "-":
            continue
        name = part.removesuffix("[]")
        found = [each[name] for each in found if name in each]
        if part.endswith("[]"):
            found = [each for several in found for each in several]
    return found


def members_at(shape, way):
    """The members that this botocore's model has for the rows at the end of a way; none if it has no such way."""
    for part in way.split("."):
        if part == "-":
            continue
        if part.removesuffix("[]") not in shape.members:
            return ()
        shape = shape.members[part.removesuffix("[]")]
        if part.endswith("[]"):
            shape = shape.member
    return shape.members


class Judge:

    def __init__(self):
        self.answers = 0
        self._complaints = {}
        self._always = always()

    def listen(self, client):
        service = client.meta.service_model.service_id.hyphenize()
        client.meta.events.register(f"after-call.{service}.*", self._answered)

    def complaints(self):
        return list(self._complaints)

    def _complain(self, text):
        self._complaints[text] = True

    def _answered(self, model, http_response, parsed, **_):
        if http_response.status_code >= 300:
            return
        self.answers += 1
        self._sent(model, http_response.content)
        self._parsed(model, parsed)

    def _sent(self, operation_model, body):
        root = ElementTree.fromstring(body)
        operation = operation_model.name
        model = operation_model.service_model
        if model.metadata["protocol"] == "ec2":
            namespace = f"http://ec2.amazonaws.com/doc/{model.api_version}/"
        else:
            namespace = model.metadata["xmlNamespace"]
        if root.tag != f"{{{namespace}}}{operation}Response":
            self._complain(f"{operation}: root is {root.tag}")
        for element in root.iter():
            element.tag = element.tag.split("}")[-1]
        if model.metadata["protocol"] == "ec2":
            if not root.findtext("requestId"):
                self._complain(f"{operation}: no requestId")
            root[:] = [child for child in root if child.tag != "requestId"]
        else:
            if not root.findtext("ResponseMetadata/RequestId"):
                self._complain(f"{operation}: no RequestId")
            root = root.find(f"{operation}Result")
        if operation_model.output_shape is not None:
            self._structure(operation_model.output_shape, root, operation)
        elif KNOWS_ALL and [child.tag for child in root] not in ([], ["return"]):
            self._complain(f"{operation}: answers more than nothing")

    def _value(self, shape, element, path):
        kind = shape.type_name
        if kind == "structure":
            self._structure(shape, element, path)
        elif kind == "list":
            self._list(shape, element, path)
        elif kind == "map":
            self._complain(f"{path}: a map, which no answer of these services has")
        else:
            self._scalar(shape, element, path)

    def _structure(self, shape, element, path):
        known = {member.serialization.get("name", name): (name, member) for name, member in shape.members.items()}
        seen = set()
        for child in element:
            if child.tag not in known:
                if KNOWS_ALL:
                    self._complain(f"{path}: {child.tag} is unknown")
                continue
            name, member = known[child.tag]
            if child.tag in seen:
                self._complain(f"{path}: {child.tag} stands there twice")
            seen.add(child.tag)
            self._value(member, child, f"{path}.{name}")
        if element.text and element.text.strip():
            self._complain(f"{path}: has text '{element.text.strip()}'")

    def _list(self, shape, element, path):
        wanted = shape.member.serialization.get("name", "member")
        for child in element:
            if child.tag != wanted:
                self._complain(f"{path}: {child.tag} in place of {wanted}")
            self._value(shape.member, child, f"{path}[]")

    def _scalar(self, shape, element, path):
        text = element.text or ""
        kind = shape.type_name
        fine = {
            "integer": lambda: re.fullmatch(r"-?\d+", text),
            "long": lambda: re.fullmatch(r"-?\d+", text),
            "double": lambda: re.fullmatch(r"-?\d+(\.\d+)?", text),
            "float": lambda: re.fullmatch(r"-?\d+(\.\d+)?", text),
            "boolean": lambda: text in ("true", "false"),
            "timestamp": lambda: TIMESTAMP.fullmatch(text),
        }.get(kind, lambda: True)()
        if len(element) or not fine:
            self._complain(f"{path}: '{text}' is no {kind}")
        words = getattr(shape, "enum", [])
        if KNOWS_ALL and words and text not in words and text not in RAW_WORDS.get(shape.name, ()):
            self._complain(f"{path}: '{text}' is none of {shape.name}'s words")

    def _parsed(self, model, parsed):
        for way, members in self._always.get(model.name, []):
            known = members_at(model.output_shape, way)
            for row in rows(parsed, way):
                for member in members:
                    if member not in row and (KNOWS_ALL or member in known):
                        self._complain(f"{model.name}: {way} without {member}")
