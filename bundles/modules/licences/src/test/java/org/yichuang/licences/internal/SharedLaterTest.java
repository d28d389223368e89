package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;

/** What was made out before registers told each other, and copies of letters that differ; on both databases. */
public class SharedLaterTest extends SharedContract {
    private void share() {
        SharingJob job = new SharingJob(world.transactions, world.rows, new Sharing(world.rows, world), world.province);
        job.run(new TestRun(
                CallContext.system(HAIYANG, world.province.now(), "test"),
                node.leases().acquire(job.name(), Duration.ofMinutes(1)).orElseThrow(),
                true));
    }

    @Test
    public void whatWasMadeOutBeforeIsToldLaterAndOnce() {
        world.certificateNumber = "JYC1";
        world.decidedAt = YANTAI.value();
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        for (String number : List.of("C2", "Y2")) {
            world.concerned.put(number, new CaseLicence("JYC1", LicenceMatter.RENEWAL, null, null));
        }
        world.until = LocalDate.of(2036, 3, 1);
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);
        world.make("Y2", RegisterWorld.FOOD, YANTAI);
        world.until = null;
        world.make(ABOVE, RegisterWorld.FOOD, YANTAI);
        link("Y2", "C2");
        link(ABOVE, BELOW);
        assertEquals("nothing was told", 0, post());

        world.hear(BELOW, HAIYANG, "promise-checked", "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}");
        Pending untrue =
                node.outbox().claim(LicenceRows.TOPIC, 1, Duration.ofMinutes(1)).get(0);
        String answer = receive(untrue, mail.payload(untrue.tenant(), untrue.message()));
        assertTrue(answer, answer.length() > ABOVE.length());
        node.outbox().delivered(untrue, answer);

        share();
        assertTrue(post() > 2);
        assertTheSame();
        assertEquals(LocalDate.of(2036, 3, 1), view(ABOVE, YANTAI).validUntil());
        assertEquals(1, view(BELOW, HAIYANG).acts().size());
        share();
        assertEquals("once", 0, post());
        world.decisions.revoke(ABOVE, FRAUD, world.as("chief-representative", YANTAI));
        post();
        assertTheSame();
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
    }

    /** The event's own place tells two apart, also where nothing of the case is in the register. */
    @Test
    public void twoUntrueDeclarationsBeforeItIsMadeOutGoUpBoth() {
        world.decidedAt = YANTAI.value();
        link(ABOVE, BELOW);
        world.make(ABOVE, RegisterWorld.FOOD, YANTAI);
        world.make(BELOW, RegisterWorld.FOOD, HAIYANG);
        untrue("m4", 8);
        untrue("m5", 9);
        world.brokenDeclarations.addAll(List.of("m4", "m5"));
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        assertEquals("both, and what was made out, and how it stands", 5, post());
        assertTrue(view(ABOVE, YANTAI).revocationDue());
        assertTheSame();
    }

    private void untrue(String material, long place) {
        String data = "{\"material\":\"" + material + "\",\"state\":\"BROKEN\",\"granted\":true}";
        world.hear(BELOW, HAIYANG, "promise-checked", data, place);
    }

    @Test
    public void aCentreBetweenKeepsThemApartAsWell() {
        TenantId province = TestCentres.SHANDONG;
        world.decidedAt = province.value();
        world.links.put(
                province + "/S1", new CaseLinks(YANTAI.value(), ABOVE, null, null, province.value(), HAIYANG.value()));
        world.links.put(
                YANTAI + "/" + ABOVE,
                new CaseLinks(HAIYANG.value(), BELOW, province.value(), "S1", province.value(), HAIYANG.value()));
        world.links.put(
                HAIYANG + "/" + BELOW,
                new CaseLinks(null, null, YANTAI.value(), ABOVE, province.value(), HAIYANG.value()));
        world.make("S1", RegisterWorld.FOOD, province);
        world.make(BELOW, RegisterWorld.FOOD, HAIYANG);
        untrue("m4", 1);
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        untrue("m5", 3);
        post();
        assertTrue(view("S1", province).revocationDue());
        assertTrue(view(BELOW, HAIYANG).revocationDue());
    }

    /** What is held by a renewal of which nobody above knows would end there. */
    @Test
    public void whatARenewalHoldsIsToldOnceThatIsMadeOut() {
        world.decidedAt = YANTAI.value();
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        world.make(ABOVE, RegisterWorld.FOOD, YANTAI);
        link(ABOVE, BELOW);
        world.within(
                TestCentres.calling(HAIYANG), unit -> world.holdings.await(world.rows.get(BELOW, unit), "C2", unit));
        share();
        assertEquals(0, post());
        world.within(TestCentres.calling(HAIYANG), unit -> {
            world.holdings.add("C2", world.rows.get(BELOW, unit), LicenceMatter.RENEWAL, unit);
            world.holdings.end("C2", unit);
        });
        share();
        post();
        assertEquals("JY" + BELOW, view(ABOVE, YANTAI).number());
        assertTrue(view(ABOVE, YANTAI).commands().contains("revocation"));
    }

    @Test
    public void onlyWhatIsUntrueNeverDiffersBetweenTwoCopies() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        Pending up =
                node.outbox().claim(LicenceRows.TOPIC, 1, Duration.ofMinutes(1)).get(0);
        String first = mail.payload(up.tenant(), up.message());
        world.brokenDeclarations.add("m4");
        world.make(BELOW, RegisterWorld.FOOD, HAIYANG);
        assertNotEquals(first, mail.payload(up.tenant(), up.message()));
        assertTrue(mail.isVaried(up.message()));
    }
}
