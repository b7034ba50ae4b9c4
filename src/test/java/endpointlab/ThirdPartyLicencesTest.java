package endpointlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** Every library that we ship is named in assets/THIRD-PARTY.md, and every licence text named there exists. */
class ThirdPartyLicencesTest {

    private static final Path TABLE = Path.of("assets/THIRD-PARTY.md");

    @Test
    void everyDirectRuntimeDependencyIsListed() throws Exception {
        String table = Files.readString(TABLE, StandardCharsets.UTF_8);
        assertThat(directRuntimeArtifacts()).isNotEmpty().allSatisfy(artifact ->
                assertThat(table).containsPattern("\\b" + Pattern.quote(artifact) + "\\b"));
    }

    @Test
    void everyJarOfTheSdkOnTheClassPathIsListed() throws IOException {
        String table = Files.readString(TABLE, StandardCharsets.UTF_8);
        List<String> sdkJars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.replace('\\', '/').contains("/software/amazon/awssdk/"))
                .map(entry -> Path.of(entry).getFileName().toString().replaceFirst("-\\d.*", ""))
                .toList();
        assertThat(sdkJars).isNotEmpty().allSatisfy(jar ->
                assertThat(table).containsPattern("\\b" + Pattern.quote(jar) + "\\b"));
    }

    @Test
    void everyFontIsListed() throws IOException {
        String table = Files.readString(TABLE, StandardCharsets.UTF_8);
        try (var fonts = Files.list(Path.of("src/main/resources/endpointlab/ui/fonts"))) {
            assertThat(fonts.map(font -> font.getFileName().toString().replaceFirst("-.*", "")).distinct())
                    .isNotEmpty().allSatisfy(family -> assertThat(table).contains("`" + family + "-*.ttf`"));
        }
    }

    @Test
    void everyLicenceTextNamedExists() throws IOException {
        Matcher text = Pattern.compile("`(licenses/[^`]+\\.txt)`")
                .matcher(Files.readString(TABLE, StandardCharsets.UTF_8));
        int found = 0;
        while (text.find()) {
            assertThat(TABLE.resolveSibling(text.group(1))).isNotEmptyFile();
            found++;
        }
        assertThat(found).isPositive();
    }

    private static List<String> directRuntimeArtifacts() throws Exception {
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new File("pom.xml"));
        NodeList nodes = (NodeList) javax.xml.xpath.XPathFactory.newInstance().newXPath().evaluate(
                "/project/dependencies/dependency[not(scope='test')]/artifactId", document,
                javax.xml.xpath.XPathConstants.NODESET);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip()).toList();
    }
}
