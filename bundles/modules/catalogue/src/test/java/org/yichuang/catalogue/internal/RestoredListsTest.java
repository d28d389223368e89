package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions.Sent;

/** One of the centres on the road of a list is set back to yesterday's copy: its neighbours say again what is so. */
public class RestoredListsTest extends SubmissionWorld {
    private static final String CODE = TreeItem.whole().code();

    @Test
    public void whatTheCityHadSaidStandsAgainAsItsOpinionAndIsConcludedAnew() {
        String id = sendUp(TreeItem.whole());
        carry();
        judge(YANTAI, id, ExaminationOutcome.RETURN, CODE);
        conclude(YANTAI, id);
        carry();
        assertEquals(ItemStanding.RETURNED, item(HAIYANG, id, CODE).standing());
        forget(YANTAI, id);

        setBack(YANTAI, HAIYANG);
        deliver(sent(0));
        carry();

        SubmittedItem again = item(YANTAI, id, CODE);
        assertEquals(Optional.of(ExaminationOutcome.RETURN), again.outcome());
        assertEquals("理由", again.words());
        assertEquals("examiner", again.examiner());
        assertEquals(SubmissionState.EXAMINING, list(YANTAI, id).state());
        conclude(YANTAI, id);
        carry();
        assertEquals(SubmissionState.CONCLUDED, list(YANTAI, id).state());
        assertEquals(ItemStanding.RETURNED, item(HAIYANG, id, CODE).standing());
        assertTrue(transactions.entries().stream()
                .anyMatch(each -> each.entry().action().equals("remember")
                        && each.entry().details().get("by").equals("haiyang")));
    }

    @Test
    public void nobodyIsRemindedWhoWasNotSetBack() {
        String id = sendUp(TreeItem.whole());
        carry();
        judge(YANTAI, id, ExaminationOutcome.RETURN, CODE);
        conclude(YANTAI, id);
        carry();
        forget(YANTAI, id);
        int before = transactions.messages().size();
        tell(YANTAI, HAIYANG);
        deliver(sent(0));

        deliver(sent(before));

        assertEquals(Optional.empty(), item(YANTAI, id, CODE).outcome());
    }

    @Test
    public void whatTheProvinceHadSaidIsSaidAgainToACityThatSendsTheListOnOnceMore() {
        String id = sendUp(TreeItem.whole());
        carry();
        int up = transactions.messages().size();
        forward(id, CODE);
        int down = transactions.messages().size();
        judge(SHANDONG, id, ExaminationOutcome.KEEP, CODE);
        conclude(SHANDONG, id);
        Sent word = sent(down);
        carry();
        assertEquals(SubmissionState.CONCLUDED, list(HAIYANG, id).state());
        forget(YANTAI, id);

        setBack(YANTAI, HAIYANG);
        deliver(sent(0));
        ProblemException early = assertThrows(ProblemException.class, () -> deliver(word));
        assertEquals("it comes again", CatalogueError.SUBMISSION_UNKNOWN, early.code());
        carry();
        network.pass(Duration.ofDays(3)); // it says the same, but on another day
        conclude(YANTAI, id);
        deliver(word);
        assertEquals(SubmissionState.CONCLUDED, list(YANTAI, id).state());

        Sent once = sent(up);
        assertEquals("submit", once.message().type());
        int before = transactions.messages().size();
        receive(
                SHANDONG,
                new Incoming("again", YANTAI, id, 2, "submit", once.message().payload(), 7));
        assertEquals("word", sent(before).message().type());
        assertTrue(sent(before).message().payload().contains("APPROVED"));
    }

    @Test
    public void aListThatTheCountyDoesNotKnowAnyMoreIsShownAboveAsSuchAndNothingWaits() {
        String id = sendUp(TreeItem.whole());
        carry();
        forget(HAIYANG, id);
        epochs.setBack(HAIYANG);
        judge(YANTAI, id, ExaminationOutcome.RETURN, CODE);
        conclude(YANTAI, id);

        carry();

        assertTrue(list(YANTAI, id).trouble(), list(YANTAI, id).trouble().contains("重新报审"));
    }

    private void setBack(TenantId centre, TenantId neighbour) {
        epochs.setBack(centre);
        tell(centre, neighbour);
    }

    private void tell(TenantId centre, TenantId neighbour) {
        transactions.write(as(neighbour, "post"), Kept.class, unit -> new Kept(mail.told(centre, List.of(), unit)));
    }

    private void receive(TenantId centre, Incoming incoming) {
        transactions.write(as(centre, "post"), Kept.class, unit -> new Kept(mail.receive(incoming, List.of(), unit)));
    }

    /** A list is not there any more, nor what was written of it, as in a copy that is older. */
    private void forget(TenantId centre, String id) {
        String here = " WHERE TENANT='" + centre + "' AND ";
        for (String table : List.of("JOURNAL_ENTRY", "JOURNAL_PENDING", "JOURNAL_OUTBOX")) {
            transactions.sql("DELETE FROM " + table + here + "AGGREGATE_ID='" + id + "'");
        }
        transactions.sql("DELETE FROM CATALOGUE_SUBMITTED" + here + "SUBMISSION='" + id + "'");
        transactions.sql("DELETE FROM CATALOGUE_SUBMISSION" + here + "ID='" + id + "'");
    }
}
