package org.yichuang.catalogue.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** What an editor types is understood, or it is said what is not. */
public class DraftFormTest {
    private static List<String> problems(String field) {
        DraftForm form = new DraftForm(new Form(
                Map.of("name", List.of("养老服务"), "type", List.of("公共服务"), "serviceField", List.of(field)), Map.of()));
        try {
            assertEquals(
                    ServiceField.parse(field).orElse(null),
                    form.applyTo(TreeItem.whole()).serviceField());
            return List.of();
        } catch (ProblemException e) {
            return e.fields().stream().map(FieldProblem::field).toList();
        }
    }

    @Test
    public void aFieldOfPublicServicesThatNobodyKnowsIsNotTakenForNone() {
        assertTrue(problems("太空服务").contains("serviceField"));
        assertFalse(problems("ELDERLY_CARE").contains("serviceField"));
        assertFalse(problems("").contains("serviceField"));
    }
}
