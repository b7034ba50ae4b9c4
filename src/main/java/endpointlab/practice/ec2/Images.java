package endpointlab.practice.ec2;

import endpointlab.practice.wire.AwsException;
import endpointlab.practice.world.Ids;
import endpointlab.practice.world.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of this cloud: Amazon Linux 2023, and the public SSM parameters that name its latest version.
 *
 * <p>Source: AL2023 User Guide, "Launching the latest AL2023 AMI"; {@code resolve:ssm:} from EC2 User Guide,
 * "Reference the latest AMIs using Systems Manager public parameters". The version is one of many; ids are made up.
 */
public final class Images {

    private static final String ALIAS = "resolve:ssm:";
    private static final String PARAMETERS = "/aws/service/ami-amazon-linux-latest/";
    private static final String VERSION = "2023.9.20251117.1-kernel-6.1";

    private final Map<String, Image> byParameter;

    Images(String region) {
        Image x86 = image(region, "x86_64");
        Image arm = image(region, "arm64");
        byParameter = Map.of(PARAMETERS + "al2023-ami-kernel-default-x86_64", x86,
                PARAMETERS + "al2023-ami-kernel-6.1-x86_64", x86,
                PARAMETERS + "al2023-ami-kernel-default-arm64", arm,
                PARAMETERS + "al2023-ami-kernel-6.1-arm64", arm);
    }

    private static Image image(String region, String architecture) {
        String name = "al2023-ami-" + VERSION + "-" + architecture;
        return new Image(Ids.shared("ami", region + name), name, architecture, Ids.shared("snap", region + name));
    }

    /** @param snapshotId what the root volume is made from */
    record Image(String id, String name, String architecture, String snapshotId) {
    }

    /** The id of the image that {@code RunInstances} names by id or alias; empty if there is no such alias. */
    public static Optional<String> idOf(String region, String text) {
        return text.startsWith(ALIAS)
                ? Optional.ofNullable(new Images(region).byParameter.get(text.substring(ALIAS.length()))).map(Image::id)
                : Optional.of(text);
    }

    List<Image> all() {
        return byParameter.values().stream().distinct().toList();
    }

    /**
     * The image that {@code RunInstances} names by id or alias.
     *
     * @throws AwsException {@code InvalidAMIID.Malformed}, {@code InvalidAMIID.NotFound}; assumed: the latter also
     *                      for an alias whose parameter does not exist
     */
    Image resolve(String text) {
        if (text.startsWith(ALIAS)) {
            Image image = byParameter.get(text.substring(ALIAS.length()));
            if (image == null) {
                throw NotFound.image(text);
            }
            return image;
        }
        return byId(text);
    }

    /** @throws AwsException as {@link #resolve} */
    Image byId(String id) {
        if (!id.matches("ami-[0-9a-f]{8}([0-9a-f]{9})?")) {
            throw new AwsException("InvalidAMIID.Malformed", "Invalid id: \"" + id + "\" (expecting \"ami-...\")");
        }
        return all().stream().filter(image -> image.id().equals(id)).findFirst()
                .orElseThrow(() -> NotFound.image(id));
    }
}
