package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.testing.ModuleTransactions.Sent;

/** A letter about a case that was removed once its years had passed is answered, and waits nowhere for ever. */
public class LateLettersTest extends RetentionWorld {
    @Test
    public void aLetterAboutACaseThatIsRemovedHasNoEffectAndIsReceipted() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        centres.post();
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        Sent withdrawal = transactions.messages().get(0);
        centres.post();
        assertEquals(CaseState.WITHDRAWN, centres.find(city, YANTAI).state());

        transactions.sql("UPDATE JOURNAL_OUTBOX SET STATE='DELIVERED'"); // as it is carried here by hand
        centres.province.at(DUE);
        String batch = retention
                .propose(new Propose(List.of(city), "鉴定意见2号"), archivist(YANTAI))
                .summary()
                .id();
        retention.confirm(batch, manager(YANTAI));
        work();
        assertEquals("case-unknown", codeOf(() -> centres.find(city, YANTAI)));

        String words = centres.carry(withdrawal);

        assertTrue(words, words.startsWith(city + "："));
        assertTrue(words, words.contains("removed"));
        assertEquals("nothing is opened anew", 1, rows("CASES_CASE"));
    }

    @Test
    public void soIsOneAboutTheMemberOfAJointCaseThatIsRemoved() {
        String county = centres.service
                .submit(JointSamples.application(JointSamples.PARK, Map.of()), centres.clerk(HAIYANG))
                .number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        String city = centres.numberAt(YANTAI, county + "-b2");
        centres.service.accept(city, ACCEPT, centres.clerk(YANTAI));
        Sent receipt = transactions.messages().get(0);
        centres.post();
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.WITHDRAWN, centres.find(city, YANTAI).state());

        transactions.sql("UPDATE JOURNAL_OUTBOX SET STATE='DELIVERED'"); // as it is carried here by hand
        centres.province.at(DUE);
        String batch = retention
                .propose(new Propose(List.of(county), "鉴定意见3号"), archivist(HAIYANG))
                .summary()
                .id();
        retention.confirm(batch, manager(HAIYANG));
        work();
        assertEquals("case-unknown", codeOf(() -> centres.find(county, HAIYANG)));

        String words = centres.carry(receipt);

        assertTrue(words, words.startsWith(county + "-b2："));
        assertTrue(words, words.contains("removed"));
    }
}
