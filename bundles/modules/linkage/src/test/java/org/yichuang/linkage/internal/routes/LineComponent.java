package org.yichuang.linkage.internal.routes;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** A line to another deployment that a test holds in its hand. */
final class LineComponent extends DefaultComponent {
    private final Line line;

    LineComponent(Line line) {
        this.line = line;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new LineEndpoint(uri);
    }

    /** Takes what leaves. */
    @FunctionalInterface
    interface Line {
        void take(byte[] body, String kind) throws Exception;
    }

    private final class LineEndpoint extends DefaultEndpoint {
        LineEndpoint(String uri) {
            super(uri, LineComponent.this);
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) throws Exception {
                    line.take(
                            exchange.getMessage().getMandatoryBody(byte[].class),
                            exchange.getMessage().getHeader(LinkageRoutes.KIND, String.class));
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            throw new UnsupportedOperationException("The test gives what has come");
        }
    }
}
