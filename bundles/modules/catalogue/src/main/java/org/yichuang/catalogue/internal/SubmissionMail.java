package org.yichuang.catalogue.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Part;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Type;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Takes what other centres write about lists of drafts. */
public class SubmissionMail implements LinkedModule {
    private static final int LONGEST_REASON = 500;
    /** What is answered to the word on a list that a database which was set back does not know any more. */
    private static final String FORGOTTEN = "forgotten";

    private final Tenants tenants;
    private final SubmissionDesk desk;
    private final SubmissionReminders reminders;

    /**
     * Into the lists of each centre.
     *
     * @param reminders what a database that was set back does not know
     */
    public SubmissionMail(Tenants tenants, SubmissionDesk desk, SubmissionReminders reminders) {
        this.tenants = tenants;
        this.desk = desk;
        this.reminders = reminders;
    }

    @Override
    public String module() {
        return CatalogueEvent.MODULE;
    }

    @Override
    public String topic() {
        return SubmissionDesk.TOPIC;
    }

    @Override
    public Errand errand(String type) {
        return Type.parse(type)
                .map(each -> switch (each) {
                    case SUBMIT -> Errand.FORWARD;
                    case WORD -> Errand.DECISION;
                    case WITHDRAW -> Errand.WITHDRAWAL;
                    case REMINDER -> Errand.NOTICE;
                })
                .orElse(Errand.NOTICE);
    }

    @Override
    public int form() {
        return SubmissionLetter.VERSION;
    }

    @Override
    public LocalizedMessage label(String type) {
        return Type.parse(type)
                .map(each -> LocalizedMessage.of(SubmissionMail.class, "message." + each.word()))
                .orElseGet(() -> LocalizedMessage.verbatim(type));
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        return List.of();
    }

    /** Takes a letter; to drafts, the receipt says until when they are examined. */
    @Override
    public String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        SubmissionLetter letter = read(message);
        Tenant here = tenants.get(unit.context().tenant());
        Optional<Submission> known = desk.rows().find(letter.submission(), unit);
        if (known.isEmpty() && letter.type() == Type.SUBMIT) {
            return open(message, letter, here, unit);
        }
        if (known.isEmpty() && reminders.isForgotten(letter, unit)) {
            return FORGOTTEN;
        }
        Submission list = known.orElseThrow(SubmissionMail::unknown);
        boolean fromAbove = letter.type() == Type.WORD;
        if (!(fromAbove ? list.above() : list.below())
                .equals(Optional.of(message.sender().value()))) {
            throw unknown();
        }
        long seen = list.seen(fromAbove);
        if (message.sequence() > seen) {
            requireInOrder(message, seen);
            list.seen(fromAbove, message.sequence());
            take(message, letter, list, unit);
        }
        return list.dueOn() == null ? list.state().key() : list.dueOn().toString();
    }

    private static void requireInOrder(Incoming message, long seen) {
        if (message.sequence() != seen + 1) {
            throw new ProblemException(
                    CatalogueError.SUBMISSION_STATE,
                    LocalizedMessage.of(SubmissionMail.class, "message.earlier-missing"));
        }
    }

    private static SubmissionLetter read(Incoming message) {
        SubmissionLetter letter;
        try {
            letter = CatalogueJson.letter(message.payload());
        } catch (JsonProcessingException e) {
            throw (RuntimeException) invalid("message.unreadable").initCause(e);
        }
        if (letter.version() > SubmissionLetter.VERSION) {
            throw invalid("message.newer-version");
        }
        boolean fits = letter.isComplete()
                && letter.type().word().equals(message.type())
                && letter.submission().equals(message.aggregateId())
                && letter.parts().stream().map(Part::code).distinct().count()
                        == letter.parts().size();
        if (!fits) {
            throw invalid("message.does-not-fit-envelope");
        }
        return letter;
    }

    private String open(Incoming message, SubmissionLetter letter, Tenant here, UnitOfWork unit) {
        if (here.parent().equals(Optional.of(message.sender()))) {
            throw invalid("message.from-above");
        }
        requireInOrder(message, 0);
        LetterRoads.requireFromBelow(letter, message.sender(), here, tenants);
        requireDrafts(letter);
        LocalDate today = unit.context().today();
        LocalDate due = Deadlines.addWorkdays(today, ReviewAbove.days(here), tenants.calendar(here.id()));
        Submission list = Submission.receive(letter, message.sender().value(), here, due, today);
        list.seen(false, message.sequence());
        desk.rows().add(list, unit);
        List<SubmittedItem> items = new ArrayList<>();
        for (Part part : letter.parts()) {
            SubmittedItem item = new SubmittedItem(list.id(), items.size() + 1, part, ItemStanding.OPEN);
            desk.rows().add(item, unit);
            items.add(item);
        }
        CatalogueEvent event = new CatalogueEvent.SubmissionReceived(list.originName(), items.size(), due.toString());
        Map<String, String> facts =
                Map.of("from", list.originName(), "items", String.valueOf(items.size()), "due", due.toString());
        desk.record(list, "receive", facts, items, event, unit);
        return due.toString();
    }

    private static void requireDrafts(SubmissionLetter letter) {
        for (Part part : letter.parts()) {
            if (part.definition() != null
                    && !DraftRules.problems(part.definition()).isEmpty()) {
                throw invalid("message.draft-invalid", TextRules.cleaned(part.code()));
            }
        }
    }

    private void take(Incoming message, SubmissionLetter letter, Submission list, UnitOfWork unit) {
        switch (letter.type()) {
            case WITHDRAW -> takeBack(letter, list, unit);
            case WORD -> hear(letter, list, reminders.isSaidAnew(message, unit), unit);
            case REMINDER -> reminders.remember(letter, message.sender(), list, unit);
            case SUBMIT -> {
                if (message.epoch() == 0) {
                    throw invalid("message.does-not-fit-envelope");
                }
                reminders.tellAgain(list, unit); // whoever has sent it was set back, and sends it once more
            }
        }
    }

    /** What all has been said of stays so. */
    private void takeBack(SubmissionLetter letter, Submission list, UnitOfWork unit) {
        boolean isAbove = list.state() == SubmissionState.ABOVE;
        if (isAbove || list.state() == SubmissionState.EXAMINING) {
            list.takenBack(
                    SubmissionDesk.day(letter.holderDue()), unit.context().today());
            if (isAbove) {
                desk.up(Type.WITHDRAW, list, List.of(), unit);
            }
        }
        CatalogueEvent event = new CatalogueEvent.SubmissionWithdrawn(list.originName());
        desk.record(list, "hear-withdrawal", Map.of("from", list.originName()), List.of(), event, unit);
    }

    /** What was taken back meanwhile hears nothing more, but a no. */
    private void hear(SubmissionLetter letter, Submission list, boolean isSaidAnew, UnitOfWork unit) {
        List<SubmittedItem> heard = new ArrayList<>();
        if (list.state() == SubmissionState.ABOVE) {
            requireDrafts(letter);
            Map<String, Part> parts = new HashMap<>();
            letter.parts().forEach(part -> parts.put(part.code(), part));
            List<SubmittedItem> items = desk.rows().items(list.id(), unit);
            List<Tenant> above = tenants.lineage(unit.context().tenant());
            items.stream()
                    .filter(item -> item.standing() == ItemStanding.ABOVE && parts.containsKey(item.code()))
                    .forEach(item -> {
                        LetterRoads.requireFromAbove(parts.get(item.code()), item, list, above, isSaidAnew);
                        item.hear(parts.get(item.code()));
                        heard.add(item);
                    });
            list.isWith(
                    letter.holder(),
                    SubmissionDesk.day(letter.holderDue()),
                    unit.context().today());
            if (items.stream().allMatch(item -> item.standing().isFinal())) {
                list.conclude(unit.context().today());
            }
            desk.down(list, heard, unit);
            if (list.below().isEmpty()) {
                desk.answer(
                        list,
                        heard.stream().filter(item -> item.standing().isFinal()).toList(),
                        unit);
            }
        }
        hearReturned(letter, list, isSaidAnew, unit);
        long approved = heard.stream()
                .filter(item -> item.standing() == ItemStanding.APPROVED)
                .count();
        long returned = heard.stream()
                .filter(item -> item.standing() == ItemStanding.RETURNED)
                .count();
        CatalogueEvent event = new CatalogueEvent.SubmissionAnswered((int) approved, (int) returned, letter.holder());
        Map<String, String> facts = Map.of(
                "approved", String.valueOf(approved),
                "returned", String.valueOf(returned),
                "holder", TextRules.first(letter.holder(), 200));
        desk.record(list, "hear", facts, heard, event, unit);
    }

    private void hearReturned(SubmissionLetter letter, Submission list, boolean isSaidAnew, UnitOfWork unit) {
        if (list.state() == SubmissionState.WITHDRAWN && list.below().isEmpty()) {
            Map<String, SubmittedItem> items = new HashMap<>();
            desk.rows().items(list.id(), unit).forEach(item -> items.put(item.code(), item));
            List<Tenant> above = tenants.lineage(unit.context().tenant());
            List<Part> returned = letter.parts().stream()
                    .filter(part -> part.standing() == ItemStanding.RETURNED && items.containsKey(part.code()))
                    .toList();
            returned.forEach(
                    part -> LetterRoads.requireFromAbove(part, items.get(part.code()), list, above, isSaidAnew));
            desk.hearReturned(list, returned, unit);
        }
    }

    /** Nothing is in the answer to whoever was set back: what it does not know is written to it. */
    @Override
    public String told(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        reminders.tell(neighbour, unit);
        return "";
    }

    /** Whoever has the list has said until when it is examined; the centre below hears of it as well. */
    @Override
    public void receipted(OutgoingMessage message, String words, UnitOfWork unit) {
        Optional<Submission> sent = desk.rows().find(message.aggregateId(), unit);
        if (words.equals(FORGOTTEN)) {
            sent.ifPresent(list -> reminders.isForgottenBelow(list, unit));
            return;
        }
        LocalDate due = SubmissionDesk.day(words);
        boolean isNews = due != null
                && message.type().equals(Type.SUBMIT.word())
                && sent.filter(list -> isWithNeighbour(list)).isPresent();
        if (isNews) {
            Submission list = sent.get();
            list.trouble(null);
            list.isWith(list.holder(), due, unit.context().today());
            desk.down(list, List.of(), unit);
            desk.record(list, "arrive", Map.of("due", due.toString()), List.of(), null, unit);
        } else {
            sent.filter(Submission::isInTrouble).ifPresent(list -> {
                list.trouble(null);
                desk.record(list, "arrive", Map.of("type", message.type()), List.of(), null, unit);
            });
        }
    }

    private boolean isWithNeighbour(Submission list) {
        return list.state() == SubmissionState.ABOVE
                && list.holderDue() == null
                && list.above()
                        .flatMap(above -> tenants.find(new TenantId(above)))
                        .filter(above -> above.name().equals(list.holder()))
                        .isPresent();
    }

    @Override
    public void parked(OutgoingMessage message, String reason, UnitOfWork unit) {
        desk.rows().find(message.aggregateId(), unit).ifPresent(list -> {
            list.trouble(TextRules.first(reason, LONGEST_REASON));
            Map<String, String> facts = Map.of(
                    "message", message.id(),
                    "type", message.type(),
                    "receiver", message.receiver(),
                    "reason", TextRules.first(reason, LONGEST_REASON));
            desk.record(list, "message-parked", facts, List.of(), null, unit);
        });
    }

    private static ProblemException unknown() {
        return new ProblemException(
                CatalogueError.SUBMISSION_UNKNOWN, LocalizedMessage.of(Submissions.class, "submission.unknown"));
    }

    private static ProblemException invalid(String key, Object... arguments) {
        return new ProblemException(
                CatalogueError.ITEM_INVALID, LocalizedMessage.of(SubmissionMail.class, key, arguments));
    }
}
