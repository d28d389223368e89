package org.yichuang.documents.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** Whoever holds a document is answered; whoever guesses learns nothing. */
public class CodeVerificationTest extends Contract {
    private static final String HALL = "192.0.2.7";
    private static final String HOME = "192.0.2.8";

    private final TestCentres province = new TestCentres();
    private Wiring wiring;
    private CodeVerification verification;
    private DocumentView document;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        TemplateRegistry templates = new TemplateRegistry(new DefaultModuleRegistry(null));
        templates.bound(new Receipt());
        wiring = TestRegistries.wiring(node, cipher, templates, province, clock);
        wiring.printer().stop();
        verification = new CodeVerification(wiring.documents());
        document = node.transactions().write(call(HAIYANG), DocumentView.class, unit -> wiring.documents()
                .issue(Receipt.about("1"), unit));
    }

    @Test
    public void everyWrongCodeIsAnsweredAlike() {
        String expected = answer("0000000000000000", HAIYANG, HALL);

        assertEquals("of another centre", expected, answer(document.code(), YANTAI, HALL));
        assertEquals("a number", expected, answer(document.number(), HAIYANG, HALL));
        assertEquals("an id", expected, answer(document.id(), HAIYANG, HALL));
        assertEquals("nothing", expected, answer("", HAIYANG, HALL));
        assertEquals("much", expected, answer("A".repeat(10_000), HAIYANG, HALL));
        assertEquals("nearly", expected, answer(document.code().substring(1), HAIYANG, HALL));
    }

    @Test
    public void whoTypesTheNumberIsToldThatTheCodeIsWanted() {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> verification.verify(document.number(), HALL, call(HAIYANG)));

        assertTrue(refusal.zh(), refusal.zh().contains("16 位核验码"));
    }

    @Test
    public void whoGuessesIsAnsweredNoMoreUntilTheMinuteIsOver() {
        for (int i = 0; i < 60; i++) {
            assertEquals("document-unknown", code("WRONG" + i, HALL));
        }

        assertEquals("too-many-requests", code("WRONG", HALL));
        assertEquals("nor what is right", "too-many-requests", code(document.code(), HALL));
        assertEquals("others are", "", code(document.code(), HOME));
        province.pass(Duration.ofMinutes(1));
        assertEquals("", code(document.code(), HALL));
    }

    @Test
    public void whoHoldsDocumentsMayAskAsOftenAsTheyLike() {
        for (int i = 0; i < 100; i++) {
            assertEquals("", code(document.code(), HALL));
        }
    }

    private String answer(String code, TenantId centre, String origin) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> verification.verify(code, origin, call(centre)));
        return refusal.code().code() + refusal.message().forLog() + refusal.fields();
    }

    private String code(String code, String origin) {
        try {
            assertEquals(
                    document.number(),
                    verification.verify(code, origin, call(HAIYANG)).number());
            return "";
        } catch (ProblemException e) {
            return e.code().code();
        }
    }

    private CallContext call(TenantId centre) {
        return CallContext.system(centre, province.now(), "verify");
    }
}
