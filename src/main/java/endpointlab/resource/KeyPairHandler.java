package endpointlab.resource;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/**
 * Key pairs. The pair is made here and saved before AWS hears of its public half, so that nothing is lost whenever
 * the program is killed.
 */
final class KeyPairHandler implements ResourceHandler {

    @Override
    public String kind() {
        return "key-pair";
    }

    @Override
    public List<String> find(ResourceWork work) {
        DescribeKeyPairsRequest request = DescribeKeyPairsRequest.builder().filters(work.tags().filters()).build();
        return work.aws().read(request, work.aws().ec2()::describeKeyPairs).keyPairs().stream()
                .map(KeyPairInfo::keyPairId).toList();
    }

    /** Without the public key, which is made with the key file. */
    @Override
    public ImportKeyPairRequest request(ResourceWork work) {
        return request(work, "");
    }

    private static ImportKeyPairRequest request(ResourceWork work, String publicKey) {
        return ImportKeyPairRequest.builder().keyName(work.input("key-name"))
                .publicKeyMaterial(SdkBytes.fromString(publicKey, StandardCharsets.UTF_8))
                .tagSpecifications(work.tags().specification(ResourceType.KEY_PAIR)).build();
    }

    @Override
    public Look create(ResourceWork work) {
        work.aws().change(request(work, publicKey(work)), work.aws().ec2()::importKeyPair, work.once(),
                answer -> work.made(answer.keyPairId(), attributes(work, answer.keyFingerprint())));
        return Look.ready();
    }

    @Override
    public Look look(ResourceWork work) {
        DescribeKeyPairsRequest request = DescribeKeyPairsRequest.builder().keyPairIds(work.id()).build();
        return Tolerance.ifThere(() -> work.aws().poll(request, work.aws().ec2()::describeKeyPairs))
                .flatMap(answer -> answer.keyPairs().stream().findFirst())
                .map(found -> look(work, found)).orElse(Look.gone());
    }

    private static Look look(ResourceWork work, KeyPairInfo found) {
        if (work.keys().find(fileName(work)).isEmpty()) {
            return Look.failed("", attributes(work, found.keyFingerprint()), new Problem("KeyFileMissing",
                    "problem.key-file-missing.cause", "problem.key-file-missing.remedy", List.of(found.keyName()), "",
                    "", ""));
        }
        return Look.ready("", attributes(work, found.keyFingerprint()));
    }

    @Override
    public void delete(ResourceWork work) {
        DeleteKeyPairRequest request = DeleteKeyPairRequest.builder().keyPairId(work.id()).build();
        Tolerance.unlessGone(() -> work.aws().change(request, work.aws().ec2()::deleteKeyPair, work.repeatable()));
        forget(work);
    }

    /** A kill may come between saving the key and telling AWS of it. */
    @Override
    public void forget(ResourceWork work) {
        try {
            work.keys().delete(fileName(work));
        } catch (IOException failure) {
            throw fileProblem(failure);
        }
    }

    private static String publicKey(ResourceWork work) {
        String comment = work.input("key-name");
        try {
            Optional<Path> file = work.keys().find(fileName(work));
            if (file.isPresent()) {
                return SshKey.publicKeyOf(Files.readString(file.get(), StandardCharsets.UTF_8), comment);
            }
            SshKey key = SshKey.generate(comment);
            work.keys().save(fileName(work), key.privateKey());
            return key.publicKey();
        } catch (IOException | IllegalArgumentException failure) {
            throw fileProblem(failure);
        }
    }

    private static ProblemException fileProblem(Exception failure) {
        return new ProblemException(new Problem("KeyFile", "problem.key-file.cause", "problem.key-file.remedy",
                List.of(), "", String.valueOf(failure.getMessage()), ""), failure);
    }

    private static Map<String, String> attributes(ResourceWork work, String fingerprint) {
        return Map.of("key-name", work.input("key-name"), "key-file", fileName(work), "fingerprint", fingerprint);
    }

    private static String fileName(ResourceWork work) {
        return work.run() + "-" + work.specId();
    }
}
