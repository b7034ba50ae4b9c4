package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Cloud;
import endpointlab.practice.world.Entities.KeyPair;
import endpointlab.practice.world.Filters;
import endpointlab.practice.world.Invalid;
import endpointlab.practice.world.NotFound;
import endpointlab.practice.world.Registrar;
import endpointlab.practice.world.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsResponse;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;

/**
 * Key pairs. The cloud keeps public halves only; the private half of one that it made is in the answer and nowhere
 * else.
 *
 * <p>Source: EC2 API Reference.
 */
final class KeyPairOperations {

    private static final int MOST_KEY_PAIRS = 5_000;
    private static final int LONGEST_NAME = 255;

    private final Cloud cloud;
    private final Filters<KeyPair> filters;

    KeyPairOperations(Cloud cloud) {
        this.cloud = cloud;
        this.filters = new Filters<KeyPair>(pair -> cloud.tags.of(pair.id()))
                .with("key-pair-id", KeyPair::id)
                .with("key-name", KeyPair::keyName)
                .with("fingerprint", KeyPair::fingerprint);
    }

    void register(Registrar registrar) {
        registrar.add("ImportKeyPair", ImportKeyPairRequest::builder, this::importPair);
        registrar.add("CreateKeyPair", CreateKeyPairRequest::builder, this::create);
        registrar.add("DescribeKeyPairs", DescribeKeyPairsRequest::builder, this::describe);
        registrar.add("DeleteKeyPair", DeleteKeyPairRequest::builder, this::delete);
    }

    private ImportKeyPairResponse importPair(ImportKeyPairRequest request) {
        String name = newName(request.keyName());
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "key-pair");
        byte[] material = Invalid.required(request.publicKeyMaterial(), "publicKeyMaterial").asByteArray();
        OpenSshPublicKey key = OpenSshPublicKey.parse(material);
        KeyPair pair = put(name, tags, key, key.importedFingerprint());
        return ImportKeyPairResponse.builder().keyName(name).keyPairId(pair.id())
                .keyFingerprint(pair.fingerprint()).tags(cloud.tags.list(pair.id())).build();
    }

    private CreateKeyPairResponse create(CreateKeyPairRequest request) {
        String name = newName(request.keyName());
        Map<String, String> tags = Tags.forOne(request.tagSpecifications(), "key-pair");
        if (request.keyFormatAsString() != null && !request.keyFormatAsString().equals("pem")) {
            throw Invalid.lacking("Key formats other than pem");
        }
        NewKey made = NewKey.ofType(request.keyTypeAsString());
        KeyPair pair = put(name, tags, made.publicKey(), made.fingerprint());
        return CreateKeyPairResponse.builder().keyName(name).keyPairId(pair.id())
                .keyFingerprint(pair.fingerprint()).keyMaterial(made.privateKey())
                .tags(cloud.tags.list(pair.id())).build();
    }

    private String newName(String name) {
        Invalid.required(name, "KeyName");
        if (name.length() > LONGEST_NAME || !name.chars().allMatch(c -> c >= ' ' && c <= '~')
                || !name.equals(name.strip())) {
            throw Invalid.value(name, "KeyName",
                    "Names are up to 255 ASCII characters, without spaces at either end.");
        }
        if (byName(name).isPresent()) {
            throw new AwsException("InvalidKeyPair.Duplicate", "The keypair already exists");
        }
        if (cloud.world.keyPairs.all().size() >= MOST_KEY_PAIRS) {
            throw new AwsException("KeyPairLimitExceeded", "The maximum number of key pairs has been reached.");
        }
        return name;
    }

    private KeyPair put(String name, Map<String, String> tags, OpenSshPublicKey key, String fingerprint) {
        KeyPair pair = new KeyPair(cloud.ids.next("key"), name, key.type(), key.text(), fingerprint, cloud.now());
        cloud.world.keyPairs.put(pair);
        cloud.tags.put(pair.id(), tags);
        return pair;
    }

    private DescribeKeyPairsResponse describe(DescribeKeyPairsRequest request) {
        List<KeyPair> rows = request.keyNames().isEmpty() && request.keyPairIds().isEmpty()
                ? cloud.world.keyPairs.where(pair -> cloud.find.sees(pair.createdAt()))
                : Stream.concat(request.keyNames().stream().map(name -> seen(byName(name), name)),
                        request.keyPairIds().stream().map(id -> seen(cloud.world.keyPairs.find(id), id)))
                        .distinct().toList();
        boolean withKey = Boolean.TRUE.equals(request.includePublicKey());
        List<KeyPair> left = cloud.paging.shuffled(filters.apply(rows, request.filters()), KeyPair::id);
        return DescribeKeyPairsResponse.builder().keyPairs(left.stream().map(pair -> view(pair, withKey)).toList())
                .build();
    }

    private KeyPair seen(Optional<KeyPair> found, String asked) {
        return found.filter(pair -> cloud.find.sees(pair.createdAt())).orElseThrow(() -> NotFound.keyPair(asked));
    }

    private Optional<KeyPair> byName(String name) {
        return cloud.world.keyPairs.where(pair -> pair.keyName().equals(name)).stream().findFirst();
    }

    /** Source: EC2 API Reference: deleting a key pair that does not exist succeeds. */
    private DeleteKeyPairResponse delete(DeleteKeyPairRequest request) {
        if (request.keyName() == null && request.keyPairId() == null) {
            throw new AwsException("MissingParameter", "The request must contain the parameter KeyName or KeyPairId");
        }
        Optional<KeyPair> found = request.keyName() != null
                ? byName(request.keyName()) : cloud.world.keyPairs.find(request.keyPairId());
        found.ifPresent(pair -> {
            cloud.world.keyPairs.remove(pair.id());
            cloud.tags.forget(pair.id());
        });
        return DeleteKeyPairResponse.builder().returnValue(true).keyPairId(found.map(KeyPair::id).orElse(null))
                .build();
    }

    private KeyPairInfo view(KeyPair pair, boolean withKey) {
        return KeyPairInfo.builder().keyPairId(pair.id()).keyName(pair.keyName()).keyType(pair.keyType())
                .keyFingerprint(pair.fingerprint()).createTime(pair.createdAt())
                .publicKey(withKey ? pair.publicKey() : null).tags(cloud.tags.list(pair.id())).build();
    }
}
