package endpointlab.userdata;

/** Permission bits as {@code chmod} names them: {@code 755}, {@code u+x}, {@code a=r}, {@code g+w,o-r}. */
final class Modes {

    private Modes() {
    }

    static int apply(String change, int mode) {
        if (change.matches("[0-7]+")) {
            return Integer.parseInt(change, 8) & 0777;
        }
        int changed = mode;
        for (String clause : change.split(",")) {
            changed = applyClause(clause, changed);
        }
        return changed;
    }

    private static int applyClause(String clause, int mode) {
        int operator = 0;
        while ("+-=".indexOf(clause.charAt(operator)) < 0) {
            operator++;
        }
        String who = operator == 0 ? "a" : clause.substring(0, operator);
        int classes = bit(who, 'u', 0100) | bit(who, 'g', 0010) | bit(who, 'o', 0001) | bit(who, 'a', 0111);
        String what = clause.substring(operator + 1);
        int bits = bit(what, 'r', 4) | bit(what, 'w', 2) | bit(what, 'x', 1);
        return switch (clause.charAt(operator)) {
            case '+' -> mode | classes * bits;
            case '-' -> mode & ~(classes * bits);
            default -> mode & ~(classes * 7) | classes * bits;
        };
    }

    private static int bit(String letters, char letter, int bit) {
        return letters.indexOf(letter) >= 0 ? bit : 0;
    }
}
