package org.yichuang.shell.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.security.PrivilegedAction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.Test;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.Wording;

public class DefaultCommandFrameTest {
    private final DefaultCommandFrame frame = new DefaultCommandFrame();

    @Test
    public void whoActsIsTheSignedInUserOfTheSession() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("wang"));

        Actor actor = Subject.doAs(subject, (PrivilegedAction<Actor>) frame::operator);

        assertEquals("wang@shell", actor.account());
        assertTrue(actor.isPermitted("tenancy.configure"));
    }

    @Test
    public void jsonIsOneLineWithIsoMoments() {
        Map<String, Instant> data = Map.of("at", Instant.parse("2026-03-02T01:00:00Z"));

        assertEquals("{\"at\":\"2026-03-02T01:00:00Z\"}", frame.json((Object) data));
    }

    @Test
    public void aRefusalNamesCodeSentencesAndFields() {
        ProblemException refusal = ProblemException.field(
                CommonError.NOT_FOUND, "number", language -> language.equals(Locale.ENGLISH) ? "None" : "没有");

        assertEquals(
                "{\"code\":\"not-found\",\"zh\":\"没有\",\"en\":\"None\","
                        + "\"fields\":[{\"field\":\"number\",\"zh\":\"没有\",\"en\":\"None\"}]}",
                frame.json(refusal));
        assertEquals(
                "not-found: 没有 / None\n  number: 没有 / None",
                frame.failure(refusal, Wording.USUAL).getMessage());
        assertEquals(
                "not-found: None\n  number: None",
                frame.failure(refusal, new Wording(List.of(Locale.ENGLISH))).getMessage());
    }
}
