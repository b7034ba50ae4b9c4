package endpointlab.lab;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which name was meant, by the number of letters to change, add or leave out (Levenshtein distance). */
final class ClosestName {

    private ClosestName() {
    }

    /** @param names at least one */
    static String to(String wrong, Collection<String> names) {
        return names.stream().min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                .thenComparing(Comparator.naturalOrder())).orElseThrow();
    }

    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(above[column - 1] + change,
                        Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[to.length()];
    }
}
