package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RegisterLetter;
import org.yichuang.licences.internal.persistence.Json;

/** One of two registers is set back to yesterday's copy: the other one, and the letters, say again what is so. */
public class RestoredRegisterTest extends SharedContract {
    @Test
    public void howItStandsComesAgainFromWhoeverHasGrantedIt() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        world.decisions.revoke(ABOVE, FRAUD, world.as("chief-representative", YANTAI));
        post();
        forget(BELOW, HAIYANG);
        world.registered(BELOW, RegisterWorld.FOOD, HAIYANG);
        assertEquals(LicenceState.VALID, view(BELOW, HAIYANG).state());

        setBack(HAIYANG, YANTAI, List.of(ABOVE));
        post();

        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertEquals(told(view(ABOVE, YANTAI)), told(view(BELOW, HAIYANG)));
    }

    @Test
    public void whatWasMadeOutAndWhatHasBecomeOfItComeAgainFromWhoeverHasMadeItOut() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        world.decisions.revoke(ABOVE, FRAUD, world.as("chief-representative", YANTAI));
        post();
        String decision = view(ABOVE, YANTAI).acts().get(0).number();
        forget(ABOVE, YANTAI);
        assertThrows(ProblemException.class, () -> view(ABOVE, YANTAI));
        world.make(ABOVE, RegisterWorld.FOOD, YANTAI); // it is granted again

        setBack(YANTAI, HAIYANG, List.of(BELOW));
        post();

        LicenceView above = view(ABOVE, YANTAI);
        assertEquals(LicenceState.REVOKED, above.state());
        assertEquals(
                List.of(decision), above.acts().stream().map(LicenceAct::number).toList());
        assertEquals("虚假材料", above.acts().get(0).reasons());
        assertFalse(above.commands().contains("revocation"));
        assertEquals(LicenceState.REVOKED, view(BELOW, HAIYANG).state());
        assertEquals("it is said once", 1, view(BELOW, HAIYANG).acts().size());
        CallContext city = CallContext.system(YANTAI, world.province.now(), "test");
        for (DocumentService.DocumentView paper : world.documents.of("case", ABOVE, city)) {
            assertTrue(world.documents
                    .verify(paper.code(), city)
                    .orElseThrow()
                    .revokedOn()
                    .isPresent());
        }
    }

    @Test
    public void whatWasMadeOutWaitsUntilItIsGrantedAgain() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        forget(ABOVE, YANTAI);
        world.states.put(ABOVE, CaseState.ACCEPTED);
        world.make(ABOVE, RegisterWorld.FOOD, YANTAI);
        world.notGranted.add(ABOVE);

        setBack(YANTAI, HAIYANG, List.of(BELOW));
        ProblemException refusal = assertThrows(ProblemException.class, this::post);
        assertEquals(LicenceError.LICENCE_STATE, refusal.code());

        world.notGranted.clear();
        clock.forward(Duration.ofMinutes(2));
        post();
        assertTheSameStanding();
    }

    @Test
    public void nobodyIsRemindedWhoWasNotSetBack() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        RegisterLetter.Standing forged = new RegisterLetter.Standing(
                LicenceState.REVOKED,
                null,
                "",
                false,
                List.of(new LicenceAct(
                        LicenceAct.Kind.REVOCATION,
                        world.province.now().atZone(CallContext.ZONE).toLocalDate(),
                        "FRAUD",
                        "",
                        "",
                        "",
                        "",
                        "王局长",
                        "撤〔2026〕1号")));
        String letter = Json.write(RegisterLetter.about(RegisterLetter.Type.REMINDER, ABOVE, BELOW, 0)
                .with(forged));

        String words = remind(letter);

        assertFalse(words, words.equals(ABOVE));
        assertEquals(LicenceState.VALID, view(ABOVE, YANTAI).state());
    }

    @Test
    public void whatStandsAlreadyStandsOnce() {
        madeOut(ABOVE, BELOW, RegisterWorld.FOOD);
        post();
        world.decisions.revoke(ABOVE, FRAUD, world.as("chief-representative", YANTAI));
        post();

        setBack(YANTAI, HAIYANG, List.of(BELOW));
        post();

        assertEquals(1, view(ABOVE, YANTAI).acts().size());
        assertTheSame();
    }

    private void assertTheSameStanding() {
        assertEquals(view(ABOVE, YANTAI).state(), view(BELOW, HAIYANG).state());
        assertEquals(view(ABOVE, YANTAI).number(), view(BELOW, HAIYANG).number());
    }

    private String remind(String payload) {
        return world.in(
                CallContext.system(YANTAI, world.province.now(), "post"),
                unit -> mail.receive(
                        new Incoming("m", HAIYANG, BELOW, 99, RegisterLetter.Type.REMINDER.word(), payload),
                        List.of(),
                        unit));
    }

    /** The neighbour hears that a centre was set back, and does what it then does. */
    private void setBack(TenantId centre, TenantId neighbour, List<String> answered) {
        epochs.setBack(centre);
        world.within(CallContext.system(neighbour, world.province.now(), "post"), unit -> {
            node.outbox().resend(centre.value(), Instant.EPOCH, Instant.EPOCH, unit);
            assertEquals("", mail.told(centre, answered, unit));
        });
    }

    /** A row is not there any more, nor what was written of it, as in a copy that is older. */
    private void forget(String id, TenantId centre) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            String ofIt = " WHERE TENANT='" + centre + "' AND AGGREGATE_ID='" + id + "'";
            for (String table : List.of("JOURNAL_ENTRY", "JOURNAL_PENDING", "JOURNAL_OUTBOX")) {
                statement.executeUpdate("DELETE FROM " + table + ofIt);
            }
            statement.executeUpdate(
                    "DELETE FROM LICENCES_LICENCE WHERE TENANT='" + centre + "' AND LICENCE='" + id + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
