package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.FieldProblem;

/** What becomes of endpoints that operators write. */
public class SettingsTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Settings settings = new Settings(null, camel);

    @Before
    public void start() {
        camel.addComponent("wire", new DirectComponent());
        camel.start();
    }

    @After
    public void stop() {
        camel.stop();
    }

    @Test
    public void anEndpointThatCannotBeMadeIsRefusedByItself() {
        write(Map.of("transport", "wire:city", "workers", "2"));
        assertEquals(List.of(), settings.refused());

        write(Map.of("transport", "nonsense:endpoint", "receive", "seda:letters", "workers", "3"));
        assertEquals("the former one holds", "wire:city", settings.now().transport());
        assertEquals("seda:letters", settings.now().receive());
        assertEquals(3, settings.now().workers());
        assertEquals(
                List.of("transport"),
                settings.refused().stream().map(FieldProblem::field).toList());

        write(Map.of("receive", "endpoint"));
        assertEquals(
                List.of("receive"),
                settings.refused().stream().map(FieldProblem::field).toList());
    }

    private void write(Map<String, String> file) {
        settings.updated(new Hashtable<>(file));
    }
}
