package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.osgi.service.cm.ConfigurationException;

/**
 * How this deployment proves to others who it is, whom it trusts, and where it is heard.
 *
 * @param own its certificate with the key, null when nothing travels by HTTPS
 * @param password that of the key
 * @param trusted those that it trusts
 * @param port where others are heard, 0 for nowhere
 */
record HttpsSettings(KeyStore own, char[] password, KeyStore trusted, int port) {
    private static final int MOST = 65_535;

    /**
     * Reads them.
     *
     * @throws ConfigurationException names the key that makes no sense
     */
    static HttpsSettings read(Map<String, String> given) throws ConfigurationException {
        String own = given.getOrDefault("keystore.file", "");
        String trusted = given.getOrDefault("truststore.file", "");
        int port = port(given.getOrDefault("port", ""));
        if (own.isEmpty() && trusted.isEmpty() && port == 0) {
            return new HttpsSettings(null, new char[0], null, 0);
        }
        char[] password = secret(given, "keystore.password.file");
        return new HttpsSettings(
                store(own, password, "keystore.file"),
                password,
                store(trusted, secret(given, "truststore.password.file"), "truststore.file"),
                port);
    }

    /** Tells whether anything travels by HTTPS: who has no certificate is believed by nobody. */
    boolean isOn() {
        return own != null;
    }

    /** The certificates that have an end, own ones and trusted ones: each by its name, with the moment of its end. */
    String[] certificates() {
        List<String> all = new ArrayList<>();
        try {
            for (KeyStore store : List.of(own, trusted)) {
                for (String alias : Collections.list(store.aliases())) {
                    if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                        all.add(alias + " " + certificate.getNotAfter().toInstant());
                    }
                }
            }
        } catch (KeyStoreException e) {
            throw new IllegalStateException("A store that has been read has no certificates", e);
        }
        return all.toArray(String[]::new);
    }

    private static int port(String text) throws ConfigurationException {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MOST) {
            throw new ConfigurationException("port", "must be a number up to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static KeyStore store(String file, char[] password, String key) throws ConfigurationException {
        if (file.isEmpty()) {
            throw new ConfigurationException(key, "is needed: both sides prove who they are");
        }
        try (InputStream content = Files.newInputStream(path(file, key))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(key, "cannot be read with its password: " + file, e);
        }
    }

    private static char[] secret(Map<String, String> given, String key) throws ConfigurationException {
        String file = given.getOrDefault(key, "");
        if (file.isEmpty()) {
            return new char[0];
        }
        try {
            return Files.readString(path(file, key)).strip().toCharArray();
        } catch (IOException e) {
            throw new ConfigurationException(key, "cannot be read: " + file, e);
        }
    }

    private static Path path(String file, String key) throws ConfigurationException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new ConfigurationException(key, "is no path: " + file, e);
        }
    }
}
