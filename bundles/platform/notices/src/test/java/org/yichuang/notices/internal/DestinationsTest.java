package org.yichuang.notices.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import org.junit.Test;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.Parcel;

/** Where messages go when people or centres have changed their minds meanwhile. */
public class DestinationsTest extends NoticeContract {
    @Test
    public void whatIsNotWantedAnyMoreDoesNotLeave() {
        wantsBoth();
        province.at("2026-03-02T21:05");
        ask("1");
        inbox.setWays(new Ways("", false, "13812345678", false), zhang());
        province.at("2026-03-03T08:00");
        send();

        assertEquals(List.of(), sms.taken);
        assertEquals(State.SETTLED, state("1", Channel.SMS));
        assertEquals("unwanted", view("1", Channel.SMS).reason());

        wantsBoth();
        province.at("2026-03-03T21:05");
        ask("2");
        province.policy(HAIYANG, NoticesDescriptor.SMS, "false");
        province.at("2026-03-04T08:00");
        send();
        assertEquals(List.of(), sms.taken);
        assertEquals(State.SETTLED, state("2", Channel.SMS));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void whatLeavesGoesToTheNumberOfThen() {
        wantsBoth();
        province.at("2026-03-02T21:05");
        ask("1");
        inbox.setWays(new Ways("", false, "13900001111", true), zhang());
        province.at("2026-03-03T08:00");
        send();

        assertEquals(List.of("13900001111"), sms.taken.stream().map(Parcel::to).toList());
        assertEquals(State.SENT, state("1", Channel.SMS));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void addressesThatCannotBeReadKeepNobodyFromTheStep() {
        wantsBoth();
        database.run("UPDATE NOTICES_RECIPIENT SET WAYS='e1.nothing'");

        ask("1");

        assertEquals(State.SENT, state("1", Channel.INBOX));
        assertEquals(1, notices.of("case", "1", call(HAIYANG)).size());
    }
}
