package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.PublishingRules;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.domain.submission.RoadSteps;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Part;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Type;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Drafts that a centre sends up: what could be published but for the word of the centres above. */
public class SubmissionDrafts {
    private final Transactions transactions;
    private final Tenants tenants;
    private final SubmissionDesk desk;
    private final DraftOpinions opinions;
    private final DisclosedFields fields;
    private final PublicationGate gate;

    /** Over the drafts of each centre. */
    public SubmissionDrafts(
            Transactions transactions,
            Tenants tenants,
            SubmissionDesk desk,
            DraftOpinions opinions,
            DisclosedFields fields,
            PublicationGate gate) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.desk = desk;
        this.opinions = opinions;
        this.fields = fields;
        this.gate = gate;
    }

    /**
     * A list that goes up.
     *
     * @param title what it is called
     * @param codes of the items whose drafts are in it
     */
    public record NewSubmission(
            @NotBlank @Size(max = 100) String title,
            @NotEmpty @Size(max = SubmissionLetter.MOST_ITEMS) List<String> codes) {}

    /**
     * Sends them.
     *
     * @throws ProblemException {@code submission-state} where no centre is above; {@code fields-invalid} with every
     *     item that has no draft, could not be published, has not been agreed to by the offices here, is on its way
     *     already or is a bundle
     */
    String send(NewSubmission given, CallContext context) {
        Tenant here = tenants.get(context.tenant());
        Tenant above = here.parent()
                .map(tenants::get)
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.SUBMISSION_STATE,
                        LocalizedMessage.of(SubmissionDrafts.class, "submission.nobody-above")));
        List<String> codes = given.codes().stream().distinct().toList();
        requireFit(codes);
        Map<String, ItemVersion> present = asked(codes, context);
        Map<String, ItemDefinition> asked = new HashMap<>();
        present.forEach((code, draft) -> asked.put(code, draft.definition()));
        Map<String, Asked> answers = new HashMap<>();
        Map<String, ForeignFields> foreign = fields.of(List.copyOf(asked.values()), context);
        present.forEach((code, draft) -> answers.put(
                code,
                new Asked(
                        draft.definition(),
                        gate.ask(draft, context.withoutKey()),
                        foreign.getOrDefault(code, ForeignFields.NONE))));
        return transactions
                .write(context, Submissions.Kept.class, unit -> {
                    Map<String, CatalogueVersion> drafts = drafts(codes, unit);
                    Problems problems = new Problems();
                    for (int i = 0; i < codes.size(); i++) {
                        CatalogueVersion draft = drafts.get(codes.get(i));
                        String field = "codes[" + i + "]";
                        obstacle(draft, answers.get(codes.get(i)), here, unit)
                                .ifPresent(why -> problems.add(
                                        field,
                                        LocalizedMessage.of(
                                                SubmissionDrafts.class, "submission.cannot", name(draft, field), why)));
                    }
                    problems.refuse(
                            CommonError.FIELDS_INVALID,
                            LocalizedMessage.of(SubmissionDrafts.class, "submission.invalid"));
                    return new Submissions.Kept(begin(given.title(), codes, drafts, here, above, unit));
                })
                .id();
    }

    private static void requireFit(List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            if (code == null || code.isBlank() || TextRules.isUnfit(code)) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "codes[" + i + "]",
                        LocalizedMessage.of(SubmissionDrafts.class, "submission.code-missing"));
            }
        }
    }

    private static String name(CatalogueVersion draft, String otherwise) {
        return draft == null ? otherwise : draft.definition().name();
    }

    /** What others have said of a draft. */
    private record Asked(ItemDefinition definition, PublicationGate.Answer answer, ForeignFields foreign) {}

    private Map<String, ItemVersion> asked(List<String> codes, CallContext context) {
        return transactions.read(context.withoutKey(), unit -> drafts(codes, unit).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().view(context.tenant()))));
    }

    private Map<String, CatalogueVersion> drafts(List<String> codes, UnitOfWork unit) {
        return desk.items().versions(codes, ItemVersion.State.DRAFT, unit);
    }

    /** Why a draft is not sent, if so. */
    private Optional<LocalizedMessage> obstacle(CatalogueVersion draft, Asked asked, Tenant here, UnitOfWork unit) {
        if (draft == null) {
            return told("submission.no-draft");
        }
        ItemDefinition content = draft.definition();
        if (draft.isOnItsWay()) {
            return told("submission.on-its-way");
        }
        if (asked == null || !content.equals(asked.definition())) {
            return told("submission.changed-meanwhile");
        }
        if (asked.answer().refusal().isEmpty() && !content.equals(asked.answer().content())) {
            return told("submission.bundle-outdated");
        }
        String disclosure = here.policy(Disclosure.POLICY, Disclosure.USUAL);
        return PublishingRules.refusal(content, disclosure, asked.foreign())
                .or(() -> asked.answer().refusal())
                .or(() -> opinions.refusal(draft, content, unit))
                .map(ProblemException::message);
    }

    private static Optional<LocalizedMessage> told(String key) {
        return Optional.of(LocalizedMessage.of(SubmissionDrafts.class, key));
    }

    private String begin(
            String title,
            List<String> codes,
            Map<String, CatalogueVersion> drafts,
            Tenant here,
            Tenant above,
            UnitOfWork unit) {
        CallContext context = unit.context();
        Level upTo = ReviewAbove.demanded(here).orElse(above.level());
        Submission list =
                Submission.begin(Ids.next(context.at()), title, here, above, upTo, codes.size(), context.today());
        desk.rows().add(list, unit);
        List<SubmittedItem> parts = new ArrayList<>();
        Map<String, CatalogueItem> items = desk.items().items(codes, unit);
        for (String code : codes) {
            CatalogueVersion draft = drafts.get(code);
            Part part = new Part(code, draft.number(), draft.definition(), ItemStanding.ABOVE, RoadSteps.NONE);
            SubmittedItem sent = new SubmittedItem(list.id(), parts.size() + 1, part, ItemStanding.ABOVE);
            desk.rows().add(sent, unit);
            parts.add(sent);
            desk.sent(items.get(code), draft, list, unit);
        }
        desk.up(Type.SUBMIT, list, parts, unit);
        CatalogueEvent event = new CatalogueEvent.SubmissionSent(above.name(), parts.size());
        desk.record(
                list, "send-up", Map.of("to", above.name(), "items", String.valueOf(parts.size())), parts, event, unit);
        return list.id();
    }

    /** Lets go of the drafts of a list that was taken back. */
    void free(Submission list, UnitOfWork unit) {
        List<String> codes = desk.rows().items(list.id(), unit).stream()
                .map(SubmittedItem::code)
                .toList();
        Map<String, CatalogueItem> items = desk.items().items(codes, unit);
        drafts(codes, unit).forEach((code, draft) -> {
            if (draft.isIn(list.id())) {
                draft.answered(null);
                new ItemActs(desk.items(), unit, Map.of("submission", list.id()))
                        .note(items.get(code), "take-back", draft);
            }
        });
        desk.letGo(list, codes, items, "take-back", unit);
    }
}
