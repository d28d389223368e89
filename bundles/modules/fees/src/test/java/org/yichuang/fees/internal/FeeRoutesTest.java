package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.Path;
import org.junit.Test;
import org.yichuang.fees.internal.rest.FeeRest;

/** Requests are led to the resource of the longest path that fits, and to no other: each operation is on it. */
public class FeeRoutesTest {
    private final List<Class<?>> resources = new FeeRest(
                    null,
                    null,
                    null,
                    null,
                    new SettlementServices(null, null, null, null, null, null, null),
                    new ReportServices(null, null, null, null))
            .resources().stream().<Class<?>>map(Object::getClass).toList();

    private static String path(Class<?> resource) {
        return resource.getAnnotation(Path.class).value() + "/";
    }

    @Test
    public void noOperationIsBehindAnotherResource() {
        List<String> hidden = new ArrayList<>();
        for (Class<?> resource : resources) {
            for (Method method : resource.getDeclaredMethods()) {
                Path path = method.getAnnotation(Path.class);
                String all = path(resource) + (path == null ? "" : path.value() + "/");
                boolean isHidden = resources.stream()
                        .map(FeeRoutesTest::path)
                        .anyMatch(other -> all.startsWith(other)
                                && other.length() > path(resource).length());
                if (isHidden) {
                    hidden.add(all);
                }
            }
        }
        assertEquals(List.of(), hidden);
    }
}
