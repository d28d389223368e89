package org.yichuang.linkage.internal.health;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.routes.InboundRoutes;
import org.yichuang.linkage.internal.routes.LinkageRoutes;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do all routes of the linkage run? Those of other modules stand in the same context. */
class RouteCheck extends ModuleCheck {
    private final CamelContext camel;
    private final List<String> routes;

    /** @param settings say which routes there are */
    RouteCheck(CamelContext camel, Settings.Values settings) {
        super("routes", DOCTOR);
        this.camel = camel;
        this.routes = Stream.of(LinkageRoutes.IDS, InboundRoutes.ids(settings))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    protected List<Finding> look() {
        List<String> missing =
                routes.stream().filter(id -> camel.getRoute(id) == null).toList();
        if (!missing.isEmpty()) {
            return List.of(Finding.fail(
                    LocalizedMessage.of(RouteCheck.class, "route-check.missing", String.join(", ", missing)),
                    LocalizedMessage.of(RouteCheck.class, "route-check.missing-advice")));
        }
        String stopped = routes.stream()
                .filter(id -> camel.getRouteController().getRouteStatus(id) != ServiceStatus.Started)
                .collect(Collectors.joining(", "));
        return List.of(
                stopped.isEmpty()
                        ? Finding.ok(LocalizedMessage.of(RouteCheck.class, "route-check.run", routes.size()))
                        : Finding.fail(
                                LocalizedMessage.of(RouteCheck.class, "route-check.stopped", stopped),
                                LocalizedMessage.verbatim("bundle:restart org.yichuang.linkage")));
    }
}
