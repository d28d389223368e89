package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.junit.Test;
import org.yichuang.cases.internal.rest.CaseResource;
import org.yichuang.identity.api.Role;
import org.yichuang.rest.api.Allow;

/** The pages let nobody do what the operations over REST do not. */
public class CommandsTest {
    @Test
    public void theStaffMayDoOnPagesWhatTheyMayDoOverRest() {
        Map<String, Set<Role>> overRest = new TreeMap<>();
        for (Method method : CaseResource.class.getMethods()) {
            Path path = method.getAnnotation(Path.class);
            if (method.isAnnotationPresent(POST.class) && path != null) {
                Set<Role> roles = EnumSet.noneOf(Role.class);
                roles.addAll(Set.of(method.getAnnotation(Allow.class).value()));
                roles.remove(Role.APPLICANT);
                overRest.put(path.value().replaceFirst(".*/", ""), roles);
            }
        }
        Map<String, Set<Role>> onPages = new TreeMap<>();
        Commands.all().forEach((command, roles) -> onPages.put(command, EnumSet.copyOf(roles)));

        assertEquals(overRest, onPages);
    }
}
