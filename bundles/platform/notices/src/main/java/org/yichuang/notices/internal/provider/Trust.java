package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom we believe that a server is the one that we mean. */
final class Trust {
    private Trust() {}

    /**
     * Makes sockets that believe those who are named in a file, or whom Java trusts where none is named.
     *
     * @param file certificates (PEM), or empty
     */
    static SSLSocketFactory sockets(String file) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(file.isEmpty() ? null : certificates(file));
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static KeyStore certificates(String file) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream from = Files.newInputStream(Path.of(file))) {
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(from)) {
                known.setCertificateEntry("trusted-" + number++, one);
            }
        }
        return known;
    }
}
