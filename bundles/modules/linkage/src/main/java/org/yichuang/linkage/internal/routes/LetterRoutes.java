package org.yichuang.linkage.internal.routes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.yichuang.journal.api.LinkedModule.Errand;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.linkage.internal.LinkedModules;

/**
 * What travels between centres, by what it is about: upwards files and answers, downwards questions and decisions. Each
 * kind has a route, by which Camel counts it; all are sealed and sent alike.
 */
public class LetterRoutes extends RouteBuilder {
    /** The routes by their ids. */
    static final List<String> IDS = Stream.concat(
                    Stream.of("linkage-up", "linkage-down"),
                    Stream.of(Errand.values()).map(LetterRoutes::id))
            .toList();

    private final LinkedModules modules;

    /** @param modules say what their messages are about */
    public LetterRoutes(LinkedModules modules) {
        this.modules = modules;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler()); // a failure is for linkage-out to judge

        for (Errand errand : Errand.values()) {
            from(route(errand)).routeId(id(errand)).to("direct:linkage-send");
        }

        from("direct:linkage-up")
                .routeId("linkage-up")
                .choice()
                .when(isA(Errand.FORWARD)) // the county's pre-review to the city's approval
                .to(route(Errand.FORWARD))
                .when(isA(Errand.ANSWER)) // what the city has asked for
                .to(route(Errand.ANSWER))
                .when(isA(Errand.PROGRESS)) // how it has ended at the county
                .to(route(Errand.PROGRESS))
                .when(isA(Errand.WITHDRAWAL)) // the applicant does not want it any more
                .to(route(Errand.WITHDRAWAL))
                .otherwise()
                .to(route(Errand.NOTICE))
                .end();

        from("direct:linkage-down")
                .routeId("linkage-down")
                .choice()
                .when(isA(Errand.QUESTION)) // what the city lacks
                .to(route(Errand.QUESTION))
                .when(isA(Errand.DECISION)) // what it has decided
                .to(route(Errand.DECISION))
                .when(isA(Errand.PROGRESS)) // taken over, stopped, going on, extended
                .to(route(Errand.PROGRESS))
                .when(isA(Errand.WITHDRAWAL)) // ended without a decision
                .to(route(Errand.WITHDRAWAL))
                .otherwise()
                .to(route(Errand.NOTICE))
                .end();
    }

    private Predicate isA(Errand errand) {
        return exchange -> {
            OutgoingMessage message =
                    exchange.getProperty(LinkageRoutes.PENDING, Pending.class).message();
            return modules.errand(message.topic(), message.type()) == errand;
        };
    }

    private static String route(Errand errand) {
        return "direct:" + id(errand);
    }

    private static String id(Errand errand) {
        return "linkage-letter-" + errand.name().toLowerCase(Locale.ROOT);
    }
}
