package org.yichuang.shell.internal.doctor;

import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.yichuang.rest.api.RestModule;
import org.yichuang.shell.internal.desks.Services;

/** Do all routes run? */
class RouteCheck implements Check {
    private final Services services;

    RouteCheck(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "路由 routes";
    }

    @Override
    public List<Finding> run() {
        boolean wanted = services.all(RestModule.class).stream()
                .anyMatch(module -> module.module().equals("linkage"));
        Optional<CamelContext> camel = services.find(CamelContext.class);
        List<Route> routes = camel.map(CamelContext::getRoutes).orElse(List.of());
        if (wanted && routes.isEmpty()) {
            return List.of(
                    Finding.fail(
                            name(),
                            "没有运行的路由，消息无法传送",
                            "No route runs: no message is carried",
                            "bundle:restart org.yichuang.linkage，并查看日志 / bundle:restart org.yichuang.linkage, and see the log"));
        }
        List<String> stopped = routes.stream()
                .map(Route::getRouteId)
                .filter(id ->
                        !camel.get().getRouteController().getRouteStatus(id).isStarted())
                .toList();
        if (!stopped.isEmpty()) {
            return List.of(Finding.fail(
                    name(),
                    "已停止：" + String.join(", ", stopped),
                    "Stopped: " + String.join(", ", stopped),
                    "bundle:restart org.yichuang.linkage"));
        }
        return List.of(Finding.ok(name(), routes.size() + " 条在运行", routes.size() + " run"));
    }
}
