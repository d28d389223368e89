package org.yichuang.linkage.internal.routes;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.yichuang.linkage.internal.Settings;

/**
 * Where other deployments are heard: a route for each endpoint of the settings. By themselves, since they wait for a
 * transport that may come late, or never; what stays in this deployment is carried meanwhile.
 */
public class InboundRoutes extends RouteBuilder {
    private final Settings.Values settings;

    /** Works with the settings of the moment. */
    public InboundRoutes(Settings.Values settings) {
        this.settings = settings;
    }

    /** The routes by their ids. */
    public static List<String> ids(Settings.Values settings) {
        return IntStream.rangeClosed(1, settings.endpoints().size())
                .mapToObj(number -> "linkage-from-" + number)
                .toList();
    }

    /** What fails is given again by the transport: the effect and the receipt of a message come once all the same. */
    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        List<String> ids = ids(settings);
        for (int place = 0; place < ids.size(); place++) {
            from(settings.endpoints().get(place))
                    .routeId(ids.get(place))
                    .removeProperties("linkage*") // what has come is its body and its kind, and nothing else
                    .choice()
                    .when(header(LinkageRoutes.KIND).isEqualTo(LinkageRoutes.ANSWER))
                    .to("direct:linkage-answered")
                    .when(header(LinkageRoutes.KIND).isEqualTo(FileRoutes.FILE))
                    .to("direct:linkage-file")
                    .otherwise()
                    .to("direct:linkage-arrived")
                    .end();
        }
    }
}
