package endpointlab.ui.concepts;

import endpointlab.ui.shared.AppContext;
import endpointlab.ui.shared.Columns;
import endpointlab.ui.shared.Localizer;
import endpointlab.ui.shared.ResourceIcon;
import endpointlab.ui.shared.Widgets;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The three kinds of VPC endpoint, drawn side by side. */
final class KindsView extends StackPane {

    private static final double WIDTH = 348;
    private static final double HEIGHT = 200;
    private static final double LINE = 122;

    private final Localizer localizer;
    private final Widgets widgets;

    KindsView(AppContext context) {
        this.localizer = context.localizer();
        this.widgets = new Widgets(localizer, context.appearance());
        Columns kinds = new Columns(20, 1, context.appearance().textSizeProperty());
        kinds.getChildren().setAll(kind("interface", interfaceEndpoint()), kind("gwlb", gatewayLoadBalancer()),
                kind("gateway", gateway()));
        getStyleClass().add("kinds");
        getChildren().setAll(kinds);
    }

    private Node kind(String kind, Picture picture) {
        VBox card = new VBox(widgets.label("concepts.kind." + kind, "kind-name"), picture,
                widgets.label("concepts.kind." + kind + ".caption", "muted"));
        card.getStyleClass().addAll("card", "kind");
        return card;
    }

    private Picture interfaceEndpoint() {
        Picture picture = start("interface", 196);
        picture.frame("subnet", ResourceIcon.PUBLIC_SUBNET, 16, 52, 174, 136, word("concepts.picture.subnet"));
        picture.line("local", 58, LINE, 150, LINE);
        picture.line("privatelink", 150, LINE, 308, LINE);
        picture.tile(ResourceIcon.EC2_INSTANCE, 58, LINE, word("concepts.picture.instance"));
        picture.tile(ResourceIcon.NETWORK_INTERFACE, 150, LINE, fixed("ENI"));
        picture.text(150, LINE + 53, fixed("10.1.1.20"), true, "picture-address");
        picture.text(240, LINE - 13, fixed("PrivateLink"), true, "picture-strong");
        picture.tile(ResourceIcon.NETWORK_LOAD_BALANCER, 308, LINE, word("concepts.picture.service"));
        return picture;
    }

    private Picture gatewayLoadBalancer() {
        Picture picture = start("gwlb", 206);
        picture.chip(18, 48, 164, fixed("0.0.0.0/0 → ENI"));
        picture.line("led", 62, LINE, 156, LINE);
        picture.line("privatelink", 156, LINE, 254, LINE);
        picture.line("local", 254, LINE, 322, LINE);
        picture.line("local", 292, LINE, 292, LINE - 44, 322, LINE - 44);
        picture.line("local", 292, LINE, 292, LINE + 44, 322, LINE + 44);
        picture.tile(ResourceIcon.EC2_INSTANCE, 62, LINE, word("concepts.picture.instance"));
        picture.tile(ResourceIcon.NETWORK_INTERFACE, 156, LINE, fixed("ENI"));
        picture.tile(ResourceIcon.GATEWAY_LOAD_BALANCER, 254, LINE, fixed("GWLB"));
        for (int i = -1; i <= 1; i++) {
            picture.smallTile(ResourceIcon.EC2_INSTANCE, 326, LINE + 44 * i);
        }
        picture.text(310, 40, word("concepts.picture.appliances"), true, "picture-name");
        return picture;
    }

    private Picture gateway() {
        Picture picture = start("gateway", 206);
        picture.chip(18, 48, 176, word("concepts.picture.s3-list"));
        picture.line("led", 62, LINE, 206, LINE);
        picture.line("local", 206, LINE, 256, LINE, 256, 76, 310, 76);
        picture.line("local", 256, LINE, 256, 152, 310, 152);
        picture.tile(ResourceIcon.EC2_INSTANCE, 62, LINE, word("concepts.picture.instance"));
        picture.smallTile(ResourceIcon.VPC_ENDPOINT, 206, LINE);
        picture.tile(ResourceIcon.S3, 310, 60, fixed("S3"));
        picture.tile(ResourceIcon.DYNAMODB, 310, 146, fixed("DynamoDB"));
        return picture;
    }

    private Picture start(String kind, double vpcRight) {
        Picture picture = new Picture(WIDTH, HEIGHT, word("concepts.kind." + kind + ".spoken"));
        picture.frame("vpc", ResourceIcon.VPC, 6, 8, vpcRight - 6, 188, fixed("VPC"));
        return picture;
    }

    private ObservableValue<String> word(String key) {
        return localizer.bind(key);
    }

    private static ObservableValue<String> fixed(String words) {
        return new SimpleStringProperty(words);
    }
}
