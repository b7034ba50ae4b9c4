package endpointlab.ui.shared.markdown;

import javafx.scene.control.TextArea;

/** Code that can be selected and copied, as high as its lines. */
final class CodeBlock extends TextArea {

    CodeBlock(String code) {
        super(code);
        getStyleClass().addAll("md-code-block", "mono");
        setEditable(false);
        // One more for the bar by which long lines are scrolled.
        setPrefRowCount((int) code.lines().count() + 1);
        setWrapText(false);
    }
}
