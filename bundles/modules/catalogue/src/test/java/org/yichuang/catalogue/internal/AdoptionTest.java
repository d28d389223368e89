package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.Submissions.Judgement;
import org.yichuang.catalogue.internal.Submissions.TakingBack;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What centres above have adjusted becomes the draft, and what an editor has written since is lost nowhere. */
public class AdoptionTest extends SubmissionWorld {
    private static final ItemDefinition TREES = TreeItem.whole();
    private static final Set<String> COMPARED = Set.of(
            "name",
            "code",
            "legalBasis",
            "type",
            "organ",
            "procedure",
            "conditions",
            "statutoryLimit",
            "promisedLimit",
            "fee");

    private String adjusted(ItemDefinition written) {
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        String id = sendUp(TREES);
        carry();
        editing.draft(written, as(HAIYANG, "editor"));
        Adjustment changes = new Adjustment(null, null, "条件简化", null, null, null, null, null, null);
        judge(YANTAI, id, new Judgement(TREES.code(), ExaminationOutcome.ADJUST, "改", changes));
        conclude(YANTAI, id);
        carry();
        return id;
    }

    private void adopt(String id, boolean over) {
        submissions.adopt(id, TREES.code(), over, as(HAIYANG, "editor"));
    }

    private Optional<ProblemException> obstacle(String id) {
        return submissions.obstacle(id, TREES.code(), as(HAIYANG, "editor"));
    }

    @Test
    public void whatWasWrittenSinceIsNamedWhateverFieldItIs() {
        String id = adjusted(TREES.but().place("三楼东侧").aliases(List.of("砍树")).made());

        ProblemException refusal = assertThrows(ProblemException.class, () -> adopt(id, false));
        assertEquals(CatalogueError.SUBMISSION_STATE, refusal.code());
        assertEquals(
                List.of("place", "aliases"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertTrue(refusal.zh(), refusal.fields().get(0).zh().contains("三楼东侧"));
        assertEquals(2, obstacle(id).orElseThrow().fields().size());
        editing.draft(TREES, as(HAIYANG, "editor"));
        assertEquals(Optional.empty(), obstacle(id));
    }

    @Test
    public void itIsWrittenOverWhenAskedAndStaysInTheEntry() {
        String id = adjusted(TREES.but().place("三楼东侧").made());

        adopt(id, true);

        assertTrue(transactions.entries().stream()
                .anyMatch(each -> "三楼东侧".equals(each.entry().details().get("over.place"))));
        assertEquals(
                "条件简化",
                editing.publish(TREES.code(), as(HAIYANG, "editor"))
                        .definition()
                        .conditions());
    }

    @Test
    public void allOfItCanBeHadBackHoweverLongItIs() {
        ItemDefinition written =
                TREES.but().procedure("受理".repeat(2_500)).place("三楼东侧").made();
        String id = adjusted(written);

        adopt(id, true);

        String kept = transactions.entries().stream()
                .map(each -> each.entry().details().get(Adoption.OVERWRITTEN))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertEquals(written, CatalogueJson.definition(kept));
    }

    @Test
    public void everyPartOfAnItemIsLookedAtAndHasAName() {
        Set<String> known = new HashSet<>(Adoption.PARTS.keySet());
        known.addAll(COMPARED);
        assertEquals(
                Arrays.stream(ItemDefinition.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()),
                known);
        Adoption.PARTS
                .keySet()
                .forEach(part -> assertTrue(
                        part,
                        !LocalizedMessage.of(Adoption.class, "part." + part)
                                .zh()
                                .equals("part." + part)));
    }

    @Test
    public void aNoThatCrossesEndsAnEarlierYesThoughItGoesUpAgain() {
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        String first = sendUp(TREES);
        carry();
        forward(first, TREES.code());
        String crossed = again();
        carry();
        judge(YANTAI, crossed, ExaminationOutcome.RETURN, TREES.code());
        conclude(YANTAI, crossed);
        submissions.withdraw(crossed, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        String up = again();
        carry();
        submissions.withdraw(up, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        carry();

        refused(CatalogueError.APPROVAL_MISSING, () -> editing.publish(TREES.code(), as(HAIYANG, "editor")));
        assertEquals(List.of(), submissions.agreed(TREES.code(), as(HAIYANG, "editor")));
    }

    private String again() {
        return submissions.submit(new NewSubmission("复核", List.of(TREES.code())), as(HAIYANG, "editor"));
    }
}
