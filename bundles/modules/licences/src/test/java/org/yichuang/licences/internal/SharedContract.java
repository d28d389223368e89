package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.LicenceRequests.Revoke;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestEpochs;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;

/** Two registers and the post between them. */
abstract class SharedContract extends Contract {
    static final String ABOVE = "Y1";
    static final String BELOW = "C1";
    static final Revoke FRAUD = new Revoke(RevocationGround.FRAUD, "虚假材料", "办法", "已听取意见", false, "王局长");

    RegisterWorld world;
    RegisterMail mail;
    final TestEpochs epochs = new TestEpochs();

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/licences.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new RegisterWorld(node.transactions(), node.entities("licences"), node.entities("documents"), clock);
        world.province.at("2026-03-02T09:00");
        mail = new RegisterMail(
                world.transactions,
                world.register,
                world.holdings,
                world.messages,
                world.documents,
                world.province,
                new RegisterReminders(world.holdings, epochs));
        node.prove(new JpaChainHeads("licence", node.entities("licences"), node.transactions(), Licence.class));
    }

    /** Granted at the city, made out at the county. */
    void madeOut(String above, String below, String item) {
        world.decidedAt = YANTAI.value();
        link(above, below);
        world.make(above, item, YANTAI);
        world.registered(below, item, HAIYANG);
    }

    void link(String above, String below) {
        world.links.put(
                YANTAI + "/" + above,
                new CaseLinks(HAIYANG.value(), below, null, null, YANTAI.value(), HAIYANG.value()));
        world.links.put(
                HAIYANG + "/" + below,
                new CaseLinks(null, null, YANTAI.value(), above, YANTAI.value(), HAIYANG.value()));
    }

    /** Carries what waits until nothing does. */
    int post() {
        int carried = 0;
        List<Pending> waiting = node.outbox().claim(LicenceRows.TOPIC, 10, Duration.ofMinutes(1));
        while (!waiting.isEmpty()) {
            for (Pending letter : waiting) {
                node.outbox().delivered(letter, receive(letter, mail.payload(letter.tenant(), letter.message())));
                carried++;
            }
            waiting = node.outbox().claim(LicenceRows.TOPIC, 10, Duration.ofMinutes(1));
        }
        return carried;
    }

    String receive(Pending letter, String payload) {
        Incoming incoming = new Incoming(
                letter.message().id(),
                letter.tenant(),
                letter.message().aggregateId(),
                letter.message().sequence(),
                letter.message().type(),
                payload);
        TenantId receiver = new TenantId(letter.message().receiver());
        return world.in(
                CallContext.system(receiver, world.province.now(), "post"),
                unit -> mail.receive(incoming, List.of(), unit));
    }

    LicenceView view(String id, TenantId centre) {
        return world.licences.find(id, world.as("chief-representative", centre));
    }

    /** What has been done, but for the numbers of cases, of which each centre has its own. */
    static List<LicenceAct> told(LicenceView view) {
        return view.acts().stream()
                .map(act -> act.kind().isOfCase() ? act.numbered("") : act)
                .toList();
    }

    void assertTheSame() {
        LicenceView above = view(ABOVE, YANTAI);
        LicenceView below = view(BELOW, HAIYANG);
        assertEquals(above.state(), below.state());
        assertEquals(above.number(), below.number());
        assertEquals(above.validUntil(), below.validUntil());
        assertEquals(above.revocationDue(), below.revocationDue());
        assertEquals(told(above), told(below));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
        assertEquals("", node.journal().verify(YANTAI).firstBreak());
    }

    /** Whether the decision of a case is not in force any more. */
    boolean isRevoked(String number, TenantId centre) {
        CallContext context = CallContext.system(centre, world.province.now(), "test");
        String code = world.documents.of("case", number, context).get(0).code();
        return world.documents.verify(code, context).orElseThrow().revokedOn().isPresent();
    }

    void night(TenantId centre) {
        ExpiryJob job = new ExpiryJob(world.transactions, world.rows, world.renewals, world.messages, world.province);
        job.run(new TestRun(
                CallContext.system(centre, world.province.now(), "test"),
                node.leases()
                        .acquire(job.name() + centre, Duration.ofMinutes(1))
                        .orElseThrow(),
                true));
    }
}
