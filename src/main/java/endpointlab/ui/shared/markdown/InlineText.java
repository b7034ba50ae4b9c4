package endpointlab.ui.shared.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Turns the inside of a paragraph, heading or cell into a flow of styled words. */
final class InlineText extends AbstractVisitor {

    private final List<Node> parts = new ArrayList<>();
    private final StringBuilder spoken = new StringBuilder();
    private int strong;
    private int emphasis;

    private InlineText() {
    }

    static TextFlow flow(org.commonmark.node.Node block, String styleClass) {
        InlineText inline = new InlineText();
        inline.visitChildren(block);
        TextFlow flow = new TextFlow(inline.parts.toArray(Node[]::new));
        flow.getStyleClass().addAll("md-flow", styleClass);
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(inline.spoken.toString());
        return flow;
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(StrongEmphasis node) {
        strong++;
        visitChildren(node);
        strong--;
    }

    @Override
    public void visit(Emphasis node) {
        emphasis++;
        visitChildren(node);
        emphasis--;
    }

    @Override
    public void visit(Code code) {
        Label label = new Label(code.getLiteral());
        label.getStyleClass().add("md-code");
        label.setWrapText(true);
        parts.add(label);
        spoken.append(code.getLiteral());
    }

    /** Japanese has no spaces between words: a line break in the file is none on the page unless Latin meets Latin. */
    @Override
    public void visit(SoftLineBreak lineBreak) {
        boolean latinBefore = spoken.length() > 0 && spoken.charAt(spoken.length() - 1) < 0x2000;
        if (latinBefore) {
            add(" ");
        }
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    private void add(String literal) {
        Text text = new Text(literal);
        text.getStyleClass().add("md-text");
        if (strong > 0) {
            text.getStyleClass().add("md-strong");
        }
        if (emphasis > 0) {
            text.getStyleClass().add("md-emphasis");
        }
        parts.add(text);
        spoken.append(literal);
    }
}
