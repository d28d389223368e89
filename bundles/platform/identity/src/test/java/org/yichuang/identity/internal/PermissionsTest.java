package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Every method of the services says who may call it, and means it. */
public class PermissionsTest {
    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
    }

    @Test
    public void everyMethodThatIsCalledOnSomebodysBehalfSaysWhatItRequires() {
        for (Method method : methods()) {
            assertTrue(
                    method.toString(),
                    method.isAnnotationPresent(RequiresPermission.class)
                            != method.isAnnotationPresent(NeedsNoPermission.class));
        }
    }

    @Test
    public void whoeverLacksThePermissionIsRefusedBeforeAnythingElse() {
        Set<String> all = new HashSet<>(new IdentityDescriptor().permissions());
        for (Method method : methods()) {
            RequiresPermission required = method.getAnnotation(RequiresPermission.class);
            if (required != null) {
                assertTrue(required.value(), all.contains(required.value()));
                Set<String> others = new HashSet<>(all);
                others.remove(required.value());
                assertEquals(
                        method.toString(),
                        CommonError.NOT_ALLOWED,
                        refusal(method, others).code());
            }
        }
    }

    private static List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (Class<?> service : List.of(Accounts.class, SignIn.class, SecondFactor.class)) {
            Arrays.stream(service.getMethods())
                    .filter(method -> List.of(method.getParameterTypes()).contains(CallContext.class))
                    .forEach(methods::add);
        }
        return methods;
    }

    private Object service(Method method) {
        return method.getDeclaringClass() == SecondFactor.class ? house.secondFactor : house.accounts;
    }

    /** Called with nothing else than the context: whoever looks at anything before it finds null. */
    private ProblemException refusal(Method method, Set<String> permissions) {
        Actor actor = new Actor("wang", "王", Set.of("clerk"), Set.of(), permissions);
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == CallContext.class
                        ? house.by(actor, House.YANTAI)
                        : type == boolean.class ? (Object) Boolean.FALSE : null)
                .toArray();
        InvocationTargetException thrown =
                assertThrows(InvocationTargetException.class, () -> method.invoke(service(method), arguments));
        assertNotNull(thrown.getCause());
        assertEquals(
                method.toString(), ProblemException.class, thrown.getCause().getClass());
        return (ProblemException) thrown.getCause();
    }
}
