package org.yichuang.catalogue.internal.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.view.CertificateWords;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;

/** What a grant leads to goes out and in by REST and by files as it is, and within bounds (R1-14, R1-16). */
public class CertificateBodyTest {
    private static final Certificate FOOD = new Certificate(Certificate.Kind.LICENCE, 60, 45, 10, true);

    private static Set<String> problems(Certificate certificate) {
        ItemDefinition item = ItemDefinition.of("HY-001")
                .name("食品经营许可")
                .type(ItemType.LICENCE)
                .department("市场监管局")
                .exerciseLevel(Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .acceptanceLevels(Set.of(Level.COUNTY))
                .certificate(certificate)
                .made();
        return DraftRules.problems(item).stream().map(FieldProblem::field).collect(Collectors.toSet());
    }

    @Test
    public void whatWasReadIsWrittenAgain() {
        Problems problems = new Problems();

        assertEquals(FOOD, CertificateBody.certificate(CertificateBody.of(FOOD), problems));
        assertNull("nothing is said of what is usual", CertificateBody.of(Certificate.NONE));
        assertEquals(Certificate.NONE, CertificateBody.certificate(null, problems));
        CertificateBody short60 = new CertificateBody("licence", 60, null, null, null);
        assertEquals(
                new Certificate(Certificate.Kind.LICENCE, 60, Certificate.RENEWAL_DAYS, null, false),
                CertificateBody.certificate(short60, problems));
        assertTrue(problems.none());
        CertificateBody.certificate(new CertificateBody("seal", null, null, null, null), problems);
        assertFalse(problems.none());
    }

    @Test
    public void itStandsInACellOfAFile() throws JsonProcessingException {
        assertEquals(FOOD, CatalogueJson.certificate(CatalogueJson.cell(FOOD)));
        assertThrows(JsonProcessingException.class, () -> CatalogueJson.certificate("{\"quota\":3}"));
        assertThrows(JsonProcessingException.class, () -> CatalogueJson.certificate("五年"));
    }

    @Test
    public void numbersAreWithinBounds() {
        assertEquals(Set.of(), problems(FOOD));
        assertEquals(Set.of(), problems(Certificate.NONE));
        assertEquals(
                Set.of("certificate.validityMonths", "certificate.renewalDays", "certificate.quota"),
                problems(new Certificate(Certificate.Kind.LICENCE, 0, -1, 0, false)));
        assertEquals(
                Set.of("certificate.validityMonths"),
                problems(new Certificate(Certificate.Kind.LICENCE, 1201, 30, null, false)));
    }

    @Test
    public void peopleReadItInALine() {
        String line = CertificateWords.of(FOOD, key -> key.equals("list.comma") ? "; " : key + " ");

        assertTrue(line, line.contains("certificate.months 60"));
        assertTrue(line, line.contains("certificate.quota 10"));
        assertEquals("", CertificateWords.of(Certificate.NONE, key -> key));
    }
}
