package org.yichuang.cases.internal.rest;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.api.ProgressView;

/** What has no place in an applicant's case cannot reach them, whoever adds a field to the staff's. */
public class ApplicantCaseViewTest {
    @Test
    public void itHasNoPlaceForWhatACentreKeepsToItself() {
        assertEquals(
                Set.of("opinions", "examinations", "toExamine", "authorities", "withdrawalProof"),
                without(CaseView.class, ApplicantCaseView.class));
        // what comes first is told beside the last days of remedies
        assertEquals(
                Set.of("by", "reconsiderationFirst"), without(DecisionView.class, ApplicantCaseView.Decision.class));
        assertEquals(Set.of("remark", "proof"), without(DeliveryView.class, ApplicantCaseView.Delivery.class));
    }

    /** What is called as a bean's property is called becomes one in the answer, and stands in no description of it. */
    @Test
    public void noAnswerTellsMoreThanItsFields() {
        Set<String> properties = Stream.of(
                        CaseView.class,
                        DecisionView.class,
                        ApplicantCaseView.class,
                        ProgressView.class,
                        DeadlineView.class)
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().matches("(is|get)[A-Z].*"))
                .map(method -> method.toString())
                .collect(Collectors.toSet());
        assertEquals(Set.of(), properties);
    }

    private static Set<String> without(Class<?> staff, Class<?> applicant) {
        Set<String> missing = new TreeSet<>(fields(staff));
        missing.removeAll(fields(applicant));
        return missing;
    }

    private static Set<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
