package org.yichuang.itests.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.runner.RunWith;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.ModuleDescriptor;

/**
 * A permission is asked for where the work is done, in the service, and stated once more at the doors: whoever a
 * door lets
 * in must not be refused behind it, and nobody gets past it who is not permitted.
 */
@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(locations = Bundles.class)
public class PermissionTest {
    /** What takes a call's context and is no service: it says why nothing is asked there. */
    private static final Map<String, String> NO_SERVICES = Map.of(
            "org.yichuang.cases.api.CommandGate", "an SPI that is asked within a command, whose service has asked",
            "org.yichuang.journal.api.MessageHistory", "an SPI that a module asks about an aggregate of its own",
            "org.yichuang.journal.api.Outbox", "the road of messages; the exchange in front of it asks",
            "org.yichuang.journal.api.Transactions", "where services begin their transactions, after they have asked",
            "org.yichuang.kernel.api.PaymentPort", "a port to the outside that a module's service asks",
            "org.yichuang.shell.api.RefusedCommands", "notes refusals; everybody may be refused",
            "org.yichuang.web.api.Authenticator", "finds out who somebody is, before anything can be asked for");

    private static final List<String> CHANGING =
            List.of("javax.ws.rs.POST", "javax.ws.rs.PUT", "javax.ws.rs.DELETE", "javax.ws.rs.PATCH");

    /** Every interface that a module exports and whose methods somebody calls on behalf of somebody. */
    private static Stream<JavaClass> services(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isInterface() && type.getPackageName().matches("org\\.yichuang\\.[a-z]+\\.api"))
                .filter(type -> !NO_SERVICES.containsKey(type.getName()))
                .filter(type -> type.getMethods().stream().anyMatch(PermissionTest::isOnBehalf));
    }

    private static boolean isOnBehalf(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(PermissionTest::isContext);
    }

    @ArchTest
    public static void everyServiceSaysWhatItRequires(JavaClasses classes) {
        Set<String> silent = new TreeSet<>();
        services(classes)
                .flatMap(service -> service.getMethods().stream())
                .filter(PermissionTest::isOnBehalf)
                .filter(method -> !method.isAnnotatedWith(RequiresPermission.class))
                .filter(method -> !method.isAnnotatedWith(NeedsNoPermission.class))
                .forEach(method -> silent.add(method.getFullName()));
        requireNone("Neither @RequiresPermission nor @NeedsNoPermission", silent);
    }

    @ArchTest
    public static void whatAServicePromisesItsImplementationAsksFor(JavaClasses classes) {
        Set<String> forgetful = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                if (promise(method).isPresent() && !asksFirst(method)) {
                    forgetful.add(method.getFullName());
                }
            }
        }
        requireNone("Does not begin with CallContext.require", forgetful);
    }

    @ArchTest
    public static void doorsStateThePermissionOfTheServiceThatTheyReach(JavaClasses classes) {
        Set<String> writing = writingServices(classes);
        Map<String, Set<String>> byRole = permissionsByRole(classes);
        Set<String> wrong = new TreeSet<>();
        for (JavaClass resource : classes) {
            if (resource.isAnnotatedWith("javax.ws.rs.Path")) {
                resource.getMethods()
                        .forEach(method -> compare(method, writing, byRole).ifPresent(wrong::add));
            }
        }
        requireNone("A door and the service behind it differ", wrong);
    }

    /**
     * A door that changes something states exactly what the change requires; one that shows something and states a
     * permission of a module states one that the module asks for. A page that stands before several services may
     * state a
     * permission of its own, if every role that has it has those of the services, or may ask for each of them itself.
     */
    private static Optional<String> compare(JavaMethod door, Set<String> writing, Map<String, Set<String>> byRole) {
        boolean changes = CHANGING.stream().anyMatch(door::isAnnotatedWith);
        Set<String> required = new TreeSet<>();
        reachedServices(door).stream()
                .filter(service -> !changes || writing.contains(service.getFullName()))
                .forEach(service -> required.add(permission(service)));
        Set<String> stated = door.isAnnotatedWith(RequiresPermission.class)
                ? Set.of(door.getAnnotationOfType(RequiresPermission.class).value())
                : Set.of();
        boolean fits = changes
                ? required.isEmpty() || required.equals(stated)
                : required.containsAll(stated) || stated.stream().noneMatch(one -> concerns(one, required));
        fits |= !stated.isEmpty() && (isImplied(stated, required, byRole) || asksItself(door));
        return fits ? Optional.empty() : Optional.of(door.getFullName() + " states " + stated + ", needs " + required);
    }

    /** Whether nobody who is let in by what is stated is refused for want of what is required. */
    private static boolean isImplied(Set<String> stated, Set<String> required, Map<String, Set<String>> byRole) {
        return byRole.values().stream()
                .filter(permissions -> permissions.containsAll(stated))
                .allMatch(permissions -> permissions.containsAll(required));
    }

    /** Whether the door's own package asks for the permission of what it is about to do. */
    private static boolean asksItself(JavaMethod door) {
        Set<JavaMethod> asking = new HashSet<>();
        walk(door, called -> {
            if (called.getOwner().getPackageName().equals(door.getOwner().getPackageName()) && asks(called)) {
                asking.add(called);
            }
            return !isPromise(called);
        });
        return !asking.isEmpty();
    }

    /** What each role may do, as the modules' descriptors grant it. */
    private static Map<String, Set<String>> permissionsByRole(JavaClasses classes) {
        Map<String, Set<String>> byRole = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.getSimpleName().endsWith("Descriptor")
                    && !type.isInterface()
                    && type.isAssignableTo(ModuleDescriptor.class)) {
                descriptor(type).grants().forEach(grant -> byRole.computeIfAbsent(grant.role(), role -> new TreeSet<>())
                        .addAll(grant.permissions()));
            }
        }
        return byRole;
    }

    private static ModuleDescriptor descriptor(JavaClass type) {
        try {
            return (ModuleDescriptor)
                    Bundles.load(type.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName() + " cannot be made", e);
        }
    }

    private static boolean concerns(String stated, Set<String> required) {
        String module = stated.substring(0, stated.indexOf('.') + 1);
        return required.stream().anyMatch(one -> one.startsWith(module));
    }

    /** The services' methods with a permission that a method calls, by way of others of its bundle. */
    private static Set<JavaMethod> reachedServices(JavaMethod start) {
        Set<JavaMethod> services = new HashSet<>();
        walk(start, called -> {
            boolean service = isPromise(called);
            if (service) {
                services.add(called);
            }
            return !service;
        });
        return services;
    }

    /** The full names of the services' methods whose implementation opens a writing transaction. */
    private static Set<String> writingServices(JavaClasses classes) {
        Set<String> writing = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                promise(method)
                        .filter(service -> writes(method))
                        .ifPresent(service -> writing.add(service.getFullName()));
            }
        }
        return writing;
    }

    private static boolean writes(JavaMethod implementation) {
        Set<String> found = new HashSet<>();
        walk(implementation, called -> {
            if (called.getOwner().getName().equals("org.yichuang.journal.api.Transactions")
                    && called.getName().equals("write")) {
                found.add(called.getFullName());
            }
            return true;
        });
        return !found.isEmpty();
    }

    /** Follows the calls of a method through its own bundle; the visitor says whether to go on behind a called one. */
    private static void walk(JavaMethod start, Predicate<JavaMethod> visitor) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (seen.add(unit)) {
                for (JavaAccess<?> access : accesses(unit)) {
                    target(access)
                            .filter(visitor::test)
                            .filter(called -> bundle(called).equals(bundle(start)))
                            .ifPresent(open::push);
                }
            }
        }
    }

    private static List<JavaAccess<?>> accesses(JavaCodeUnit unit) {
        List<JavaAccess<?>> accesses = new ArrayList<>(unit.getMethodCallsFromSelf());
        accesses.addAll(unit.getMethodReferencesFromSelf());
        return accesses;
    }

    private static Optional<JavaMethod> target(JavaAccess<?> access) {
        return access.getTarget()
                .resolveMember()
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast);
    }

    private static boolean isPromise(JavaMethod method) {
        return method.getOwner().isInterface() && method.isAnnotatedWith(RequiresPermission.class);
    }

    private static String permission(JavaMethod service) {
        return service.getAnnotationOfType(RequiresPermission.class).value();
    }

    /** The service's method that an implementation implements, when it has a permission. */
    private static Optional<JavaMethod> promise(JavaMethod implementation) {
        String[] parameters = implementation.getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toArray(String[]::new);
        return implementation.getOwner().getAllRawInterfaces().stream()
                .map(service -> service.tryGetMethod(implementation.getName(), parameters))
                .flatMap(Optional::stream)
                .filter(PermissionTest::isPromise)
                .findFirst();
    }

    private static boolean asks(JavaMethod method) {
        return Stream.concat(method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                .anyMatch(call ->
                        isContext(call.getTargetOwner()) && call.getName().equals("require"));
    }

    /** Whether nothing is called before the permission is asked for, but for what the call itself knows. */
    private static boolean asksFirst(JavaMethod method) {
        OptionalInt asked = method.getMethodCallsFromSelf().stream()
                .filter(call ->
                        isContext(call.getTargetOwner()) && call.getName().equals("require"))
                .mapToInt(JavaAccess::getLineNumber)
                .min();
        return asked.isPresent()
                && method.getMethodCallsFromSelf().stream()
                        .filter(call -> !isContext(call.getTargetOwner()))
                        .noneMatch(call -> call.getLineNumber() < asked.getAsInt());
    }

    private static boolean isContext(JavaClass type) {
        return type.getName().equals(CallContext.class.getName());
    }

    /** The first three parts of a package: a module with its api and internals. */
    private static String bundle(JavaMethod method) {
        String[] parts = method.getOwner().getPackageName().split("\\.");
        return String.join(".", Arrays.copyOf(parts, Math.min(3, parts.length)));
    }

    private static void requireNone(String what, Set<String> found) {
        if (!found.isEmpty()) {
            throw new AssertionError(what + ":\n" + String.join("\n", found));
        }
    }
}
