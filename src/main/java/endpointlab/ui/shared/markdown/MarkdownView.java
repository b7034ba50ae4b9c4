package endpointlab.ui.shared.markdown;

import endpointlab.ui.shared.Texts;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A learner text, drawn natively: call-outs, folded answers, and pictures that the app supplies. */
public final class MarkdownView extends VBox {

    private MarkdownPage shown;

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
        show(page, texts, drawn, Integer.MAX_VALUE);
    }

    /**
     * As {@link #show(MarkdownPage, Texts, Function)}, but only the first {@code atOnce} parts.
     *
     * @return adds the others, one by one; none any more once another page is shown
     */
    public Iterator<Runnable> show(MarkdownPage page, Texts texts, Function<String, Optional<Node>> drawn,
                                   int atOnce) {
        getChildren().clear();
        shown = page;
        Iterator<Runnable> parts = page.blocks().stream().takeWhile(block -> shown == page)
                .flatMap(block -> nodes(block, texts, drawn).stream())
                .<Runnable>map(node -> () -> add(page, node)).iterator();
        for (int i = 0; i < atOnce && parts.hasNext(); i++) {
            parts.next().run();
        }
        return parts;
    }

    private void add(MarkdownPage of, Node node) {
        if (shown == of) {
            getChildren().add(node);
        }
    }

    private static List<Node> nodes(MarkdownPage.Block block, Texts texts,
                                    Function<String, Optional<Node>> drawn) {
        List<Node> inside = BlockRenderer.render(block.markdown());
        return switch (block.container()) {
            case "" -> inside;
            case "answer" -> List.of(answer(inside, texts));
            case "note", "warn" -> List.of(callOut(block.container(), inside));
            default -> Stream.concat(drawn.apply(block.container()).stream(), inside.stream()).toList();
        };
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
