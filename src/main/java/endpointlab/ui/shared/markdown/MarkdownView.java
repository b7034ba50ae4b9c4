package endpointlab.ui.shared.markdown;

import endpointlab.ui.shared.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A learner text, drawn natively: call-outs, folded answers, and pictures that the app supplies. */
public final class MarkdownView extends VBox {

    public MarkdownView() {
        getStyleClass().add("md-page");
        getStylesheets().add(
                MarkdownView.class.getResource("/endpointlab/ui/shared/markdown/markdown.css").toExternalForm());
    }

    /**
     * Shows a page.
     *
     * @param drawn from a container's name to the node that is drawn in its place; empty if the app draws none
     */
    public void show(MarkdownPage page, Texts texts, Function<String, Optional<Node>> drawn) {
        getChildren().clear();
        for (MarkdownPage.Block block : page.blocks()) {
            List<Node> inside = BlockRenderer.render(block.markdown());
            switch (block.container()) {
                case "" -> getChildren().addAll(inside);
                case "answer" -> getChildren().add(answer(inside, texts));
                case "note", "warn" -> getChildren().add(callOut(block.container(), inside));
                default -> {
                    drawn.apply(block.container()).ifPresent(getChildren()::add);
                    getChildren().addAll(inside);
                }
            }
        }
    }

    private static Node answer(List<Node> inside, Texts texts) {
        VBox box = new VBox();
        box.getStyleClass().add("md-answer-text");
        box.getChildren().setAll(inside);
        TitledPane pane = new TitledPane(texts.text("markdown.answer"), box);
        pane.getStyleClass().add("md-answer");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static Node callOut(String kind, List<Node> inside) {
        FontIcon icon = new FontIcon(kind.equals("warn") ? "mdmz-warning" : "mdal-info");
        VBox box = new VBox();
        box.getStyleClass().add("md-callout-text");
        box.getChildren().setAll(inside);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox callOut = new HBox(icon, box);
        callOut.getStyleClass().addAll("md-callout", "md-" + kind);
        return callOut;
    }
}
