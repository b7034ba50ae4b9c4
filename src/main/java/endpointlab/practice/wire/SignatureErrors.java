package endpointlab.practice.wire;

/**
 * What the services answer to a request whose signature they don't accept.
 *
 * <p>Source: EC2 API Reference, "Error codes"; STS API Reference, "Common errors"; texts seen in public logs.
 * Assumed: ELBv2 answers as STS does; EC2 says {@code AuthFailure} for every fault of a credential scope; a session
 * token is refused like an unknown key, since the practice cloud gives out none.
 */
final class SignatureErrors {

    private final AwsService service;

    SignatureErrors(AwsService service) {
        this.service = service;
    }

    private AwsException either(AwsException ec2, AwsException others) {
        return service == AwsService.EC2 ? ec2 : others;
    }

    AwsException missing() {
        String text = "Request is missing Authentication Token";
        return either(new AwsException("MissingAuthenticationToken", text),
                new AwsException(403, "MissingAuthenticationToken", text));
    }

    AwsException incomplete(String what) {
        return new AwsException("IncompleteSignature", what);
    }

    AwsException unknownKey() {
        return either(notValidated(), new AwsException(403, "InvalidClientTokenId",
                "The security token included in the request is invalid."));
    }

    AwsException mismatch() {
        return either(notValidated(), new AwsException(403, "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your AWS "
                        + "Secret Access Key and signing method. Consult the service documentation for details."));
    }

    AwsException wrongScope(String what) {
        return either(new AwsException(401, "AuthFailure", what),
                new AwsException(403, "SignatureDoesNotMatch", what));
    }

    AwsException skewed(String what) {
        return either(new AwsException("RequestExpired", "Request has expired."),
                new AwsException(403, "SignatureDoesNotMatch", what));
    }

    private static AwsException notValidated() {
        return new AwsException(401, "AuthFailure",
                "AWS was not able to validate the provided access credentials");
    }
}
