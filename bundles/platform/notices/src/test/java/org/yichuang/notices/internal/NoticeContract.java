package org.yichuang.notices.internal;

import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.Inbox;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.api.NoticeCare;
import org.yichuang.notices.api.NoticePermission;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.api.NoticeTexts;
import org.yichuang.notices.internal.provider.Providers;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;

/** A centre with messages, on both databases; nothing leaves behind the test's back. */
abstract class NoticeContract extends Contract {
    static final Duration LAPSE = Duration.ofMinutes(10);

    final TestCentres province = new TestCentres(clock);
    final PlayedProvider mail = new PlayedProvider(Channel.MAIL);
    final PlayedProvider sms = new PlayedProvider(Channel.SMS);
    EnvelopeCipher cipher;
    Wiring wiring;
    NoticeService notices;
    Inbox inbox;
    NoticeCare care;
    NoticeTexts texts;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/notices.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        cipher = cipher(Path.of("nowhere", "personal-data.keys"));
        province.policy(HAIYANG, NoticesDescriptor.MAIL, "true");
        province.policy(HAIYANG, NoticesDescriptor.SMS, "true");
        wiring = wiring(node);
        notices = wiring.notices();
        inbox = wiring.inbox();
        care = wiring.care();
        texts = wiring.texts();
        node.prove(wiring.noticeHeads());
        node.prove(wiring.textHeads());
        node.prove(wiring.recipientHeads());
    }

    static EnvelopeCipher cipher(Path masterKeys) {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        return new EnvelopeCipher(digests, MasterKeys.open(digests, masterKeys), () -> true, () -> true);
    }

    /** One that hands over nothing by itself. */
    Wiring wiring(TestNode of) {
        Wiring made = running(of);
        made.sender().stop();
        return made;
    }

    Wiring running(TestNode of) {
        TemplateRegistry templates = new TemplateRegistry();
        templates.bound(new Collected());
        return new Wiring(
                of.entities("notices"),
                of.transactions(),
                cipher,
                templates,
                province,
                clock,
                new Providers(List.of(mail, sms), clock, () -> LAPSE));
    }

    void ask(String number) {
        ask(number, HAIYANG);
    }

    void ask(String number, TenantId centre) {
        node.transactions().write(call(centre), Void.class, unit -> {
            notices.send(Collected.about(number), unit);
            return null;
        });
    }

    /** Zhang wants mail and short messages. */
    void wantsBoth() {
        inbox.setWays(new Ways("zhang@example.org", true, "13812345678", true), zhang());
    }

    /** What the jobs do. */
    void send() {
        for (SendJob job : List.of((SendJob) wiring.mailJob(), (SendJob) wiring.smsJob())) {
            job.run(new TestRun(
                    CallContext.system(HAIYANG, province.now(), "send"),
                    node.leases().acquire(job.name(), Duration.ofHours(1)).orElseThrow(),
                    true));
        }
    }

    State state(String number, Channel channel) {
        return view(number, channel).state();
    }

    NoticeView view(String number, Channel channel) {
        return notices.of("case", number, call(HAIYANG)).stream()
                .filter(notice -> notice.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    CallContext call(TenantId tenant) {
        return CallContext.system(tenant, province.now(), "t");
    }

    CallContext zhang() {
        return call(HAIYANG).by(new Actor("zhang", Collected.NAME, Set.of("applicant")));
    }

    CallContext manager() {
        return call(HAIYANG)
                .by(new Actor("manager", "主任", Set.of("centre-manager"))
                        .permitted(Set.of(NoticePermission.VIEW, NoticePermission.SETTLE, NoticePermission.TEXTS)));
    }

    static String codeOf(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }
}
