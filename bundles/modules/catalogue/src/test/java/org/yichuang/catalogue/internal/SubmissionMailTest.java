package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.Submissions.TakingBack;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions.Sent;

/** Letters about drafts: once, in order, of whom they may come, and seen when they do not leave. */
public class SubmissionMailTest extends SubmissionWorld {
    private static final String NO_ROAD = "\"steps\":[]";
    private static final String CODE = TreeItem.whole().code();

    @Test
    public void whatComesTwiceHasOneEffect() {
        String id = sendUp(TreeItem.whole());

        assertEquals("2026-03-30", deliver(sent(0)));
        assertEquals("2026-03-30", deliver(sent(0)));
        assertEquals(1, list(YANTAI, id).items());
        judge(YANTAI, id, ExaminationOutcome.KEEP, CODE);
        deliver(sent(0));
        assertEquals(
                "what was said stays",
                ExaminationOutcome.KEEP,
                item(YANTAI, id, CODE).outcome().orElseThrow());
    }

    @Test
    public void nothingOvertakes() {
        String id = sendUp(TreeItem.whole());
        Sent letter = sent(0);

        unfit(CatalogueError.SUBMISSION_STATE, YANTAI, renumbered(letter, HAIYANG, 2));
        carry();
        unfit(CatalogueError.SUBMISSION_UNKNOWN, YANTAI, renumbered(letter, LAISHAN, 2));
        unfit(CatalogueError.ITEM_INVALID, YANTAI, renumbered(letter, HAIYANG, 2));
        assertEquals(SubmissionState.EXAMINING, list(YANTAI, id).state());
    }

    @Test
    public void nobodyAboveSendsDraftsDown() {
        sendUp(TreeItem.whole());

        unfit(CatalogueError.ITEM_INVALID, LAISHAN, renumbered(sent(0), YANTAI, 1), "上级中心不向下级报审");
    }

    @Test
    public void aLetterThatDoesNotFitIsNotTaken() {
        String id = sendUp(TreeItem.whole());
        Incoming good = renumbered(sent(0), HAIYANG, 1);

        for (String bad : List.of(
                "null",
                "{",
                good.payload().replace("\"version\":1,\"type\"", "\"version\":2,\"type\""),
                good.payload().replace(id, "other"),
                good.payload().replace("\"parts\":[", "\"parts\":[{\"code\":\"X\",\"standing\":\"OPEN\"},"))) {
            Incoming letter = new Incoming("m", HAIYANG, id, 1, "submit", bad);
            unfit(CatalogueError.ITEM_INVALID, YANTAI, letter);
        }
        assertTrue(good.payload(), good.payload().contains(TreeItem.whole().name()));
    }

    @Test
    public void theTrailSaysThatALetterDoesNotLeave() {
        String id = sendUp(TreeItem.whole());
        OutgoingMessage letter = sent(0).message();
        write(HAIYANG, () -> {}, letter, "对方不在");
        assertEquals("对方不在", list(HAIYANG, id).trouble());

        carry();
        assertEquals("", list(HAIYANG, id).trouble());
        assertTrue(transactions.entries().stream()
                .anyMatch(each -> each.entry().action().equals("message-parked")));
    }

    private void write(TenantId centre, Runnable before, OutgoingMessage letter, String reason) {
        transactions.write(as(centre, "post"), Kept.class, unit -> {
            before.run();
            mail.parked(letter, reason, unit);
            return new Kept(reason);
        });
    }

    @Test
    public void theWordOfTheProvinceComesOnlyOfTheCityToTheCounty() {
        String id = sendUp(TreeItem.whole());
        carry();
        forward(id, CODE);
        int before = transactions.messages().size();
        judge(SHANDONG, id, ExaminationOutcome.KEEP, CODE);
        conclude(SHANDONG, id);
        Sent word = sent(before);

        unfit(CatalogueError.SUBMISSION_UNKNOWN, HAIYANG, renumbered(word, SHANDONG, 1));
        assertEquals(SubmissionState.ABOVE, list(HAIYANG, id).state());
        carry();
        assertEquals(SubmissionState.CONCLUDED, list(HAIYANG, id).state());
    }

    @Test
    public void nobodySpeaksForACentreAboveInALetterFromBelow() {
        sendUp(TreeItem.whole());
        Incoming good = renumbered(sent(0), HAIYANG, 1);
        assertTrue(good.payload(), good.payload().contains(NO_ROAD));

        for (String forged : List.of(
                step("shandong", "PROVINCE", "KEEP", "2026-03-02"),
                step("haiyang", "COUNTY", "KEEP", "2026-03-02"),
                step("Nowhere!", "COUNTY", "KEEP", "2026-03-02"),
                step("haiyang", "COUNTY", "KEEP", "x"),
                step("haiyang", "COUNTY", "KEEP", "2026-02-31"))) {
            String payload = good.payload().replace(NO_ROAD, forged);
            unfit(CatalogueError.ITEM_INVALID, YANTAI, of(good, payload));
        }
        unfit(CatalogueError.ITEM_INVALID, YANTAI, of(good, good.payload().replace("\"ABOVE\"", "\"APPROVED\"")));
    }

    @Test
    public void theCityHasNotTheLastWordOfTheProvince() {
        String id = sendUp(TreeItem.whole());
        carry();
        int before = transactions.messages().size();
        judge(YANTAI, id, ExaminationOutcome.KEEP, CODE);
        conclude(YANTAI, id);
        Sent word = transactions
                .messages()
                .subList(before, transactions.messages().size())
                .stream()
                .filter(each -> each.message().type().equals("word"))
                .findFirst()
                .orElseThrow();
        Incoming good = renumbered(word, YANTAI, word.message().sequence());
        String approved = good.payload().replace("\"ABOVE\"", "\"APPROVED\"");

        unfit(CatalogueError.ITEM_INVALID, HAIYANG, of(good, approved), "上下级关系不符");
        unfit(
                CatalogueError.ITEM_INVALID,
                HAIYANG,
                of(good, approved.replace("\"level\":\"CITY\"", "\"level\":\"PROVINCE\"")),
                "上下级关系不符");
        unfit(CatalogueError.ITEM_INVALID, HAIYANG, of(good, approved.replaceAll("\"steps\":\\[.*?]", "\"steps\":[]")));
        unfit(
                CatalogueError.ITEM_INVALID,
                HAIYANG,
                of(good, good.payload().replaceAll("\"holderDue\":\"[^\"]*\"", "\"holderDue\":\"2026-02-31\"")));
        unfit(
                CatalogueError.ITEM_INVALID,
                HAIYANG,
                of(good, good.payload().replaceAll("\"holder\":\"[^\"]*\"", "\"holder\":\"" + "长".repeat(201) + "\"")));
        carry();
        assertEquals(SubmissionState.ABOVE, list(HAIYANG, id).state());
    }

    @Test
    public void aNoThatCrossesTheTakingBackEndsAnEarlierYes() {
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        String first = sendUp(TreeItem.whole());
        carry();
        forward(first, CODE);
        String again = submissions.submit(new NewSubmission("复核", List.of(CODE)), as(HAIYANG, "editor"));
        carry();
        judge(YANTAI, again, ExaminationOutcome.RETURN, CODE);
        conclude(YANTAI, again);
        submissions.withdraw(again, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        carry();

        refused(CatalogueError.APPROVAL_MISSING, () -> editing.publish(CODE, as(HAIYANG, "editor")));
    }

    @Test
    public void nobodyHasAgreedToWhatWasWrittenSince() {
        network.policy(HAIYANG, ReviewAbove.POLICY, "none");
        String id = sendUp(TreeItem.whole());
        carry();
        forward(id, CODE);
        editing.draft(TreeItem.named("另一个名称"), as(HAIYANG, "editor"));
        editing.publish(CODE, as(HAIYANG, "editor"));

        assertEquals(List.of(), submissions.agreed(CODE, as(HAIYANG, "editor")));
        assertFalse(transactions
                .entries()
                .get(transactions.entries().size() - 1)
                .entry()
                .details()
                .containsKey("approvedBy"));
    }

    @Test
    public void aTakingBackThatComesLateCountsFromItsDay() {
        network.policy(YANTAI, ReviewAbove.DAYS, "5");
        String id = sendUp(TreeItem.whole());
        carry();
        submissions.withdraw(id, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        network.pass(Duration.ofDays(45));
        carry();

        assertFalse(list(YANTAI, id).late());
    }

    private static String step(String centre, String level, String outcome, String on) {
        return "\"steps\":[{\"centre\":\"%s\",\"name\":\"省政务服务中心\",\"level\":\"%s\",\"outcome\":\"%s\",\"words\":\"\","
                        .formatted(centre, level, outcome)
                + "\"examiner\":\"甲\",\"on\":\"" + on + "\"}]";
    }

    private static Incoming of(Incoming letter, String payload) {
        return new Incoming(
                letter.id(), letter.sender(), letter.aggregateId(), letter.sequence(), letter.type(), payload);
    }

    private static Incoming renumbered(Sent letter, TenantId sender, long sequence) {
        OutgoingMessage message = letter.message();
        return new Incoming(message.id(), sender, message.aggregateId(), sequence, message.type(), message.payload());
    }

    private void unfit(CatalogueError code, TenantId centre, Incoming letter, String... words) {
        ProblemException refusal = assertThrows(
                letter.payload(),
                ProblemException.class,
                () -> transactions.write(
                        as(centre, "post"), Kept.class, unit -> new Kept(mail.receive(letter, List.of(), unit))));
        assertEquals(refusal.getMessage(), code, refusal.code());
        for (String word : words) {
            assertTrue(refusal.zh(), refusal.zh().contains(word));
        }
    }
}
