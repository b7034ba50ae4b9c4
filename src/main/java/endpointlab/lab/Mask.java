package endpointlab.lab;

import java.util.regex.Pattern;

/** Hides account ids, IPv4 addresses and AWS's DNS names in what a room sees. */
public final class Mask {

    private static final Pattern DNS_NAME = Pattern.compile("\\b[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.amazonaws\\.com\\b");
    private static final Pattern SERVICE_NAME = Pattern.compile("\\bcom\\.amazonaws\\.vpce\\.[A-Za-z0-9.-]+");
    private static final Pattern ADDRESS = Pattern.compile("\\b[0-9]{1,3}(\\.[0-9]{1,3}){3}\\b");
    private static final Pattern HOST = Pattern.compile("\\bip(-[0-9]{1,3}){4}\\b");
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{8}([0-9]{4})\\b");

    private Mask() {
    }

    /** {@code text} with dots in the place of what nobody needs to see; the account's last four digits stay. */
    public static String hide(String text) {
        String hidden = DNS_NAME.matcher(text).replaceAll("•••.amazonaws.com");
        hidden = SERVICE_NAME.matcher(hidden).replaceAll("com.amazonaws.vpce.•••");
        hidden = ADDRESS.matcher(hidden).replaceAll("•.•.•.•");
        hidden = HOST.matcher(hidden).replaceAll("ip-•");
        return ACCOUNT.matcher(hidden).replaceAll("••••••••$1");
    }

    /** An account id as {@code ••••-••••-3333}. */
    public static String account(String id) {
        return id.length() < 4 ? id : "••••-••••-" + id.substring(id.length() - 4);
    }
}
