package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.pages.api.Ui;

/** The way of a case through its stages, to the result in the hands of its applicant. */
public final class RouteStops {
    /** In these the case waits for the result to be handed over. */
    private static final Set<CaseState> TO_DELIVER = EnumSet.of(CaseState.ISSUED, CaseState.REFUSED);

    private RouteStops() {}

    /** Where a stop is: behind the case, where it is now, or before it. */
    public enum Place {
        DONE,
        CURRENT,
        NEXT
    }

    /**
     * A stop.
     *
     * @param name what is done there
     * @param where who does it
     * @param place where it is
     */
    public record Stop(String name, String where, Place place) {
        /** Whether it is behind the case. */
        public boolean isDone() {
            return place == Place.DONE;
        }

        /** Whether the case is there. */
        public boolean isCurrent() {
            return place == Place.CURRENT;
        }
    }

    /** All stops, in order; a case that has ended without a decision is at none. */
    public static List<Stop> of(CaseView view, Ui ui) {
        List<Stop> stops = new ArrayList<>();
        boolean isDecided = view.decision() != null;
        for (int i = 0; i < view.route().stages().size(); i++) {
            CaseView.StageView stage = view.route().stages().get(i);
            boolean isHere = i == view.stage() && !view.state().isEnd();
            stops.add(new Stop(
                    ui.t("stage." + stage.action()),
                    ui.t("level." + stage.level()) + " " + stage.department(),
                    place(isDecided || i < view.stage(), isHere)));
        }
        if (!isDecided || view.decision().outcome() == Outcome.GRANT) {
            stops.add(new Stop(
                    ui.t("stage.ISSUE"),
                    ui.t("level." + view.route().issueLevel()),
                    place(view.issued() != null, view.state() == CaseState.GRANTED)));
        }
        stops.add(new Stop(
                ui.t("stage.DELIVER"),
                view.lower() == null ? "" : view.lower().centreName(),
                place(isDelivered(view), TO_DELIVER.contains(view.state()))));
        return stops;
    }

    /** Only where an application was handed in is its result handed over; what came from below is told of it. */
    private static boolean isDelivered(CaseView view) {
        return view.delivery() != null
                || view.lower() != null
                        && CaseState.DELIVERED.name().equals(view.lower().state());
    }

    private static Place place(boolean isDone, boolean isCurrent) {
        if (isDone) {
            return Place.DONE;
        }
        return isCurrent ? Place.CURRENT : Place.NEXT;
    }
}
