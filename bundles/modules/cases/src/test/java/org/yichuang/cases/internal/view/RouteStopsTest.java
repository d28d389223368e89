package org.yichuang.cases.internal.view;

import static org.junit.Assert.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.Peer;
import org.yichuang.cases.api.CaseView.RouteView;
import org.yichuang.cases.api.CaseView.StageView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;

/** The way of a case, from its acceptance to the hands of its applicant. */
public class RouteStopsTest {
    private static final RouteView ROUTE = new RouteView(
            "r",
            "路径",
            "",
            "",
            List.of(
                    new StageView("ACCEPT", "county", "haiyang", "民政局"),
                    new StageView("DECIDE", "county", "haiyang", "民政局")),
            "county");

    private final Map<String, Object> parts = new HashMap<>(Map.of("route", ROUTE));

    private String places(CaseState state, int stage) {
        parts.put("state", state);
        parts.put("stage", stage);
        Ui ui = Wired.only(Ui.class, Map.of("t", key -> String.valueOf(key[0])));
        StringBuilder places = new StringBuilder();
        RouteStops.of(Wired.record(CaseView.class, parts), ui)
                .forEach(stop -> places.append(stop.name().replaceFirst("stage\\.", ""))
                        .append(' ')
                        .append(stop.place())
                        .append(' '));
        return places.toString().strip();
    }

    private void decided(Outcome outcome) {
        parts.put("decision", Wired.record(DecisionView.class, Map.of("outcome", outcome)));
    }

    @Test
    public void aCaseIsAtOneStopAndWhatLiesBehindItIsDone() {
        assertEquals("ACCEPT CURRENT DECIDE NEXT ISSUE NEXT DELIVER NEXT", places(CaseState.RECEIVED, 0));
        assertEquals("ACCEPT DONE DECIDE CURRENT ISSUE NEXT DELIVER NEXT", places(CaseState.ACCEPTED, 1));
    }

    @Test
    public void afterTheDecisionTheResultIsMadeOutAndHandedOver() {
        decided(Outcome.GRANT);
        assertEquals("ACCEPT DONE DECIDE DONE ISSUE CURRENT DELIVER NEXT", places(CaseState.GRANTED, 1));
        parts.put("issued", new CaseView.IssuedView("1", "haiyang", null, null));
        assertEquals("ACCEPT DONE DECIDE DONE ISSUE DONE DELIVER CURRENT", places(CaseState.ISSUED, 1));
        parts.put("delivery", Wired.record(DeliveryView.class, Map.of()));
        assertEquals("ACCEPT DONE DECIDE DONE ISSUE DONE DELIVER DONE", places(CaseState.DELIVERED, 1));
    }

    @Test
    public void nothingIsMadeOutOfARefusal() {
        decided(Outcome.REFUSE);
        assertEquals("ACCEPT DONE DECIDE DONE DELIVER CURRENT", places(CaseState.REFUSED, 1));
    }

    @Test
    public void aCaseThatHasEndedWithoutADecisionIsAtNoStop() {
        assertEquals("ACCEPT DONE DECIDE NEXT ISSUE NEXT DELIVER NEXT", places(CaseState.WITHDRAWN, 1));
    }

    @Test
    public void whatCameFromBelowIsHandedOverThere() {
        decided(Outcome.REFUSE);
        parts.put("lower", new Peer("xueyuan", "留格庄镇", "1", "DELIVERED"));
        assertEquals("ACCEPT DONE DECIDE DONE DELIVER DONE", places(CaseState.REFUSED, 1));
    }
}
