package org.yichuang.linkage.internal.health;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do all routes run? */
class RouteCheck extends ModuleCheck {
    private static final LocalizedMessage ADVICE = LocalizedMessage.verbatim("bundle:restart org.yichuang.linkage");

    private final CamelContext camel;

    RouteCheck(CamelContext camel) {
        super("routes", DOCTOR);
        this.camel = camel;
    }

    @Override
    protected List<Finding> look() {
        List<Route> routes = camel.getRoutes();
        if (routes.isEmpty()) {
            return List.of(Finding.fail(
                    LocalizedMessage.of(RouteCheck.class, "route-check.no-route-runs-no-message"), ADVICE));
        }
        String stopped = routes.stream()
                .map(Route::getRouteId)
                .filter(id -> !camel.getRouteController().getRouteStatus(id).isStarted())
                .collect(Collectors.joining(", "));
        return List.of(
                stopped.isEmpty()
                        ? Finding.ok(LocalizedMessage.of(RouteCheck.class, "route-check.run", routes.size()))
                        : Finding.fail(LocalizedMessage.of(RouteCheck.class, "route-check.stopped", stopped), ADVICE));
    }
}
