package endpointlab.practice.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table as cloud-init draws it. Source: cloudinit/simpletable.py. */
final class SimpleTable {

    private SimpleTable() {
    }

    /** Lines: the title between plus signs, then the columns, each as wide as its longest cell and centred. */
    static List<String> of(String title, List<String> head, List<List<String>> rows) {
        int[] widths = IntStream.range(0, head.size()).map(column -> 2 + Math.max(head.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))).toArray();
        StringBuilder rule = new StringBuilder("+");
        IntStream.of(widths).forEach(width -> rule.append("-".repeat(width)).append('+'));
        List<String> lines = new ArrayList<>();
        lines.add(centred(title, '+', rule.length()));
        lines.add(rule.toString());
        lines.add(row(head, widths));
        lines.add(rule.toString());
        rows.forEach(row -> lines.add(row(row, widths)));
        lines.add(rule.toString());
        return lines;
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(centred(cells.get(column), ' ', widths[column])).append('|');
        }
        return line.toString();
    }

    private static String centred(String text, char fill, int width) {
        int space = Math.max(0, width - text.length());
        String filling = String.valueOf(fill);
        return filling.repeat(space / 2) + text + filling.repeat(space - space / 2);
    }
}
