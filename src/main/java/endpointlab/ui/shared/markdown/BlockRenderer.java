package endpointlab.ui.shared.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** Renders a run of Markdown natively: headings, paragraphs, lists, tables, quotes and code. */
final class BlockRenderer extends AbstractVisitor {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final List<Node> nodes = new ArrayList<>();

    private BlockRenderer() {
    }

    static List<Node> render(String markdown) {
        BlockRenderer renderer = new BlockRenderer();
        PARSER.parse(markdown).accept(renderer);
        return renderer.nodes;
    }

    private static List<Node> inside(org.commonmark.node.Node block) {
        BlockRenderer renderer = new BlockRenderer();
        renderer.visitChildren(block);
        return renderer.nodes;
    }

    @Override
    public void visit(Heading heading) {
        TextFlow flow = InlineText.flow(heading, "md-heading-" + heading.getLevel());
        flow.getStyleClass().add("md-heading");
        nodes.add(flow);
    }

    @Override
    public void visit(Paragraph paragraph) {
        nodes.add(InlineText.flow(paragraph, "md-paragraph"));
    }

    @Override
    public void visit(BlockQuote quote) {
        VBox box = new VBox();
        box.getStyleClass().add("md-quote");
        box.getChildren().setAll(inside(quote));
        nodes.add(box);
    }

    @Override
    public void visit(BulletList list) {
        addList(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        addList(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
    }

    private void addList(org.commonmark.node.Node list, int firstNumber) {
        VBox box = new VBox();
        box.getStyleClass().add("md-list");
        int number = firstNumber;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                Label marker = new Label(firstNumber == 0 ? "・" : number + ".");
                marker.getStyleClass().add("md-marker");
                marker.setMinWidth(Label.USE_PREF_SIZE);
                VBox content = new VBox();
                content.getStyleClass().add("md-item");
                content.getChildren().setAll(inside(item));
                HBox.setHgrow(content, Priority.ALWAYS);
                box.getChildren().add(new HBox(marker, content));
                number++;
            }
        }
        nodes.add(box);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        nodes.add(new CodeBlock(code.getLiteral().stripTrailing()));
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            nodes.add(table(block));
        } else {
            visitChildren(block);
        }
    }

    private static GridPane table(org.commonmark.node.Node block) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("md-table");
        grid.setAccessibleRole(AccessibleRole.TABLE_VIEW);
        TableRows rows = new TableRows(grid);
        block.accept(rows);
        return grid;
    }

    /** Fills a grid with the cells of a table, row by row. */
    private static final class TableRows extends AbstractVisitor {

        private final GridPane grid;
        private int row = -1;
        private int column;

        private TableRows(GridPane grid) {
            this.grid = grid;
        }

        @Override
        public void visit(org.commonmark.node.CustomNode node) {
            if (node instanceof TableRow) {
                row++;
                column = 0;
                visitChildren(node);
            } else if (node instanceof TableCell cell) {
                StackPane box = new StackPane(InlineText.flow(cell, "md-cell-text"));
                box.getStyleClass().add(cell.isHeader() ? "md-header-cell" : "md-cell");
                if (column == 0) {
                    box.getStyleClass().add("md-row-name");
                }
                GridPane.setHgrow(box, column == 0 ? Priority.SOMETIMES : Priority.ALWAYS);
                grid.add(box, column++, row);
            } else {
                visitChildren(node);
            }
        }
    }
}
