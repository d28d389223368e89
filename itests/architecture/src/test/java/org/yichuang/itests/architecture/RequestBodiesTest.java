package org.yichuang.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.runner.RunWith;

/**
 * What is sent to the REST interface says what it means: a body that leaves a switch or a number out is refused, and is
 * never taken for {@code false} or nought.
 */
@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(locations = Bundles.class)
public class RequestBodiesTest {
    private static final String REQUIRED = "javax.validation.constraints.NotNull";

    private static final List<String> VERBS =
            List.of("javax.ws.rs.POST", "javax.ws.rs.PUT", "javax.ws.rs.PATCH", "javax.ws.rs.DELETE");

    /** Where nothing said has a meaning of its own, and which. */
    private static final Map<String, String> OPTIONAL = Map.ofEntries(
            Map.entry("HandlingBody.approvalLevels", "nobody tells by how many levels it is approved"),
            Map.entry("RoundBodies$RoundItemBody.approvalLevels", "the same"),
            Map.entry("AgencyCommands$Consent.identitySeen", "nobody has seen who asks unless that is said"),
            Map.entry("AssessmentCommands$AnswerEnquiry.negative", "an answer is no \"no\" unless that is said"),
            Map.entry("AssessmentCommands$GiveMark.daily", "it is the centre's unless the patrol's is said"),
            Map.entry("Adjustment.promisedDays", "the promise stays as it is"),
            Map.entry("CaseRequests$MaterialGiven.paper", "a material is a file unless it is said to be on paper"),
            Map.entry("CaseRequests$MaterialGiven.originalSeen", "nobody has seen an original unless that is said"),
            Map.entry("CaseRequests$Decide.reconsiderationFirst", "a refusal is reconsidered as the item says"),
            Map.entry("CaseRequests$NotAccept.reconsiderationFirst", "the same"),
            Map.entry("CertificateBody.quota", "absent: any number"),
            Map.entry("CertificateBody.renewalDays", "absent: those of the law"),
            Map.entry("CertificateBody.safety", "absent: no"),
            Map.entry("CertificateBody.validityMonths", "absent: without end"),
            Map.entry("FeeCommands$Tell.fen", "absent: nobody knows how much"),
            Map.entry("StockViews$MoveReceipts.fen", "only receipts that were used have brought something in"),
            Map.entry("FeeCommands$AskRelief.fen", "a reduction alone has an amount, and is refused without one"),
            Map.entry("HandlingBody$RegistrationBody.days", "absent: those of market entities"),
            Map.entry("HandlingBody$RegistrationBody.further", "the same"),
            Map.entry("HandlingBody.correctionDays", "absent: no last day"),
            Map.entry("HandlingBody.onlinePreReview", "nobody looks at it before unless that is said"),
            Map.entry("HandlingBody$InPersonBody.required", "nobody has to come unless that is said"),
            Map.entry("HandlingBody$StepBody.charged", "a step is free unless the opposite is said"),
            Map.entry("HandlingBody$StepBody.counted", "a step is part of the limit unless the opposite is said"),
            Map.entry("HandlingBody$VisitsBody.number", "refused by its field"),
            Map.entry("ImportUndo$Undo.elsewhereAsked", "nobody has asked them unless that is said"),
            Map.entry("NewBasic.revision", "whatever is there is replaced unless that is said"),
            Map.entry("Publicity$TakingBack.all", "one record alone unless that is said"),
            Map.entry("SubmissionResource$AdoptionBody.over", "nothing is written over unless that is said"),
            Map.entry("ItemBody.reconsiderationFirst", "reconsideration comes first only where that is said"),
            Map.entry("PartBodies$LimitBody.amount", "a draft without a limit is told so when it is published"),
            Map.entry("PartBodies$MaterialBody.required", "a material is required unless the opposite is said"),
            Map.entry("PartBodies$MaterialBody.copies", "one copy is the usual"),
            Map.entry("PartBodies$DeferralBody.workingDays", "the centre that takes in says how long it may follow"),
            Map.entry("PartBodies$ExaminationBody.review", "nobody verifies unless that is said"),
            Map.entry("PartBodies$ExaminationBody.siteVisit", "nobody goes to see unless that is said"),
            Map.entry("PartBodies$FieldBody.required", "a field is required unless the opposite is said"),
            Map.entry("PartBodies$FieldBody.personal", "a field is personal only where that is said"),
            Map.entry("SealCommands$UseSeal.copies", "one where nobody says how many"),
            Map.entry("WindowsCommands$Book.waits", "nobody waits unless that is said"),
            Map.entry("WindowsCommands$BookFor.waits", "the same"),
            Map.entry("WindowsCommands$OpenPoint.area", "nobody tells how large a place is"),
            Map.entry("WindowsCommands$Take.first", "nobody goes first unless that is said"),
            Map.entry("RoundBodies$RoundItemBody.statutoryDays", "the law sets no limit for the item"),
            Map.entry("RoundBodies$RoundItemBody.promisedDays", "nothing is promised for the item"));

    @ArchTest
    public static void aBodySaysEverySwitchAndNumber(JavaClasses classes) {
        Set<String> silent = new TreeSet<>();
        Set<JavaClass> bodies = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith("javax.ws.rs.Path")
                    && type.getPackageName().endsWith(".rest")) {
                type.getMethods().stream()
                        .filter(method -> VERBS.stream().anyMatch(method::isAnnotatedWith))
                        .flatMap(RequestBodiesTest::body)
                        .forEach(body -> collect(body, bodies));
            }
        }
        for (JavaClass body : bodies) {
            for (JavaField field : body.getFields()) {
                if (isSwitchOrNumber(field.getRawType()) && !field.isAnnotatedWith(REQUIRED)) {
                    silent.add(body.getName().substring(body.getPackageName().length() + 1) + "." + field.getName());
                }
            }
        }
        assertTrue("bodies are found at all: " + bodies, bodies.size() > 20);
        assertEquals("make it @NotNull, or say what its absence means", new TreeSet<>(OPTIONAL.keySet()), silent);
    }

    /** What a method of a resource reads from the request's body. */
    private static Stream<JavaClass> body(JavaMethod method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.getAnnotations().stream()
                        .noneMatch(
                                annotation -> annotation.getRawType().getName().startsWith("javax.ws.rs.")))
                .map(JavaParameter::getRawType);
    }

    private static void collect(JavaClass type, Set<JavaClass> bodies) {
        if (type.isRecord() && type.getName().startsWith("org.yichuang.") && bodies.add(type)) {
            type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                    .forEach(part -> collect(part, bodies));
        }
    }

    private static boolean isSwitchOrNumber(JavaClass type) {
        return type.isPrimitive() || Set.of("Boolean", "Integer", "Long").contains(type.getSimpleName());
    }
}
