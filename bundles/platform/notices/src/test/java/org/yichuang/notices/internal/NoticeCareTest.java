package org.yichuang.notices.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.Outcome;

/** What staff find of messages that did not arrive, or may not have. */
public class NoticeCareTest extends NoticeContract {
    @Test
    public void theCountsTellWhatWaitsForADecision() {
        wantsBoth();
        mail.answer = Outcome.uncertain("no-answer");
        sms.answer = Outcome.refused("smpp-11");
        ask("1");
        ask("2");
        send();
        care.settle(view("2", Channel.SMS).id(), "已电话告知", manager());
        mail.answer = Outcome.later("smtp-451");
        ask("3");

        Map<State, Integer> counts = care.counts(manager());
        assertEquals(
                List.of(2, 1, 1, 0),
                List.of(
                        counts.get(State.UNCERTAIN),
                        counts.get(State.REFUSED),
                        counts.get(State.SETTLED),
                        counts.get(State.EXPIRED)));
        assertEquals("mail and message of the third", Integer.valueOf(2), counts.get(State.WAITING));
        assertEquals(
                "what has arrived is not counted",
                EnumSet.complementOf(EnumSet.of(State.SENT, State.SENDING)),
                counts.keySet());
        assertEquals(
                "nor what another centre has",
                Integer.valueOf(0),
                care.counts(call(YANTAI).by(manager().actor())).get(State.UNCERTAIN));
        assertEquals("not-allowed", codeOf(() -> care.counts(zhang())));
    }
}
