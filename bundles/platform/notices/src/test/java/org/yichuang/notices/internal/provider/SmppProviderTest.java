package org.yichuang.notices.internal.provider;

import static org.junit.Assert.assertEquals;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What a gateway of short messages may do, and what is known then. */
public class SmppProviderTest {
    private PlayedGateway gateway;
    private SmppProvider provider;

    @Before
    public void start() throws Exception {
        gateway = new PlayedGateway();
        provider = provider(Map.of());
    }

    private SmppProvider provider(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("sms.port", Integer.toString(gateway.port())));
        all.putAll(given);
        return new SmppProvider(TestSettings.of(all));
    }

    @After
    public void stop() throws Exception {
        provider.close();
        gateway.close();
    }

    @Test
    public void aTakenMessageReadsAsItWasWritten() {
        Parcel parcel = TestSettings.parcel("+8613812345678");

        assertEquals(Outcome.SENT, provider.hand(parcel));
        assertEquals(Outcome.SENT, provider.hand(TestSettings.parcel("13812345678")));

        assertEquals(List.of("8613812345678", "13812345678"), gateway.numbers());
        assertEquals(parcel.body(), new String(gateway.words().get(0), StandardCharsets.UTF_16BE));
        assertEquals("one connection is enough", 1, gateway.binds());
    }

    @Test
    public void aLongOneGoesWhole() {
        Parcel parcel = new Parcel("1", "", "证𠮷".repeat(100), "13812345678", "", "");

        assertEquals(Outcome.SENT, provider.hand(parcel));

        assertEquals(1, gateway.words().size());
        assertEquals(parcel.body(), new String(gateway.words().get(0), StandardCharsets.UTF_16BE));
    }

    @Test
    public void aGatewayThatRefusesSaysForHowLong() {
        gateway.status(SMPPConstant.STAT_ESME_RTHROTTLED);
        assertEquals(Outcome.later("smpp-" + SMPPConstant.STAT_ESME_RTHROTTLED), hand());
        gateway.status(SMPPConstant.STAT_ESME_RINVDSTADR);
        assertEquals(Outcome.refused("smpp-" + SMPPConstant.STAT_ESME_RINVDSTADR), hand());
        gateway.status(0);
        assertEquals(Outcome.SENT, hand());
    }

    @Test
    public void anAnswerThatDoesNotComeIsUncertainAndTheNextConnectionIsNew() {
        provider = provider(Map.of("answer.timeout", "PT10S"));
        gateway.silent(true);
        assertEquals(Outcome.uncertain("no-answer"), hand());
        gateway.silent(false);
        assertEquals(Outcome.SENT, hand());
        assertEquals(2, gateway.binds());
    }

    @Test
    public void whereNobodyIsNothingIsTaken() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        SmppProvider other = new SmppProvider(TestSettings.of(Map.of("sms.port", Integer.toString(port))));
        assertEquals(Outcome.down("unreachable"), other.hand(TestSettings.parcel("13812345678")));
        SmppProvider secured = provider(Map.of("sms.security", "tls", "answer.timeout", "PT1S"));
        assertEquals(Outcome.down("unreachable"), secured.hand(TestSettings.parcel("13812345678")));
    }

    private Outcome hand() {
        return provider.hand(TestSettings.parcel("13812345678"));
    }
}
