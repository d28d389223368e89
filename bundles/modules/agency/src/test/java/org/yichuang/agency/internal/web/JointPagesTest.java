package org.yichuang.agency.internal.web;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.api.JointStep;
import org.yichuang.agency.internal.AgencyViews.ApplicantView;
import org.yichuang.agency.internal.JointViews.JointSummary;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.agency.internal.PlayedUi;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.testing.Wired;

/** Where the page of a request for joint handling leads whoever looks at it, and what it asks for. */
public class JointPagesTest {
    private static final String INTAKE = "/intake/LB1";
    private static final String CASE = "[/cases/370687-1]";

    private static String page(JointView view, String... permissions) {
        Actor actor = new Actor("a", "a", Set.of("some"), Set.of(), Set.of(permissions));
        CallContext context =
                new CallContext(new TenantId("haiyang"), actor, Instant.EPOCH, "r", Optional.empty(), Optional.empty());
        return PlayedUi.words(AgencyPageModule.TEMPLATES.joint(
                PlayedUi.made(),
                view,
                List.of(),
                "/agency/joint/1",
                false,
                JointPages.way(context, CasePermission.TAKE_IN, "/intake/" + view.bundle()),
                JointPages.way(context, CasePermission.WORK, "/cases/" + view.caseNumber()),
                false));
    }

    private static JointView view(JointState state, String bundle, String number, boolean online) {
        return Wired.record(
                JointView.class,
                Map.of(
                        "summary",
                        Wired.record(JointSummary.class, Map.of("id", "1", "state", state, "items", List.of())),
                        "items",
                        List.of(),
                        "applicant",
                        Wired.record(ApplicantView.class, Map.of()),
                        "bundle",
                        bundle,
                        "caseNumber",
                        number,
                        "online",
                        online,
                        "notes",
                        List.of(),
                        "steps",
                        List.of(JointStep.WITHDRAW)));
    }

    @Test
    public void nobodyIsLedToADoorThatIsShut() {
        JointView ready = view(JointState.CONSENTED, "LB1", "", false);
        assertTrue(page(ready, CasePermission.TAKE_IN).contains(INTAKE));
        assertFalse(page(ready, AgencyPermission.VIEW).contains(INTAKE));
        JointView over = view(JointState.HANDED_IN, "", "370687-1", false);
        assertTrue(page(over, CasePermission.WORK).contains(CASE));
        String read = page(over, AgencyPermission.VIEW);
        assertTrue(read, read.contains("joint.case") && !read.contains(CASE));
    }

    @Test
    public void aPaperIsAskedForWhereAnAccountHasAsked() {
        assertTrue(page(view(JointState.RECEIVED, "", "", true)).contains("<paper="));
        assertFalse(page(view(JointState.RECEIVED, "", "", false)).contains("<paper="));
    }
}
