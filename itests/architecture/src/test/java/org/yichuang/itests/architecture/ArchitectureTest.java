package org.yichuang.itests.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.Entity;
import org.eclipse.persistence.annotations.Multitenant;
import org.junit.runner.RunWith;
import org.yichuang.itests.architecture.Bundles.Bundle;
import org.yichuang.itests.architecture.Bundles.Layer;
import org.yichuang.journal.api.Transactions;

/** The constitution: who may know whom, over the classes of all bundles. */
@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(locations = Bundles.class)
public class ArchitectureTest {
    private static final String HOUSE = "org.yichuang.";

    /** The two doors know nothing of each other, nor of who has an account. */
    private static final Set<String> SIDE_BY_SIDE = Set.of("rest", "pages");

    /** What travels between centres is the same to it, whoever's it is. */
    private static final Set<String> KNOWS_NO_MODULE = Set.of("linkage");

    /**
     * Code for others to use that is no api: digests of rows, as EclipseLink maps them; which master keys the rows of
     * a table are under.
     */
    private static final List<String> EXPORTED_CODE =
            List.of("org.yichuang.journal.rows", "org.yichuang.identity.keys");

    @ArchTest
    public static void everyBundleKeepsToThePackageOfItsName(JavaClasses classes) {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : classes) {
            String home = "/" + module(type) + "/target/classes/";
            if (!type.getSource().orElseThrow().getUri().toString().contains(home)) {
                strangers.add(type.getName());
            }
        }
        if (!strangers.isEmpty()) {
            throw new AssertionError("In packages of other bundles: " + strangers);
        }
    }

    @ArchTest
    public static void dependenciesPointOneWayAndEndAtAnApi(JavaClasses classes) {
        List<String> wrong = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> isOurs(arrow.getTargetClass().getBaseComponentType()))
                .filter(arrow ->
                        !mayUse(arrow.getOriginClass(), arrow.getTargetClass().getBaseComponentType()))
                .map(arrow -> arrow.getDescription())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.size() + " arrows point the wrong way:\n" + String.join("\n", wrong));
        }
    }

    /** Row-level security shows a unit the rows of its tenant; who looks farther is known. */
    @ArchTest
    public static final ArchRule acrossTheTenantsLooksOnlyWhoKeepsTheirTreeOrTellsWhoseDataThereAre = noClasses()
            .that()
            .areNotAssignableTo(Transactions.class)
            .and()
            .areNotAssignableTo("org.yichuang.identity.api.PersonalDataHolder")
            .and()
            .doNotHaveFullyQualifiedName("org.yichuang.tenancy.internal.TenancyStore")
            .and()
            .doNotHaveFullyQualifiedName("org.yichuang.documents.internal.PendingDocuments")
            .and()
            .doNotHaveFullyQualifiedName("org.yichuang.documents.internal.UnsoundTexts")
            .and()
            .doNotHaveFullyQualifiedName("org.yichuang.documents.internal.scan.UnscannedFiles")
            .and()
            .doNotHaveFullyQualifiedName("org.yichuang.notices.internal.PendingNotices")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("reads across the tenants") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getName().equals("readAcrossTenants");
                }
            });

    @ArchTest
    public static void noPackageIsSplitOverBundles(JavaClasses classes) {
        Map<String, Set<String>> homes = new TreeMap<>();
        for (JavaClass type : classes) {
            String path = type.getSource().orElseThrow().getUri().toString();
            String home = path.substring(0, path.indexOf("org/yichuang/"));
            homes.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(home);
        }
        homes.values().removeIf(places -> places.size() == 1);
        if (!homes.isEmpty()) {
            throw new AssertionError("Split packages: " + homes);
        }
    }

    @ArchTest
    public static final ArchRule apiKnowsOnlyJavaAndApis = classes()
            .that()
            .resideInAPackage("org.yichuang.*.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax..",
                    "gg.jte",
                    "org.apache.karaf.shell..",
                    "org.apache.felix.hc.api..",
                    "io.prometheus.metrics.model..",
                    "org.osgi.annotation.versioning",
                    "org.osgi.framework",
                    "org.osgi.service.cm",
                    "org.osgi.service.metatype",
                    "org.yichuang.*.api..");

    @ArchTest
    public static final ArchRule domainKnowsNoTechnology = noClasses()
            .that()
            .resideInAPackage("..internal.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.yichuang.*.internal",
                    "..internal.persistence..",
                    "..internal.rest..",
                    "org.yichuang.rest..",
                    "javax.ws.rs..",
                    "javax.servlet..",
                    "javax.transaction..",
                    "java.sql..",
                    "javax.sql..",
                    "org.osgi..",
                    "org.apache.camel..",
                    "org.apache.cxf..",
                    "com.fasterxml..");

    @ArchTest
    public static final ArchRule resourcesTouchNoStore = noClasses()
            .that()
            .resideInAPackage("..internal.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..internal.persistence..", "javax.persistence..", "java.sql..", "javax.sql..");

    @ArchTest
    public static final ArchRule transactionsAreOpenedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("org.yichuang.journal..", "org.yichuang.pool..")
            .should()
            .dependOnClassesThat(are(new DescribedPredicate<JavaClass>("declarative transactions") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("javax.transaction")
                            || type.getName().equals("javax.persistence.PersistenceContext")
                            || type.getName().equals("javax.persistence.EntityTransaction");
                }
            }));

    /** Leases live by the database's clock, which no rehearsal moves; embedded Derby has none but the machine's. */
    @ArchTest
    public static final ArchRule timeArrivesWithTheCall = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.yichuang.journal.internal.OffsetClock")
            .and()
            .doNotHaveFullyQualifiedName("org.yichuang.journal.internal.persistence.DerbyDialect")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("reads the machine's clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    boolean withoutClock = call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
                    return owner.startsWith("java.time.") && name.equals("now") && withoutClock
                            || owner.equals(Clock.class.getName()) && name.startsWith("system")
                            || owner.equals(System.class.getName()) && name.equals("currentTimeMillis");
                }
            })
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    public static final ArchRule everyEntityBelongsToATenant =
            classes().that().areAnnotatedWith(Entity.class).should().beAnnotatedWith(Multitenant.class);

    @ArchTest
    public static final ArchRule packagesFormNoCycle =
            slices().matching("org.yichuang.(**)").should().beFreeOfCycles();

    /** Whoever catches some kinds of errors only is ended by the others: {@code ForeignCode} knows which pass. */
    @ArchTest
    public static void errorsOfModulesAreCaughtByForeignCode(JavaClasses classes) {
        Set<String> others = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean isPicky = unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .anyMatch(caught -> caught.isAssignableTo(LinkageError.class));
                if (isPicky) {
                    others.add(unit.getFullName());
                }
            }
        }
        if (!others.isEmpty()) {
            throw new AssertionError("Catch link errors by themselves: " + others);
        }
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(HOUSE);
    }

    private static boolean mayUse(JavaClass from, JavaClass to) {
        if (module(from).equals(module(to))) {
            return true;
        }
        boolean api = to.getPackageName().equals(HOUSE + module(to) + ".api")
                || to.getPackageName().startsWith(HOUSE + module(to) + ".api.")
                || EXPORTED_CODE.contains(to.getPackageName());
        return api && mayUse(bundle(from), bundle(to));
    }

    /**
     * The platform's bundles use those below them; a module uses the platform, and of other modules those that its own
     * POM names. Libraries and their hosts know nothing of government, and nobody needs to know them.
     */
    private static boolean mayUse(Bundle from, Bundle to) {
        if (from.layer() == Layer.FOUNDATION || to.layer() == Layer.FOUNDATION) {
            return false;
        }
        if (to.layer() == Layer.MODULES) {
            return from.layer() == Layer.MODULES && !KNOWS_NO_MODULE.contains(from.word()) && from.names(to);
        }
        boolean neighbours = SIDE_BY_SIDE.contains(from.word()) && SIDE_BY_SIDE.contains(to.word());
        List<Bundle> platform = Bundles.of(Layer.PLATFORM);
        return from.layer() == Layer.MODULES || !neighbours && platform.indexOf(from) > platform.indexOf(to);
    }

    private static Bundle bundle(JavaClass type) {
        return Bundles.find(module(type)).orElseThrow(() -> new AssertionError("No bundle's: " + type.getName()));
    }

    private static String module(JavaClass type) {
        String rest = type.getName().substring(HOUSE.length());
        return rest.substring(0, rest.indexOf('.'));
    }
}
