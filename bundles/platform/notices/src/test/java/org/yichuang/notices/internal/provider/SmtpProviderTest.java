package org.yichuang.notices.internal.provider;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.notices.internal.provider.PlayedMailServer.Manner;

/** What a mail server may do, and what is known then. */
public class SmtpProviderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    private static final Parcel PARCEL = TestSettings.parcel("zhang@example.org");

    private static final String STORE = "of-this-test";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aTakenMailReadsAsItWasWritten() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        server.start();
        try {
            server.setUser("yichuang", "s3cret");
            Path password = folder.newFile().toPath();
            Files.writeString(password, "s3cret\n");
            Map<String, Object> given = new HashMap<>(at(server.getSmtp().getPort()));
            given.put("mail.user", "yichuang");
            given.put("mail.password.file", password.toString());

            assertEquals(Outcome.SENT, hand(given));

            MimeMessage mail = server.getReceivedMessages()[0];
            assertEquals("领取通知", mail.getSubject());
            assertEquals(
                    PARCEL.body(),
                    mail.getContent().toString().replace("\r\n", "\n").strip());
            assertEquals("<" + PARCEL.id() + "@haiyang.example>", mail.getMessageID());
            assertEquals("海阳市政务服务中心 <centre@haiyang.example>", MimeUtility.decodeText(mail.getHeader("From", null)));
            assertEquals(
                    1, GreenMailUtil.getAddressList(mail.getAllRecipients()).split(",").length);
        } finally {
            server.stop();
        }
    }

    @Test
    public void aServerWhoseCertificateNobodyVouchesForGetsNothing() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        server.start();
        try {
            Map<String, Object> given = new HashMap<>(at(server.getSmtps().getPort()));
            given.put("mail.security", "tls");
            assertEquals(Outcome.down("tls"), hand(given));
            given.put("mail.security", "starttls");
            given.put("answer.timeout", "PT1S");
            assertEquals(Outcome.Result.DOWN, hand(given).result());
            assertEquals(0, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    public void aServerThatTheTrustFileVouchesForGetsTheMailOverTls() throws Exception {
        KeyStore own = ownCertificate();
        Path trusted = folder.newFile().toPath();
        Files.writeString(trusted, pem(own.getCertificate("server")));
        for (String security : List.of("tls", "starttls")) {
            try (PlayedMailServer server =
                    new PlayedMailServer(() -> Manner.ACCEPT, Optional.of(proving(own)), security.equals("starttls"))) {
                Map<String, Object> given = new HashMap<>(at(server.port()));
                given.put("mail.security", security);
                assertEquals(security, Outcome.Result.DOWN, hand(given).result());
                given.put("trust.file", trusted.toString());
                assertEquals(security, Outcome.SENT, hand(given));
                given.put("mail.host", "127.0.0.1");
                assertEquals(
                        "another name than the certificate's",
                        Outcome.Result.DOWN,
                        hand(given).result());
                assertEquals(security, 1, server.taken().size());
            }
        }
    }

    /** A certificate of {@code localhost} that nobody else vouches for. */
    private KeyStore ownCertificate() throws Exception {
        Path store = folder.getRoot().toPath().resolve("own.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream from = Files.newInputStream(store)) {
            own.load(from, STORE.toCharArray());
        }
        return own;
    }

    private static SSLContext proving(KeyStore own) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, STORE.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    public void whereTlsIsWantedNothingIsSaidInClear() throws Exception {
        try (PlayedMailServer server = new PlayedMailServer(() -> Manner.ACCEPT)) {
            Map<String, Object> given = new HashMap<>(at(server.port()));
            given.put("mail.security", "starttls");
            assertEquals(Outcome.Result.DOWN, hand(given).result());
            assertEquals(List.of(), server.taken());
        }
    }

    @Test
    public void whatIsKnownFollowsFromHowFarItCame() throws Exception {
        Map<Manner, Outcome> known = new EnumMap<>(Map.of(
                Manner.ACCEPT, Outcome.SENT,
                Manner.REFUSE, Outcome.refused("smtp-550"),
                Manner.BUSY, Outcome.later("smtp-451"),
                Manner.HANG, Outcome.down("unreachable"),
                Manner.BREAK, Outcome.down("connection"),
                Manner.DROP_ANSWER, Outcome.uncertain("no-answer"),
                Manner.HANG_AFTER, Outcome.uncertain("no-answer"),
                Manner.REFUSE_CONTENT, Outcome.refused("smtp-554")));
        known.put(Manner.DRIP, Outcome.down("unreachable"));
        known.put(Manner.DRIP_AFTER, Outcome.uncertain("no-answer"));
        known.put(Manner.REFUSE_SENDER, Outcome.down("sender-smtp-553"));
        known.put(Manner.WANT_SIGN_IN, Outcome.down("sender-smtp-530"));
        known.put(Manner.REFUSE_RELAY, Outcome.later("policy-smtp-554"));
        for (Manner manner : Manner.values()) {
            try (PlayedMailServer server = new PlayedMailServer(() -> manner)) {
                Map<String, Object> given = new HashMap<>(at(server.port()));
                // Long enough for a busy machine to come as far as where the server stops
                given.put("answer.timeout", manner == Manner.HANG_AFTER ? "PT15S" : "PT1M");
                given.put("handover.timeout", manner == Manner.DRIP_AFTER ? "PT15S" : "PT3M");
                if (manner == Manner.HANG) {
                    given.put("answer.timeout", "PT1S"); // it stops at once
                }
                if (manner == Manner.DRIP) {
                    given.put("handover.timeout", "PT1S");
                }
                Outcome outcome = hand(given);
                if (manner == Manner.BREAK) {
                    // The system may tell of the end when the message is written, or only at its last line
                    assertTrue(
                            outcome.toString(),
                            outcome.equals(known.get(manner)) || outcome.equals(Outcome.uncertain("no-answer")));
                } else {
                    assertEquals(manner.name(), known.get(manner), outcome);
                }
            }
        }
    }

    @Test
    public void aCentresOwnAddressThatIsNotTakenIsNoFaultOfTheServer() throws Exception {
        Map<Manner, Outcome> known = Map.of(
                Manner.REFUSE_SENDER, Outcome.later("sender-smtp-553"),
                Manner.WANT_SIGN_IN, Outcome.down("sender-smtp-530"));
        for (Manner manner : known.keySet()) {
            try (PlayedMailServer server = new PlayedMailServer(() -> manner)) {
                SmtpProvider provider = new SmtpProvider(TestSettings.of(at(server.port())), CLOCK);
                assertEquals(known.get(manner), provider.hand(from("window@haiyang.example")));
                assertEquals(Outcome.later("sender-form"), provider.hand(from("no address")));
            }
        }
    }

    private static Parcel from(String sender) {
        return new Parcel(PARCEL.id(), PARCEL.subject(), PARCEL.body(), PARCEL.to(), sender, PARCEL.fromName());
    }

    @Test
    public void aSenderThatIsMissingOrWrongRefusesNoMessage() throws Exception {
        for (String sender : List.of("", "no address")) {
            assertEquals(Outcome.down("settings"), hand(Map.of("mail.port", "1", "mail.from", sender)));
        }
        assertFalse(new SmtpProvider(TestSettings.of(Map.of("mail.from", "")), CLOCK).isConfigured());
        assertTrue(new SmtpProvider(TestSettings.of(Map.of()), CLOCK).isConfigured());
    }

    @Test
    public void nobodyThereIsNothingTaken() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertEquals(Outcome.down("unreachable"), hand(at(port)));
        assertEquals(
                Outcome.down("settings"), hand(Map.of("mail.port", port, "mail.password.file", "/nowhere/at/all")));
    }

    /** By itself it would give its start two seconds. */
    private static GreenMail greenMail(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return new GreenMail(setup);
    }

    private static Map<String, Object> at(int port) {
        return Map.of("mail.port", Integer.toString(port));
    }

    private static Outcome hand(Map<String, ?> given) {
        return new SmtpProvider(TestSettings.of(given), CLOCK).hand(PARCEL);
    }
}
