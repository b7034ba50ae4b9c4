package endpointlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import endpointlab.lab.LabReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page of {@code export report}. */
@Timeout(120)
class ReportExportTest {

    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=http://evil.example/x onerror=1>&amp;";

    @TempDir
    Path home;

    @Test
    void tellsAWholeRunInBothLanguages() throws Exception {
        Terminal terminal = new Terminal(home);
        assertThat(terminal.type("run", "--pace", "instant", "--set", "step-1.name=First_Network")).isZero();

        String japanese = report(terminal);
        String english = report(terminal, "--lang", "en");

        assertThat(japanese).contains("<html lang=\"ja\">", "VPC エンドポイント実習のレポート", "構成図", "使った値", "17 / 17",
                "何も残っていません");
        assertThat(english).contains("<html lang=\"en\">", "Report on the VPC endpoint lab", "Architecture",
                "Nothing is left", "17 / 17", "First_Network</code> <span class=\"edited\">edited</span>",
                "$ curl -sS --max-time 10 http://10.1.1.",
                "<pre>&lt;html&gt;&lt;h1&gt; Welcome to Hangyuzs Server 1 &lt;/h1&gt;&lt;/html&gt;\n</pre>", "USD 0.0");
        for (String html : List.of(japanese, english)) {
            Document page = parsed(html);
            assertThat(elements(page, "tr")).hasSizeGreaterThan(80);
            assertThat(elements(page, "rect").stream().filter(rect -> rect.getAttribute("class").equals("there")))
                    .hasSize(new LabReader().read(LabReader.DEFAULT_LAB).resources().size());
            assertThat(elements(page, "rect").stream().filter(rect -> rect.getAttribute("class").equals("tile lit")))
                    .hasSize(6);
            assertThat(elements(page, "polyline")).allSatisfy(line ->
                    assertThat(line.getAttribute("class")).endsWith(" lit"));
            assertThat(html).doesNotContain("PRIVATE KEY");
        }
    }

    @Test
    void whatLearnersAndServersWriteIsOnlyEverRead() throws Exception {
        Path script = Files.writeString(home.resolve("user-data"), "#!/bin/bash\ndnf install -y httpd\ncat > "
                + "/var/www/html/index.html <<'END'\n" + HOSTILE + "\u0001\u202e\nEND\nsystemctl enable --now httpd\n",
                StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(home);
        assertThat(terminal.type("run", "--pace", "instant", "--to", "7", "--set", "step-1.name=" + HOSTILE, "--set",
                "step-6.user-data=@" + script)).isZero();

        String html = report(terminal, "--lang", "en");

        Document page = parsed(html);
        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "img")).isEmpty();
        assertThat(elements(page, "link")).isEmpty();
        assertThat(elements(page, "*")).allSatisfy(each -> {
            assertThat(each.hasAttribute("href") || each.hasAttribute("src") || each.hasAttribute("onerror")).isFalse();
            assertThat(each.getAttribute("style")).isEmpty();
        });
        assertThat(page.getDocumentElement().getTextContent()).contains(HOSTILE);
        assertThat(html).contains("default-src 'none'").doesNotContain("url(").doesNotContain("@import")
                .doesNotContain("\u0001");
    }

    @Test
    void maskedItTellsNobodyWhoseItIs() throws Exception {
        Terminal terminal = new Terminal(home);
        assertThat(terminal.type("run", "--pace", "instant", "--to", "8", "--json")).isZero();
        String open = report(terminal);
        String account = open.replaceAll("(?s).*<dt>アカウント</dt><dd>([0-9]{12})<.*", "$1");
        assertThat(account).hasSize(12);

        String masked = report(terminal, "--mask");

        assertThat(open).contains("elb.us-east-1.amazonaws.com", "arn:aws:elasticloadbalancing:us-east-1:" + account);
        assertThat(masked).doesNotContain(account).doesNotContain("elb.us-east-1.amazonaws.com")
                .contains("••••••••" + account.substring(8));
        assertThat(parsed(masked).getDocumentElement().getTextContent())
                .doesNotContainPattern("\\b[0-9]{1,3}(\\.[0-9]{1,3}){3}\\b");
    }

    @Test
    void beforeAnythingWasDoneItSaysSo() throws Exception {
        Terminal terminal = new Terminal(home);
        String html = report(terminal);

        assertThat(html).contains("まだ何も作っていません。", "0 / 17");
        assertThat(elements(parsed(html), "rect")).isNotEmpty();
    }

    private static String report(Terminal terminal, String... more) {
        List<String> words = new ArrayList<>(List.of("export", "report"));
        words.addAll(List.of(more));
        assertThat(terminal.type(words.toArray(String[]::new))).isZero();
        return terminal.out();
    }

    /** HTML's void elements closed and the entity-free rest read as XML, which forgives nothing. */
    private static Document parsed(String html) throws Exception {
        String xml = html.replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
