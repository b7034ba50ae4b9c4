package endpointlab.ui.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * The AWS architecture icons that the lab needs. A node made here carries the style classes {@code resource-icon} and
 * its {@link #styleClass()}, so that style sheets choose the colour; paths that are white in the original (the glyph
 * on a filled square) carry {@code icon-glyph}, all others {@code icon-shape}.
 */
public enum ResourceIcon {
    EC2_INSTANCE("ec2-instance", "compute"),
    INTERNET_GATEWAY("internet-gateway", "net"),
    ROUTE_TABLE("route-table", "net"),
    NETWORK_INTERFACE("network-interface", "net"),
    VPC_ENDPOINT("vpc-endpoint", "net"),
    NETWORK_LOAD_BALANCER("network-load-balancer", "net"),
    GATEWAY_LOAD_BALANCER("gateway-load-balancer", "net"),
    NAT_GATEWAY("nat-gateway", "net"),
    PRIVATELINK("privatelink", "net"),
    PUBLIC_SUBNET("public-subnet", "subnet"),
    VPC("vpc", "net"),
    REGION("region", "region"),
    SECURITY_GROUP("security-group", "security"),
    S3("s3", "storage"),
    DYNAMODB("dynamodb", "database"),
    CLIENT("client", "plain"),
    INTERNET("internet", "plain");

    private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ");
    private static final Pattern PATH = Pattern.compile("<path([^>]*?) d=\"([^\"]+)\"([^>]*)>");

    private final String file;
    private final String styleClass;

    ResourceIcon(String file, String styleClass) {
        this.file = file;
        this.styleClass = styleClass;
    }

    /** {@code net}, {@code compute}, {@code subnet}, {@code security}, {@code region}, … as in the colour tokens. */
    public String styleClass() {
        return styleClass;
    }

    /**
     * A new node that shows the icon.
     *
     * @param size width and height in pixels
     */
    public Node node(double size) {
        String svg = read();
        Matcher box = VIEW_BOX.matcher(svg);
        if (!box.find()) {
            throw new IllegalStateException("no viewBox in icon " + file);
        }
        Group paths = new Group();
        Matcher path = PATH.matcher(svg);
        while (path.find()) {
            paths.getChildren().add(shape(path.group(2), path.group(1) + path.group(3)));
        }
        double scale = size / Double.parseDouble(box.group(1));
        paths.getTransforms().add(new Scale(scale, scale));
        Group icon = new Group(paths);
        icon.getStyleClass().addAll("resource-icon", styleClass);
        icon.setMouseTransparent(true);
        return icon;
    }

    private static SVGPath shape(String data, String attributes) {
        SVGPath shape = new SVGPath();
        shape.setContent(data);
        shape.setFillRule(attributes.contains("evenodd") ? FillRule.EVEN_ODD : FillRule.NON_ZERO);
        boolean glyph = attributes.contains("fill=\"#fff\"");
        shape.setFill(glyph ? Color.WHITE : Color.GRAY);
        shape.getStyleClass().add(glyph ? "icon-glyph" : "icon-shape");
        return shape;
    }

    private String read() {
        try (InputStream svg = ResourceIcon.class.getResourceAsStream("/endpointlab/ui/icons/" + file + ".svg")) {
            if (svg == null) {
                throw new IllegalStateException("no icon " + file);
            }
            return new String(svg.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
