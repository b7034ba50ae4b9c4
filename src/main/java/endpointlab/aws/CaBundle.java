package endpointlab.aws;

import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificate authorities that are trusted besides Java's own: those of the file that {@code AWS_CA_BUNDLE} names, as
 * the AWS CLI reads it and the SDK for Java does not.
 */
final class CaBundle {

    private CaBundle() {
    }

    /** @throws ProblemException {@code CaBundleUnusable} if the file can't be read or holds no certificate in PEM form */
    static TrustManager[] trusting(Path pem) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            List<Certificate> all = new ArrayList<>(ofJava());
            try (InputStream file = Files.newInputStream(pem)) {
                all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(file));
            }
            for (int i = 0; i < all.size(); i++) {
                trusted.setCertificateEntry("ca-" + i, all.get(i));
            }
            return managers(trusted);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new ProblemException(new Problem("CaBundleUnusable", "problem.ca-bundle.cause",
                    "problem.ca-bundle.remedy", List.of(pem.toString()), "", String.valueOf(unusable.getMessage()),
                    ""), unusable);
        }
    }

    private static List<X509Certificate> ofJava() throws GeneralSecurityException {
        return Arrays.stream(managers(null)).filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast).flatMap(own -> Arrays.stream(own.getAcceptedIssuers())).toList();
    }

    /** @param trusted {@code null} for Java's own */
    private static TrustManager[] managers(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
