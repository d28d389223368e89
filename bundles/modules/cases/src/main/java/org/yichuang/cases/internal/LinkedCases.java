package org.yichuang.cases.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.Correspondence;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.LinkedCaseMessage;
import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;
import org.yichuang.cases.internal.domain.PersonalTexts.Kind;
import org.yichuang.cases.internal.domain.Remembered;
import org.yichuang.cases.internal.domain.ToldAgain;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.documents.api.FileStore;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Takes letters from other centres, and gives the files that travel with ours. */
public class LinkedCases implements LinkedModule {
    /** The topic of all messages between cases; older than the second module that has one. */
    static final String TOPIC = "linkage";

    static final String MESSAGE_PARKED = "message-parked";

    private final Transactions transactions;
    private final CaseRepositories store;
    private final CaseLedger desk;
    private final Tenants tenants;
    private final LetterCheck letters;
    private final CaseReminders reminders;
    private final LinkedBranches branches;
    private final LetterFiles carrying;

    /**
     * @param letters what is believed of them
     * @param reminders what a database that was set back does not know
     */
    public LinkedCases(
            Transactions transactions,
            CaseRepositories store,
            FileStore files,
            CaseLedger desk,
            Tenants tenants,
            LetterCheck letters,
            CaseReminders reminders) {
        this.letters = letters;
        this.reminders = reminders;
        this.transactions = transactions;
        this.store = store;
        this.carrying = new LetterFiles(transactions, store, files, tenants);
        this.desk = desk;
        this.tenants = tenants;
        this.branches = new LinkedBranches(desk, reminders);
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Errand errand(String type) {
        return Type.parse(type)
                .map(each -> switch (each) {
                    case FORWARD -> Errand.FORWARD;
                    case QUESTION -> Errand.QUESTION;
                    case ANSWER, SUPPLY, REPLY -> Errand.ANSWER;
                    case DECISION -> Errand.DECISION;
                    case WITHDRAW, CANCELLED -> Errand.WITHDRAWAL;
                    default -> Errand.PROGRESS;
                })
                .orElse(Errand.NOTICE);
    }

    @Override
    public int form() {
        return LinkedCaseMessage.VERSION;
    }

    @Override
    public LocalizedMessage label(String type) {
        return LetterLabels.of(type);
    }

    /** The branches of a joint case that a centre above decides: each is a file of its own there. */
    @Override
    public List<String> parts(String number, CallContext context) {
        return transactions.read(context, unit -> desk.cases(unit).find(number).stream()
                .flatMap(file -> BranchLetters.addresses(file).stream())
                .toList());
    }

    @Override
    public String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        LinkedCaseMessage letter = letters.read(message, unit);
        Map<String, Attachment> carried = LetterCheck.carried(letter, attachments);
        CaseFiles files = desk.cases(unit);
        Optional<BranchAddress> branch = BranchAddress.parse(letter.receiverCase());
        if (branch.isPresent() && !Correspondence.isFromBelow(letter)) {
            return branches.take(message, letter, branch.get(), unit);
        }
        Optional<CaseFile> known = find(files, letter, message.sender());
        if (known.isEmpty() && reminders.isRemoved(letter.receiverCase(), unit)) {
            return receipt(letter.receiverCase(), LocalizedMessage.of(LinkedCases.class, "receipt.removed"));
        }
        if (letter.type() == Type.FORWARD && known.isEmpty()) {
            return takeOver(message, letter, carried, unit);
        }
        CaseFile file = known.orElseThrow(
                () -> CaseFiles.unknown(letter.receiverCase() == null ? message.aggregateId() : letter.receiverCase()));
        requirePeer(file, letter, message);
        LetterCheck.requireSameMatter(letter, file);
        long seen = Correspondence.seen(file, letter);
        if (message.sequence() <= seen) {
            requireTheSame(message, Correspondence.idOf(file, letter, message.sequence()), file.number());
            return receipt(file.number(), LocalizedMessage.of(LinkedCases.class, "receipt.late-or-repeated"));
        }
        requireInOrder(message, seen);
        carrying.keep(letter, carried, file.number(), unit);
        return take(message, letter, file, unit);
    }

    private String takeOver(
            Incoming message, LinkedCaseMessage letter, Map<String, Attachment> carried, UnitOfWork unit) {
        requireInOrder(message, 0);
        CommandContext now = desk.moment(unit.context());
        String number = reminders.number(letter, now, unit);
        carrying.keep(letter, carried, number, unit);
        CaseFile file = Correspondence.open(number, letter, message.sender().value(), now);
        desk.open(unit, file, (opened, moment) -> {
            Done done = Correspondence.transferIn(opened, letter, moment);
            Remembered.of(letter).ifPresent(told -> Remembered.note(opened, told));
            Correspondence.noteSeen(opened, letter, message.sequence(), message.id());
            return done;
        });
        return file.number();
    }

    static LocalizedMessage withoutEffect(CaseFile file) {
        return LocalizedMessage.of(
                LinkedCases.class,
                "receipt.state-allows-no-effect",
                file.state().label(),
                file.state());
    }

    private String take(Incoming message, LinkedCaseMessage letter, CaseFile file, UnitOfWork unit) {
        boolean[] effect = {true};
        desk.step(unit, file, (loaded, now) -> {
            Optional<Done> done = effect(message, letter, loaded, now);
            if (done.isEmpty()) {
                reminders.requireHeard(message.sender(), letter, loaded, unit);
            }
            effect[0] = done.isPresent();
            Correspondence.noteSeen(loaded, letter, message.sequence(), message.id());
            return done.orElseGet(() -> ToldAgain.of(loaded, letter, message.epoch() > 0, now));
        });
        return effect[0] ? file.number() : receipt(file.number(), withoutEffect(file));
    }

    /** What is known already of a sender that was set back, or was told otherwise by whoever was, has none. */
    private static Optional<Done> effect(
            Incoming message, LinkedCaseMessage letter, CaseFile loaded, CommandContext now) {
        if (letter.type() == Type.FORWARD) {
            boolean isKnown = message.epoch() > 0 && !Correspondence.isTakenAgain(loaded, now);
            return isKnown ? Optional.empty() : Optional.of(Correspondence.transferIn(loaded, letter, now));
        }
        if (letter.type() == Type.WITHDRAW && Remembered.isDecided(loaded)) {
            return Optional.empty();
        }
        return Correspondence.take(loaded, letter, now);
    }

    static String receipt(String number, LocalizedMessage words) {
        return number + CaseReminders.WORDS + words.forLog();
    }

    private static Optional<CaseFile> find(CaseFiles files, LinkedCaseMessage letter, TenantId sender) {
        if (Correspondence.isFromBelow(letter)) {
            return files.fromBelow(sender.value(), letter.senderCase());
        }
        return letter.receiverCase() == null ? Optional.empty() : files.find(letter.receiverCase());
    }

    private static void requirePeer(CaseFile file, LinkedCaseMessage letter, Incoming message) {
        boolean below = Correspondence.isFromBelow(letter);
        String centre = below ? file.lowerCentre() : file.upperCentre();
        String number = below ? file.lowerNumber() : file.upperNumber();
        boolean numberFits = number == null || number.equals(message.aggregateId());
        if (!message.sender().value().equals(centre) || !numberFits) {
            throw CaseFiles.unknown(file.number());
        }
    }

    /** A number that another letter had says that the sender was set back and counts anew: nothing is repeated. */
    static void requireTheSame(Incoming message, Optional<String> known, String number) {
        boolean isAnother = known.filter(id -> !id.equals(message.id())).isPresent();
        if (isAnother) {
            throw new ProblemException(
                    CaseError.LETTER_NUMBER_REUSED,
                    LocalizedMessage.of(LinkedCases.class, "message.number-reused", message.sequence(), number));
        }
    }

    static void requireInOrder(Incoming message, long seen) {
        if (message.sequence() != seen + 1) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(LinkedCases.class, "message.earlier-missing"));
        }
    }

    /** The days of a question begin when the centre below has it, and those of a file when the one above has that. */
    @Override
    public void receipted(OutgoingMessage message, String words, Instant received, UnitOfWork unit) {
        Optional<CaseFile> found = desk.cases(unit).find(BranchAddress.caseOf(message.aggregateId()));
        if (message.type().equals(Type.FORWARD.word())) {
            found.ifPresent(file -> desk.arrived(unit, file, message, words, received));
        } else if (message.type().equals(Type.QUESTION.word())) {
            LinkedCaseMessage letter = Json.read(payload(unit.context().tenant(), message), LinkedCaseMessage.class);
            found.ifPresent(file -> desk.taken(unit, file, letter.question()));
        }
    }

    /** Whoever reads the case's trail sees that a letter of it does not leave; what has arrived its messages show. */
    @Override
    public void parked(OutgoingMessage message, String reason, UnitOfWork unit) {
        Map<String, String> details = Map.of(
                "message", message.id(), "type", message.type(), "receiver", message.receiver(), "reason", reason);
        desk.cases(unit)
                .find(BranchAddress.caseOf(message.aggregateId()))
                .ifPresent(file -> desk.record(unit, file, MESSAGE_PARKED, details, DomainEvent.NONE));
    }

    @Override
    public String payload(TenantId sender, OutgoingMessage waiting) {
        String json =
                reminding(store.texts(sender).json(Kind.MESSAGE, waiting.aggregateId(), waiting.payload()), sender);
        return isVaried(waiting) ? carrying.withoutHarmful(json, sender) : json;
    }

    /** A file that goes again, as its receiver was set back, says what it had been there. */
    private String reminding(String json, TenantId sender) {
        LinkedCaseMessage letter = Json.read(json, LinkedCaseMessage.class);
        if (letter.type() != Type.FORWARD) {
            return json;
        }
        String number = BranchAddress.caseOf(letter.senderCase());
        Optional<CaseFile> file =
                transactions.read(system(sender), unit -> desk.cases(unit).find(number));
        boolean isReminded = file.isPresent()
                && BranchAddress.parse(letter.senderCase())
                        .map(branch -> BranchLetters.remind(letter, file.get(), branch.branch()))
                        .orElseGet(() -> Remembered.remind(letter, file.get()));
        return isReminded ? Json.write(letter) : json;
    }

    @Override
    public String told(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        return reminders.told(neighbour, answered, unit);
    }

    @Override
    public void reminded(TenantId neighbour, String told, UnitOfWork unit) {
        reminders.reminded(neighbour, told, unit);
    }

    /** What carries files leaves without those in which something has been found by then. */
    @Override
    public boolean isVaried(OutgoingMessage waiting) {
        return Type.parse(waiting.type())
                .filter(type -> type == Type.FORWARD || type == Type.ANSWER || type == Type.SUPPLY)
                .isPresent();
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        return carrying.attachments(sender, Json.read(payload, LinkedCaseMessage.class));
    }

    @Override
    public Set<String> missing(TenantId receiver, Set<String> sha256s) {
        return carrying.missing(receiver, sha256s);
    }

    @Override
    public void keep(TenantId receiver, byte[] content) {
        try {
            carrying.keep(receiver, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(TenantId receiver, InputStream content) throws IOException {
        carrying.keep(receiver, content);
    }

    private CallContext system(TenantId centre) {
        return CallContext.system(centre, tenants.clock().instant(), "attachments");
    }
}
