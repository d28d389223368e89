package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenant;

/**
 * Lays a route over the centres that are there. The centre where the application is handed in takes the acceptance,
 * whatever its level; stages of levels below it fall away.
 */
public final class RoutePlan {
    private static final String CASES = "cases";
    private static final String LINKAGE = "linkage";

    private final List<Tenant> lineage;
    private final String itemDepartment;

    private RoutePlan(List<Tenant> lineage, String itemDepartment) {
        this.lineage = lineage;
        this.itemDepartment = itemDepartment;
    }

    /**
     * The road of an application.
     *
     * @param lineage the centre where it is handed in, then those above it
     * @param itemDepartment who handles stages that name no department
     * @throws ProblemException {@link CaseError#ROUTE_UNREACHABLE}
     */
    public static RouteFacts lay(RouteChoice choice, List<Tenant> lineage, String itemDepartment) {
        return lay(choice, lineage, itemDepartment, List.of());
    }

    /** The same of a bundle, of which the application needs some branches; it is decided where it is handed in. */
    public static RouteFacts lay(
            RouteChoice choice, List<Tenant> lineage, String itemDepartment, List<BranchFacts> branches) {
        RouteFacts road = new RoutePlan(lineage, itemDepartment).lay(choice);
        return branches.isEmpty() ? road : road.with(branches);
    }

    private RouteFacts lay(RouteChoice choice) {
        Route route = choice.route();
        Tenant here = lineage.get(0);
        List<StageFacts> stages = new ArrayList<>();
        stages.add(acceptance(route, here));
        for (Stage stage : route.stages()) {
            if (stage.action() != Action.ACCEPT && !here.level().isAbove(stage.level())) {
                stages.add(stage(stage, centre(stage.level())));
            }
        }
        StageFacts last = stages.get(stages.size() - 1);
        if (last.action() != Action.DECIDE) {
            throw unreachable(LocalizedMessage.of(RoutePlan.class, "route.decided-below"));
        }
        requireOpen(last.level());
        Tenant issuer = here.level().isAbove(route.issueLevel()) ? here : centre(route.issueLevel());
        if (issuer.level().isAbove(last.level())) {
            throw unreachable(LocalizedMessage.of(RoutePlan.class, "route.issued-above-decision"));
        }
        return new RouteFacts(
                route.id(),
                route.name(),
                choice.reason().zh(),
                choice.reason().en(),
                stages,
                issuer.id().value(),
                issuer.level());
    }

    /** The same road with the result made out where it is decided. */
    public static RouteFacts issuedWhereDecided(RouteFacts road) {
        StageFacts last = road.deciding();
        return new RouteFacts(road.id(), road.name(), road.zh(), road.en(), road.stages(), last.centre(), last.level());
    }

    /**
     * The road as it goes on from a place, where a centre has come under another one since it was laid: what is still
     * to be done is done by the centres of the same levels above it now.
     *
     * @throws ProblemException {@link CaseError#ROUTE_UNREACHABLE} where there is none of such a level
     */
    static RouteFacts moved(RouteFacts road, int place, List<Tenant> lineage) {
        RoutePlan anew = new RoutePlan(lineage, "");
        List<StageFacts> stages = new ArrayList<>(road.stages());
        for (int i = place; i < stages.size(); i++) {
            StageFacts stage = stages.get(i);
            stages.set(i, stage.at(anew.present(stage.centre(), stage.level())));
        }
        boolean isIssuedBelow = lineage.get(0).level().isAbove(road.issueLevel());
        String issuer = isIssuedBelow ? road.issuer() : anew.present(road.issuer(), road.issueLevel());
        boolean isTheSame = stages.equals(road.stages()) && issuer.equals(road.issuer());
        return isTheSame
                ? road
                : new RouteFacts(road.id(), road.name(), road.zh(), road.en(), stages, issuer, road.issueLevel());
    }

    private String present(String centre, Level level) {
        boolean isHere = lineage.stream().anyMatch(tenant -> tenant.id().value().equals(centre));
        return isHere ? centre : centre(level).id().value();
    }

    private StageFacts acceptance(Route route, Tenant here) {
        String department = route.stages().stream()
                .filter(stage -> stage.action() == Action.ACCEPT)
                .map(this::department)
                .findFirst()
                .orElse(itemDepartment);
        return new StageFacts(Action.ACCEPT, here.level(), here.id().value(), department, null);
    }

    private StageFacts stage(Stage stage, Tenant centre) {
        return new StageFacts(stage.action(), stage.level(), centre.id().value(), department(stage), stage.limit());
    }

    private String department(Stage stage) {
        return stage.department() == null || stage.department().isEmpty() ? itemDepartment : stage.department();
    }

    private Tenant centre(Level level) {
        return lineage.stream()
                .filter(tenant -> tenant.level() == level)
                .findFirst()
                .orElseThrow(
                        () -> unreachable(LocalizedMessage.of(RoutePlan.class, "route.no-such-centre", level.label())));
    }

    /** Every centre on the way must handle cases, and talk to its neighbours if there is more than one. */
    private void requireOpen(Level deciding) {
        List<Tenant> passed = lineage.stream()
                .filter(tenant -> !tenant.level().isAbove(deciding))
                .toList();
        for (Tenant tenant : passed) {
            if (!tenant.has(CASES) || passed.size() > 1 && !tenant.has(LINKAGE)) {
                throw unreachable(
                        LocalizedMessage.of(RoutePlan.class, "route.centre-closed", tenant.name(), tenant.id()));
            }
        }
    }

    /** Which department has a case once its state is known: that of the stage, else that of the item. */
    static String department(CaseFile file, Submission content, int stage, String here) {
        if (file.state() != CaseState.RECEIVED && file.state() != CaseState.ACCEPTED) {
            return file.department();
        }
        StageFacts present = content.route().stages().get(stage);
        return present.centre().equals(here)
                ? present.department()
                : content.item().department();
    }

    private static ProblemException unreachable(LocalizedMessage why) {
        return new ProblemException(
                CaseError.ROUTE_UNREACHABLE, LocalizedMessage.of(RoutePlan.class, "route.unreachable", why));
    }
}
