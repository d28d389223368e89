package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.agency.internal.InspectionCommands.Open;
import org.yichuang.agency.internal.InspectionCommands.PartGiven;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.InspectionViews.FindingView;
import org.yichuang.agency.internal.web.InspectionPages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.shell.testing.Wired;

/** The pages of a joint annual inspection: a list of bodies, and what stands on the page of one. */
public class InspectionPagesTest extends AgencyContract {
    private static final String LICENCE = "营业执照";
    private static final String LABOUR = "劳动保障年检";

    private final List<Object> shown = new ArrayList<>();
    private final Map<String, List<String>> typed = new HashMap<>();

    private PageCall by(CallContext context) {
        return Wired.only(
                PageCall.class,
                Map.of(
                        "context", any -> context,
                        "ui", any -> PlayedUi.made(),
                        "query", any -> "",
                        "form", any -> new Form(typed, Map.of()),
                        "redirect", to -> Response.status(303).build(),
                        "file", file -> Response.ok(file[0]).build(),
                        "redisplay", refused -> kept(refused[0]),
                        "render", screen -> kept(PlayedUi.words(((Screen) screen[0]).content()))));
    }

    private Response kept(Object what) {
        shown.add(what);
        return Response.ok().build();
    }

    private Object last() {
        return shown.get(shown.size() - 1);
    }

    @Test
    public void aBodyIsCalledForSomeCertificatesAndItsPaperIsOnItsPage() {
        LocalDate today = world.clerk().today();
        List<PartGiven> parts = List.of(new PartGiven("市场监管局", LICENCE), new PartGiven("人社局", LABOUR));
        String id = world.inspections
                .open(new Open("年检", today, today, parts), world.section())
                .id();
        InspectionPages pages = new InspectionPages(world.inspections, world.calls);
        typed.put("bodies", List.of("甲公司，" + AgencyWorld.USCC + "，，" + LABOUR + "；\n乙公司,91370602MA3C00003E"));
        assertEquals(303, pages.call(by(world.section()), id).getStatus());
        List<BodyView> bodies = world.inspections
                .bodies(id, null, PageRequest.of(9, null), world.clerk())
                .items();
        assertEquals(
                List.of(LABOUR),
                bodies.get(0).findings().stream().map(FindingView::certificate).toList());
        assertEquals("all where none is named", 2, bodies.get(1).findings().size());

        String body = bodies.get(0).id();
        CallContext reviewer = world.as("reviewer", "reviewer", HAIYANG, Set.of("人社局"));
        pages.body(by(reviewer), id, body);
        String page = (String) last();
        assertTrue(page, page.contains("[/agency/inspections/" + id + "/bodies/" + body + "/documents/D0]"));
        assertTrue("nothing is found beforehand", page.contains("<passed=>"));
        assertEquals("D0.pdf", pages.document(by(world.clerk()), id, body, "D0").getEntity());

        typed.put("certificate", List.of(LABOUR));
        pages.found(by(reviewer), id, body);
        assertEquals("passed", ((ProblemException) last()).fields().get(0).field());
        typed.put("passed", List.of("true"));
        assertEquals(303, pages.found(by(reviewer), id, body).getStatus());
        pages.body(by(reviewer), id, body);
        assertFalse(((String) last()).contains("<passed="));
    }
}
