package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.persistence.QuotaRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** One account of the public leaves no more at a centre in a day than the centre allows. */
public class QuotasTest {
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
    }

    @Test
    public void filesWithoutACaseAreBoundedForADay() {
        centres.province.policy(HAIYANG, "quota.uploads", "3");
        for (int i = 0; i < 3; i++) {
            upload("li", "applicant");
        }

        ProblemException refusal = isRefused(() -> upload("li", "applicant"));

        assertTrue(refusal.zh(), refusal.zh().contains("3 个") && refusal.zh().contains("2026-09-15 零时"));
        assertTrue(refusal.en(), refusal.en().contains("2026-09-15"));
        upload("wang", "applicant");
        upload("clerk", "clerk");
        centres.province.at("2026-09-15T00:00");
        upload("li", "applicant");
    }

    @Test
    public void whatIsOverTheQuotaIsRefusedBeforeItIsReadUnlessItRepeatsWhatWasDone() {
        centres.province.policy(HAIYANG, "quota.uploads", "3");
        QuotaPrecheck precheck = centres.cases.precheck();
        precheck.checkUpload(li("first"));
        for (String key : List.of("first", "second", "third")) {
            upload(li(key));
        }

        isRefused(() -> precheck.checkUpload(li("fourth")));
        isRefused(() -> precheck.checkUpload(li("first").withoutKey()));

        precheck.checkUpload(li("first"));
        precheck.checkUpload(centres.as("clerk", "clerk", Set.of(), HAIYANG));
        precheck.checkApplication(li("fourth"));
    }

    @Test
    public void aKeyThatWasAnsweredOpensNoDoorForEverMoreBodies() {
        centres.province.policy(HAIYANG, "quota.uploads", "2");
        QuotaPrecheck precheck = centres.cases.precheck();
        upload(li("first"));
        upload(li("second"));
        for (int i = 0; i < 5; i++) {
            precheck.checkUpload(li("first"));
        }

        isRefused(() -> precheck.checkUpload(li("first")));

        precheck.checkUpload(li("second"));
    }

    private CallContext li(String key) {
        CallContext li = centres.as("li", "applicant", Set.of(), HAIYANG);
        return new CallContext(
                li.tenant(),
                li.actor(),
                li.at(),
                li.requestId(),
                Optional.of(new IdempotencyKey(key, "")),
                Optional.empty());
    }

    @Test
    public void applicationsAreBoundedForADay() {
        centres.province.policy(HAIYANG, "quota.applications", "2");
        submit("li");
        submit("li");

        isRefused(() -> submit("li"));

        submit("wang");
        centres.province.at("2026-09-15T09:00");
        submit("li");
    }

    @Test
    public void unfinishedApplicationsAreBoundedForADay() {
        centres.province.policy(HAIYANG, "quota.drafts", "2");
        draft("li");
        draft("li");

        isRefused(() -> draft("li"));

        centres.province.at("2026-09-15T09:00");
        draft("li");
    }

    @Test
    public void anotherNodeCountsTheSameRows() {
        centres.province.policy(HAIYANG, "quota.applications", "2");
        submit("li");
        submit("li");
        Centres other = new Centres(transactions);
        other.province.policy(HAIYANG, "quota.applications", "2");
        CallContext li = other.as("li", "applicant", Set.of(), HAIYANG);
        other.service.submit(Centres.application(Items.SIMPLE, null), li);

        isRefused(() -> other.service.submit(Centres.application(Items.SIMPLE, null), li));
    }

    @Test
    public void whoAppliesAsPeopleDoCostsNoStatementMore() {
        int[] asked = {0};
        Quotas quotas = new Quotas(centres.province, new QuotaRows() {
            @Override
            public long uploads(UnitOfWork unit, Instant since) {
                asked[0]++;
                return super.uploads(unit, since);
            }
        });
        CallContext li = centres.as("li", "applicant", Set.of(), HAIYANG);
        for (int i = 0; i < 10; i++) {
            count(quotas, li);
        }
        assertEquals(0, asked[0]);

        count(quotas, li);

        assertEquals(1, asked[0]);
    }

    private static void count(Quotas quotas, CallContext context) {
        transactions.write(context, Void.class, unit -> {
            quotas.require(Quotas.Kind.UPLOADS, unit);
            return null;
        });
    }

    private static ProblemException isRefused(ThrowingRunnable act) {
        ProblemException refusal = assertThrows(ProblemException.class, act);
        assertEquals(CaseError.QUOTA_EXCEEDED, refusal.code());
        assertEquals("quota-exceeded", refusal.code().code());
        return refusal;
    }

    private void upload(String account, String role) {
        upload(centres.as(account, role, Set.of(), HAIYANG));
    }

    private void upload(CallContext context) {
        centres.service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), context);
    }

    private void submit(String account) {
        centres.service.submit(
                Centres.application(Items.SIMPLE, null), centres.as(account, "applicant", Set.of(), HAIYANG));
    }

    private void draft(String account) {
        centres.drafts.begin(Items.SIMPLE, Items.FIRST, Map.of(), centres.as(account, "applicant", Set.of(), HAIYANG));
    }
}
