package endpointlab.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What every answer of the API must be, whatever was asked: AWS's XML, and no fault of ours. */
final class AwsAnswers {

    /** An error never grows with what was sent. */
    private static final int LONGEST_ERROR = 25_000;
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private AwsAnswers() {
    }

    static void check(HttpWire.Answer answer) throws XMLStreamException {
        String code = code(answer.body());
        assertThat(code).isNotIn("InternalError", "InternalFailure");
        if (answer.status() == 200) {
            assertThat(code).isEmpty();
        } else {
            assertThat(code).matches("[A-Za-z0-9.]+");
            assertThat(answer.status()).isBetween(400, 505).isNotEqualTo(500);
            assertThat(answer.body()).hasSizeLessThan(LONGEST_ERROR);
        }
        assertThat(answer.body()).doesNotContain("\tat ", "Exception:", "java.lang", "endpointlab.",
                "software.amazon");
    }

    /** The error's code, empty if there is none; fails if the answer is no well-formed XML. */
    private static String code(String body) throws XMLStreamException {
        String code = "";
        boolean error = false;
        for (XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(body)); xml.hasNext(); xml.next()) {
            if (xml.isStartElement()) {
                error |= xml.getLocalName().equals("Error");
                if (error && xml.getLocalName().equals("Code")) {
                    code = xml.getElementText();
                }
            }
        }
        return code;
    }
}
