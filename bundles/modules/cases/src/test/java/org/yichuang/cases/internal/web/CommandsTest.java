package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.Path;
import org.junit.Test;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.internal.CasesDescriptor;
import org.yichuang.cases.internal.rest.CaseResource;
import org.yichuang.cases.internal.rest.HearingResource;
import org.yichuang.cases.internal.rest.MaterialResource;
import org.yichuang.cases.internal.rest.ReceptionResource;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.tenancy.api.PermissionGrant;

/** Service, REST and pages ask for the same permissions. */
public class CommandsTest {
    /** What the services require behind the permission of a page. */
    private static final Map<String, Set<String>> BEHIND = Map.of(
            CasePermission.APPLY,
            Set.of(
                    CasePermission.SUBMIT,
                    CasePermission.VIEW,
                    CasePermission.UPLOAD,
                    CasePermission.CORRECT,
                    CasePermission.WITHDRAW),
            CasePermission.TAKE_IN,
            Set.of(
                    CasePermission.SUBMIT,
                    CasePermission.VIEW,
                    CasePermission.WORK,
                    CasePermission.UPLOAD,
                    CasePermission.ACCEPT,
                    CasePermission.NOTIFY_CORRECTION,
                    CasePermission.REFUSE_ACCEPTANCE),
            CasePermission.WORK,
            Set.of(CasePermission.VIEW));

    @Test
    public void everyOperationOverRestNamesThePermissionOfItsServiceMethod() {
        Map<String, String> service = new TreeMap<>();
        Stream.of(CaseService.class, CaseReception.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(RequiresPermission.class))
                .forEach(method -> service.put(method.getName(), permission(method)));
        Map<String, String> rest = Stream.of(
                        CaseResource.class, HearingResource.class, MaterialResource.class, ReceptionResource.class)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(RequiresPermission.class))
                .collect(Collectors.toMap(Method::getName, CommandsTest::permission));
        rest.forEach((name, permission) -> assertEquals(name, service.get(name), permission));
        // Taking in and refusing at once is of the window's page; overviews have resources of their own
        assertTrue(rest.size() >= service.size() - 2);
    }

    @Test
    public void theCommandsOfPagesNeedWhatTheyNeedOverRest() {
        Map<String, String> overRest = new TreeMap<>();
        Stream.of(CaseResource.class, HearingResource.class, ReceptionResource.class)
                .flatMap(resource -> Arrays.stream(resource.getMethods()))
                .filter(method -> method.isAnnotationPresent(Command.class) && isOfCase(method))
                .forEach(method -> overRest.put(
                        method.getAnnotation(Path.class).value().replaceFirst(".*/", ""), permission(method)));
        assertEquals(overRest, new TreeMap<>(Commands.all()));
    }

    @Test
    public void whoSeesAPageIsNotRefusedByTheServiceBehindIt() {
        List<PermissionGrant> grants = new CasesDescriptor().grants();
        BEHIND.forEach((page, behind) -> grants.stream()
                .filter(grant -> grant.permissions().contains(page))
                .forEach(grant -> assertTrue(
                        grant.role() + " " + page, grant.permissions().containsAll(behind))));
    }

    private static boolean isOfCase(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path != null && path.value().matches("/\\{number}/[a-z-]+");
    }

    private static String permission(Method method) {
        return method.getAnnotation(RequiresPermission.class).value();
    }
}
