package org.yichuang.linkage.internal.health;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do all routes run? */
class RouteCheck extends ModuleCheck {
    private static final String ADVICE = "bundle:restart org.yichuang.linkage";

    private final CamelContext camel;

    RouteCheck(CamelContext camel) {
        super("routes", "路由", DOCTOR);
        this.camel = camel;
    }

    @Override
    protected List<Finding> look() {
        List<Route> routes = camel.getRoutes();
        if (routes.isEmpty()) {
            return List.of(Finding.fail("没有运行的路由，消息无法传送", "No route runs: no message is carried", ADVICE, ADVICE));
        }
        String stopped = routes.stream()
                .map(Route::getRouteId)
                .filter(id -> !camel.getRouteController().getRouteStatus(id).isStarted())
                .collect(Collectors.joining(", "));
        return List.of(
                stopped.isEmpty()
                        ? Finding.ok(routes.size() + " 条在运行", routes.size() + " run")
                        : Finding.fail("已停止：" + stopped, "Stopped: " + stopped, ADVICE, ADVICE));
    }
}
