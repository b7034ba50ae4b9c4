package endpointlab.hostile;

import endpointlab.practice.wire.AwsService;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws HTTP requests that are broken anywhere: request line, headers, signature, framing, body. */
final class BrokenRequests {

    private static final byte[] FORM = "Action=DescribeVpcs&Version=2016-11-15&MaxResults=5&Filter.1.Name=vpc-id"
            .concat("&Filter.1.Value.1=vpc-1").getBytes(StandardCharsets.UTF_8);
    private static final List<String> LINES = List.of("GET /?Action=DescribeVpcs&Version=2016-11-15 HTTP/1.1",
            "GET /?%zz HTTP/1.1", "GET / HTTP/1.0", "GET / HTTP/9.9", "GET /", "POST * HTTP/1.1", "POST  / HTTP/1.1",
            "POST http://169.254.169.254/latest/ HTTP/1.1", "POST //evil.example/ HTTP/1.1", "POST /../x HTTP/1.1",
            "CONNECT example.com:443 HTTP/1.1", "OPTIONS / HTTP/1.1", "TRACE / HTTP/1.1", "PRI * HTTP/2.0", "", " ",
            "POST /#x HTTP/1.1", "POST /?a=%00 HTTP/1.1", "post / http/1.1", "POST / HTTP/1.1 HTTP/1.1", "\u0016\u0003\u0001",
            "POST /" + "a".repeat(20_000) + " HTTP/1.1", "GET /?" + "a=b&".repeat(4_000) + " HTTP/1.1");
    private static final List<String> NAMES = List.of("Host", "Content-Length", "Transfer-Encoding", "Expect",
            "Connection", "Content-Type", "Authorization", "X-Amz-Date", "X-Amz-Security-Token", "Upgrade", "Origin",
            "Content-Encoding", "X-Amz-Content-Sha256", "Cookie", "Te", "Trailer", "", " ", "A B", "\u0000", "é");
    private static final List<String> VALUES = List.of("chunked", "gzip", "chunked, chunked", "100-continue", "close",
            "keep-alive", "upgrade", "-1", "0", "1", "5", "1048577", "99999999999999999999", "0x10", "1, 1", "evil.example",
            "127.0.0.1.evil.example", "[::1]:80", "", " ", "h2c", "websocket", "application/json", "null",
            "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=, Signature=",
            "AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;;;, Signature=" + "0".repeat(64), "Basic eDp5",
            "AWS4-ECDSA-P256-SHA256 Credential=x", "20261125T000000Z", "99999999T999999Z", "00000000T000000Z");
    private static final List<String> CHUNKS = List.of("5\r\nhello\r\n0\r\n\r\n", "ffffffffffffffff\r\n", "-1\r\n",
            "zz\r\n", "0", "5\r\nhel", "5;x=y\r\nhello\r\n0\r\nTrailer: x\r\n\r\n", "1\r\na\r\n".repeat(500),
            "00000000000000000000000000000005\r\nhello\r\n0\r\n\r\n", "\r\n\r\n", "5\nhello\n0\n\n");

    private final SignedForms signed;

    BrokenRequests(SignedForms signed) {
        this.signed = signed;
    }

    byte[] draw(Chance chance) {
        if (chance.once(12)) {
            return chance.bytes(600);
        }
        AwsService service = chance.from(List.of(AwsService.values()));
        String line = chance.once(3) ? chance.from(LINES) : "POST / HTTP/1.1";
        List<String> headers = new ArrayList<>();
        signed.headers(service, FORM).forEach((name, value) -> headers.add(name + ": " + value));
        for (int times = chance.below(3); times > 0; times--) {
            spoil(chance, headers);
        }
        byte[] body = chance.once(3) ? chance.from(CHUNKS).getBytes(StandardCharsets.ISO_8859_1)
                : chance.once(3) ? chance.spoiled(FORM) : FORM;
        String end = chance.once(20) ? "\n" : "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((line + end + String.join(end, headers) + end + end).getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return chance.once(4) ? chance.spoiled(request.toByteArray()) : request.toByteArray();
    }

    private static void spoil(Chance chance, List<String> headers) {
        int at = chance.below(headers.size());
        String name = headers.get(at).split(":")[0];
        switch (chance.below(7)) {
            case 0 -> headers.set(at, name + ": " + chance.from(VALUES));
            case 1 -> headers.set(at, name + ": " + chance.text());
            case 2 -> headers.add(headers.get(at));
            case 3 -> headers.add(chance.from(NAMES) + ": " + chance.from(VALUES));
            case 4 -> headers.set(at, chance.spoiled(headers.get(at)));
            case 5 -> headers.add("X-Many: y\r\n".repeat(chance.below(400)).strip());
            default -> {
                if (headers.size() > 1) {
                    headers.remove(at);
                }
            }
        }
    }

    /** An answer in AWS's form, also to what is no HTTP; a hint to go on; or none. */
    static void send(int port, byte[] request) throws Exception {
        Optional<HttpWire.Answer> answer = HttpWire.shout(port, request);
        if (answer.isPresent() && answer.get().status() != 100) {
            AwsAnswers.check(answer.get());
        }
    }
}
