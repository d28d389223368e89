package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseService;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.testing.ModuleTransactions;

/** Every method of the services says who may call it, and means it. */
public class PermissionsTest {
    private static ModuleTransactions transactions;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Test
    public void whoeverLacksThePermissionIsRefusedBeforeAnythingElse() throws IllegalAccessException {
        Centres centres = new Centres(transactions);
        int asked = 0;
        for (Object service : List.of(
                centres.service,
                centres.drafts,
                centres.statistics,
                centres.cases.reception(),
                centres.cases.times(),
                centres.retained.retention())) {
            for (Method method : methods(service)) {
                RequiresPermission required = method.getAnnotation(RequiresPermission.class);
                assertTrue(
                        method.toString(), (required != null) != method.isAnnotationPresent(NeedsNoPermission.class));
                if (required != null) {
                    assertEquals(
                            method.toString(),
                            CommonError.NOT_ALLOWED,
                            refusal(service, method, required.value()).code());
                    asked++;
                }
            }
        }
        assertEquals(55, asked);
    }

    private static List<Method> methods(Object service) {
        Class<?> type = service instanceof CaseService
                ? CaseService.class
                : service instanceof CaseReception ? CaseReception.class : service.getClass();
        return Arrays.stream(type.getMethods())
                .filter(method -> List.of(method.getParameterTypes()).contains(CallContext.class))
                .toList();
    }

    /** Called with nothing else than the context: whoever looks at anything before it finds null. */
    private static ProblemException refusal(Object service, Method method, String permission) {
        Set<String> others = new HashSet<>(new CasesDescriptor().permissions());
        others.add(DocumentsPermission.SCAN_AGAIN);
        assertTrue(permission, others.remove(permission));
        Actor actor = new Actor("wang", "王", Set.of("clerk"), Set.of(), others);
        CallContext context =
                new CallContext(HAIYANG, actor, java.time.Instant.EPOCH, "r", Optional.empty(), Optional.empty());
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == CallContext.class ? context : type == int.class ? (Object) 1 : null)
                .toArray();
        InvocationTargetException thrown =
                assertThrows(InvocationTargetException.class, () -> method.invoke(service, arguments));
        assertEquals(
                method.toString(), ProblemException.class, thrown.getCause().getClass());
        return (ProblemException) thrown.getCause();
    }
}
