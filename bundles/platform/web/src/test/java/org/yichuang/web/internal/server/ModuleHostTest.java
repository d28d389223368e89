package org.yichuang.web.internal.server;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.junit.After;
import org.junit.Test;
import org.yichuang.web.api.ModuleAdapter;
import org.yichuang.web.api.ModuleHost;
import org.yichuang.web.api.ModuleParts;

public class ModuleHostTest {
    private final ModuleHost<Object, String> host = new DefaultModuleHosts(null).open(Object.class, new ByName());

    @After
    public void close() {
        host.close();
    }

    @Test
    public void aModuleWhoseRootIsTakenIsServedWhenItBecomesFree() {
        host.add(1, "cases");
        host.add(2, new StringBuilder("cases"));
        assertEquals(1, host.all().size());

        host.remove(1);

        assertEquals("StringBuilder", host.find("cases").orElseThrow().word());
    }

    @Test
    public void aModuleThatWaitsAndGoesIsForgotten() {
        host.add(1, "cases");
        host.add(2, new StringBuilder("cases"));
        host.remove(2);
        host.remove(1);

        assertEquals(Optional.empty(), host.find("cases"));
    }

    @Test
    public void aModuleThatThrowsWhateverIsRefusedAndDisturbsNoOther() {
        host.add(1, "cases");
        host.add(2, "broken");
        host.add(3, "half gone");

        assertEquals(1, host.all().size());
        assertTrue(host.find("broken").isEmpty());
    }

    private static final class ByName implements ModuleAdapter<Object, String> {
        @Override
        public String read(Object module) {
            if (module.equals("broken")) {
                throw new IllegalStateException("nobody foresaw this");
            }
            if (module.equals("half gone")) {
                throw new NoClassDefFoundError("its imports have gone");
            }
            return module.getClass().getSimpleName() + " " + module;
        }

        @Override
        public ModuleParts parts(String snapshot) {
            String[] words = snapshot.split(" ");
            return new ModuleParts(
                    words[0],
                    List.of(words[1]),
                    List.of(new Resource()),
                    List.of(),
                    (request, resource, method, arguments) -> {});
        }
    }

    /** Something to serve. */
    @Path("/{tenant}/cases")
    public static final class Resource {
        @GET
        public String get() {
            return "";
        }
    }
}
