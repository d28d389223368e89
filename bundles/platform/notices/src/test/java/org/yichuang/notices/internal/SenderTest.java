package org.yichuang.notices.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.provider.Outcome;
import org.yichuang.notices.internal.provider.Parcel;

/** What becomes of messages that leave the house. */
public class SenderTest extends NoticeContract {
    @Test
    public void eachGoesOnceOnEachWayThatIsWanted() {
        wantsBoth();
        ask("1");
        assertEquals(State.WAITING, state("1", Channel.MAIL));

        send();
        send();

        assertEquals(State.SENT, state("1", Channel.MAIL));
        assertEquals(State.SENT, state("1", Channel.SMS));
        assertEquals(
                List.of("zhang@example.org"),
                mail.taken.stream().map(Parcel::to).toList());
        Parcel message = sms.taken.get(0);
        assertEquals("13812345678", message.to());
        assertEquals("【海阳市政务服务中心】张晓明：食品经营许可已办好", message.body());
        assertEquals(1, sms.taken.size());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void nothingOfARefusedStepLeaves() {
        wantsBoth();
        assertThrows(
                IllegalArgumentException.class, () -> node.transactions().write(call(HAIYANG), Void.class, unit -> {
                    notices.send(Collected.about("1"), unit);
                    throw new IllegalArgumentException("the step refuses");
                }));

        send();

        assertEquals(List.of(), mail.taken);
    }

    @Test
    public void nobodyIsToldOnAWayThatTheyOrTheCentreDoNotWant() {
        inbox.setWays(new Ways("zhang@example.org", false, "13812345678", true), zhang());
        province.policy(HAIYANG, NoticesDescriptor.SMS, "false");
        ask("1");
        send();

        assertEquals(1, notices.of("case", "1", call(HAIYANG)).size());
        assertEquals(List.of(), mail.taken);
        assertEquals(List.of(), sms.taken);
    }

    @Test
    public void aLostAnswerIsUncertainAndNotRepeatedByItself() {
        wantsBoth();
        mail.answer = Outcome.uncertain("no-answer");
        ask("1");
        send();
        clock.forward(Duration.ofHours(1));
        send();

        assertEquals(State.UNCERTAIN, state("1", Channel.MAIL));
        assertEquals(1, mail.taken.size());
        assertEquals(1, wiring.pending().ofState(State.UNCERTAIN, 5).size());
        NoticeView shown = care.list(State.UNCERTAIN, PageRequest.of(null, null), manager())
                .items()
                .get(0);
        assertEquals("no-answer", shown.reason());
    }

    @Test
    public void somebodySendsAnUncertainOneAgainToThePresentAddress() {
        wantsBoth();
        mail.answer = Outcome.uncertain("no-answer");
        ask("1");
        send();
        inbox.setWays(new Ways("other@example.org", true, "", false), zhang());
        mail.answer = Outcome.SENT;

        String id = view("1", Channel.MAIL).id();
        assertEquals("fields-invalid", codeOf(() -> care.sendAgain(id, " ", manager())));
        assertEquals("not-allowed", codeOf(() -> care.sendAgain(id, "电话核实未收到", zhang())));
        care.sendAgain(id, "电话核实未收到", manager());
        assertEquals("notice-state", codeOf(() -> care.sendAgain(id, "电话核实未收到", manager())));
        send();

        assertEquals(State.SENT, state("1", Channel.MAIL));
        assertEquals("other@example.org", mail.taken.get(1).to());
        assertEquals(mail.taken.get(0).id(), mail.taken.get(1).id());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void aSettledOneIsNotSentAgain() {
        wantsBoth();
        mail.answer = Outcome.refused("smtp-550");
        ask("1");
        send();
        assertEquals(State.REFUSED, state("1", Channel.MAIL));

        String id = view("1", Channel.MAIL).id();
        care.settle(id, "已电话告知", manager());
        send();

        assertEquals(State.SETTLED, state("1", Channel.MAIL));
        assertEquals("notice-state", codeOf(() -> care.settle(id, "已电话告知", manager())));
        assertEquals(1, mail.taken.size());
    }

    @Test
    public void whoeverDiesBetweenHandOverAndNoteLeavesAnUncertainMessage() {
        wantsBoth();
        mail.meanwhile = () -> {
            throw new ThreadDeath();
        };
        ask("1");
        assertThrows(ThreadDeath.class, this::send);
        assertEquals(State.SENDING, state("1", Channel.MAIL));
        mail.meanwhile = () -> {};

        send();
        assertEquals(State.SENDING, state("1", Channel.MAIL));
        clock.forward(LAPSE.plusSeconds(1));
        send();

        assertEquals(State.UNCERTAIN, state("1", Channel.MAIL));
        assertEquals("interrupted", view("1", Channel.MAIL).reason());
        assertEquals(1, mail.taken.size());
    }

    @Test
    public void whoeverCannotClaimTakesTheClaimOfNobodyElseAway() {
        wantsBoth();
        ask("1");
        mail.meanwhile = () -> {
            throw new ThreadDeath();
        };
        AtomicBoolean isFirst = new AtomicBoolean(true);
        wiring(other)
                .sender()
                .deliverDue(
                        HAIYANG,
                        Channel.MAIL,
                        unit -> {
                            if (isFirst.getAndSet(false)) {
                                // Another node claims it, hands it over and dies
                                assertThrows(CompletionException.class, CompletableFuture.runAsync(this::send)::join);
                                throw ProblemException.of(IdentityError.PERSONAL_DATA_UNREADABLE);
                            }
                        },
                        () -> true);
        mail.meanwhile = () -> {};
        clock.forward(Duration.ofHours(1));
        send();

        assertEquals(State.UNCERTAIN, state("1", Channel.MAIL));
        assertEquals("interrupted", view("1", Channel.MAIL).reason());
        assertEquals(1, mail.taken.size());
    }

    @Test
    public void oneThatCannotBeReadHoldsUpNoOtherAndIsNamedAsLate() {
        wantsBoth();
        ask("1");
        String damaged = view("1", Channel.MAIL).id();
        database.run("UPDATE NOTICES_NOTICE SET CONTENT='e1.nothing' WHERE NOTICE='" + damaged + "'");
        ask("2");
        send();
        assertEquals(State.SENT, state("2", Channel.MAIL));

        clock.forward(Duration.ofMinutes(20));
        assertEquals(List.of(HAIYANG + "/" + damaged), wiring.pending().late(Duration.ofMinutes(15), 5));
    }

    @Test
    public void whatFailsHoldsUpNoOtherMessageAndNoOtherCentre() {
        wantsBoth();
        province.policy(YANTAI, NoticesDescriptor.MAIL, "true");
        inbox.setWays(new Ways("li@example.org", true, "", false), call(YANTAI).by(zhang().actor()));
        ask("1");
        database.run("UPDATE NOTICES_NOTICE SET CHANNEL='X' WHERE NOTICE='"
                + view("1", Channel.MAIL).id() + "'");
        clock.forward(Duration.ofSeconds(1));
        ask("2");
        ask("3", YANTAI);

        send();

        assertEquals(
                Set.of("zhang@example.org", "li@example.org"),
                mail.taken.stream().map(Parcel::to).collect(Collectors.toSet()));
    }

    @Test
    public void nothingIsWrittenForWhatWaitsForAProvider() {
        wantsBoth();
        mail.isConfigured = false;
        for (int i = 1; i <= 5; i++) {
            ask("" + i);
        }
        send();
        clock.forward(Duration.ofMinutes(3));
        send();

        String noted = "UPDATE NOTICES_DUE SET ATTEMPTS=ATTEMPTS WHERE CHANNEL='MAIL' AND LAST_ERROR IS ";
        assertEquals(0, database.run(noted + "NOT NULL"));
        assertEquals(5, database.run(noted + "NULL"));
        mail.isConfigured = true;
        send();
        assertEquals(5, mail.taken.size());
    }

    @Test
    public void anOrderlyStopWaitsForTheAnswerToWhatIsBeingHandedOver() throws Exception {
        wantsBoth();
        ask("1");
        CountDownLatch answer = new CountDownLatch(1);
        mail.meanwhile = () -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Sender sender = running(node).sender();
        sender.wake(HAIYANG, Channel.MAIL);
        await("it is being handed over", () -> mail.taken.size() == 1);

        Thread stopping = new Thread(sender::stop);
        stopping.start();
        await(
                "the stop waits or has ended",
                () -> stopping.getState() == Thread.State.TIMED_WAITING || !stopping.isAlive());
        answer.countDown();
        stopping.join();

        assertEquals(State.SENT, state("1", Channel.MAIL));
    }

    @Test
    public void theCentreWhoseMessageIsDueLongestComesFirst() {
        wantsBoth();
        province.policy(YANTAI, NoticesDescriptor.MAIL, "true");
        inbox.setWays(new Ways("li@example.org", true, "", false), call(YANTAI).by(zhang().actor()));
        ask("1", YANTAI);
        clock.forward(Duration.ofSeconds(1));
        ask("1");

        send();

        assertEquals(
                List.of("li@example.org", "zhang@example.org"),
                mail.taken.stream().map(Parcel::to).toList());
    }

    @Test
    public void anAnswerThatComesAfterTheClaimHasLapsedIsStillNoted() {
        wantsBoth();
        mail.meanwhile = () -> {
            mail.meanwhile = () -> {};
            clock.forward(LAPSE.plusSeconds(1));
            send();
            assertEquals(State.UNCERTAIN, state("1", Channel.MAIL));
        };
        ask("1");
        send();

        assertEquals(State.SENT, state("1", Channel.MAIL));
        assertEquals(1, mail.taken.size());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void oneThatIsNotTakenNowIsTriedAgainUntilItIsTooOld() {
        wantsBoth();
        mail.answer = Outcome.later("smtp-451");
        ask("1");
        for (int i = 0; i < 100; i++) {
            send();
            clock.forward(Duration.ofMinutes(45));
        }

        assertEquals(State.EXPIRED, state("1", Channel.MAIL));
        int tries = mail.taken.size();
        assertEquals(
                "as often as there are pauses of 43 minutes in two days: " + tries, true, tries > 20 && tries < 70);
    }

    @Test
    public void pausesGrow() {
        wantsBoth();
        mail.answer = Outcome.later("smtp-451");
        ask("1");
        send();
        clock.forward(Duration.ofSeconds(9));
        send();
        assertEquals(1, mail.taken.size());
        clock.forward(Duration.ofSeconds(2));
        send();
        assertEquals(2, mail.taken.size());
        clock.forward(Duration.ofSeconds(11));
        send();
        assertEquals(2, mail.taken.size());
        clock.forward(Duration.ofSeconds(10));
        send();
        assertEquals(3, mail.taken.size());
    }

    @Test
    public void aProviderThatIsDownIsLeftAloneAndOthersAreNot() {
        wantsBoth();
        mail.answer = Outcome.down("unreachable");
        for (int i = 1; i <= 10; i++) {
            ask("" + i);
        }
        send();
        assertEquals(3, mail.taken.size());
        assertEquals(10, sms.taken.size());

        mail.answer = Outcome.SENT;
        clock.forward(Duration.ofMinutes(2));
        send();
        assertEquals(13, mail.taken.size());
        assertEquals(State.SENT, state("10", Channel.MAIL));
    }

    @Test
    public void aRehearsalMakesNoMessageTooOldAndNoTelephoneRingAtNight() {
        wantsBoth();
        province.at("2026-03-02T23:00");
        mail.answer = Outcome.later("smtp-451");
        ask("1");
        clock.moveBy(Duration.ofDays(30).plusHours(12));
        wiring = wiring(node);
        send();
        assertEquals(State.WAITING, state("1", Channel.MAIL));
        assertEquals(List.of(), sms.taken);

        clock.moveBy(Duration.ZERO);
        wiring = wiring(node);
        mail.answer = Outcome.SENT;
        province.at("2026-03-03T09:00");
        send();
        assertEquals(State.SENT, state("1", Channel.MAIL));
        assertEquals(State.SENT, state("1", Channel.SMS));
    }

    @Test
    public void noTelephoneRingsAtNight() {
        wantsBoth();
        province.at("2026-03-02T21:00");
        ask("1");
        send();
        assertEquals(1, mail.taken.size());
        assertEquals(List.of(), sms.taken);

        province.at("2026-03-03T07:59");
        send();
        assertEquals(List.of(), sms.taken);
        province.at("2026-03-03T08:00");
        send();
        assertEquals(1, sms.taken.size());
    }
}
