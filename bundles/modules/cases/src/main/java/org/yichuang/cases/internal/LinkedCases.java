package org.yichuang.cases.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseView.MaterialView;
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
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.cases.internal.domain.ToldAgain;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileStore.Received;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Takes letters from other centres, and gives the files that travel with ours. */
public class LinkedCases implements LinkedModule {
    /** The topic of all messages between cases; older than the second module that has one. */
    static final String TOPIC = "linkage";

    static final String MESSAGE_PARKED = "message-parked";

    private static final Logger LOG = LoggerFactory.getLogger(LinkedCases.class);

    private final Transactions transactions;
    private final CaseRepositories store;
    private final FileStore files;
    private final LetterFiles letterFiles;
    private final CaseLedger desk;
    private final Tenants tenants;
    private final LetterCheck letters;
    private final CaseReminders reminders;

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
        this.files = files;
        this.letterFiles = new LetterFiles(transactions, store, files, tenants);
        this.desk = desk;
        this.tenants = tenants;
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
        return LinkedCaseMessage.label(type);
    }

    @Override
    public String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        LinkedCaseMessage letter = letters.read(message, unit);
        Map<String, Attachment> carried = LetterCheck.carried(letter, attachments);
        CaseFiles files = desk.cases(unit);
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
            requireKnown(message, letter, file);
            return receipt(file, LocalizedMessage.of(LinkedCases.class, "receipt.late-or-repeated"));
        }
        requireInOrder(message, seen);
        keep(letter, carried, file.number(), unit);
        return take(message, letter, file, unit);
    }

    private String takeOver(
            Incoming message, LinkedCaseMessage letter, Map<String, Attachment> carried, UnitOfWork unit) {
        requireInOrder(message, 0);
        CommandContext now = desk.moment(unit.context());
        String number = reminders.number(letter, now, unit);
        keep(letter, carried, number, unit);
        CaseFile file = Correspondence.open(number, letter, message.sender().value(), now);
        desk.open(unit, file, (opened, moment) -> {
            Done done = Correspondence.transferIn(opened, letter, moment);
            Remembered.of(letter).ifPresent(told -> Remembered.note(opened, told));
            Correspondence.noteSeen(opened, letter, message.sequence(), message.id());
            return done;
        });
        return file.number();
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
        return effect[0]
                ? file.number()
                : receipt(
                        file,
                        LocalizedMessage.of(
                                LinkedCases.class,
                                "receipt.state-allows-no-effect",
                                file.state().label(),
                                file.state()));
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

    private static String receipt(CaseFile file, LocalizedMessage words) {
        return receipt(file.number(), words);
    }

    private static String receipt(String number, LocalizedMessage words) {
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
    private static void requireKnown(Incoming message, LinkedCaseMessage letter, CaseFile file) {
        boolean isAnother = Correspondence.idOf(file, letter, message.sequence())
                .filter(id -> !id.equals(message.id()))
                .isPresent();
        if (isAnother) {
            throw new ProblemException(
                    CaseError.LETTER_NUMBER_REUSED,
                    LocalizedMessage.of(LinkedCases.class, "message.number-reused", message.sequence(), file.number()));
        }
    }

    private static void requireInOrder(Incoming message, long seen) {
        if (message.sequence() != seen + 1) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(LinkedCases.class, "message.earlier-missing"));
        }
    }

    /** Keeps the files of a letter; one that would not be taken of an applicant either is left behind. */
    private void keep(LinkedCaseMessage letter, Map<String, Attachment> carried, String number, UnitOfWork unit) {
        Set<String> ids = letter.files().stream().map(MaterialView::file).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        StoredFiles here = store.files(unit);
        Set<String> there = new HashSet<>();
        here.about(ids).forEach(about -> there.add(about.id()));
        Set<String> refused = new HashSet<>();
        // Whoever holds several in the file store does so in one order
        letter.files().stream()
                .filter(material -> there.add(material.file()))
                .sorted(Comparator.comparing(MaterialView::sha256))
                .forEach(material -> {
                    Attachment file = carried.get(material.file());
                    Optional<Received> taken = examined(file, unit);
                    taken.ifPresentOrElse(
                            received -> here.add(new StoredFile(
                                    about(file.file(), received, number),
                                    unit.context().at())),
                            () -> refused.add(material.sha256()));
                });
        if (!refused.isEmpty()) {
            letter.leaveBehind(refused);
        }
    }

    private static About about(String file, Received received, String number) {
        return new About(
                file,
                received.name(),
                received.type().mediaType(),
                received.kept().sha256(),
                received.kept().size(),
                "",
                number);
    }

    private Optional<Received> examined(Attachment file, UnitOfWork unit) {
        HandedIn handedIn = new HandedIn(file.name(), file.mediaType(), Uploads.LARGEST);
        try {
            return Optional.of(files.receive(handedIn, file.sha256(), unit));
        } catch (ProblemException e) {
            if (e.code() != DocumentError.FILE_REFUSED) {
                throw e;
            }
            LOG.warn(
                    "{}: file {} of another centre is left behind: {}",
                    unit.context().tenant(),
                    file.file(),
                    e.code());
            return Optional.empty();
        }
    }

    /** The days of a question begin when the centre below has it, and those of a file when the one above has that. */
    @Override
    public void receipted(OutgoingMessage message, String words, Instant received, UnitOfWork unit) {
        Optional<CaseFile> found = desk.cases(unit).find(message.aggregateId());
        if (message.type().equals(Type.FORWARD.word())) {
            found.ifPresent(file -> desk.arrived(unit, file, message.receiver(), words, received));
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
                .find(message.aggregateId())
                .ifPresent(file -> desk.record(unit, file, MESSAGE_PARKED, details, DomainEvent.NONE));
    }

    @Override
    public String payload(TenantId sender, OutgoingMessage waiting) {
        String json =
                reminding(store.texts(sender).json(Kind.MESSAGE, waiting.aggregateId(), waiting.payload()), sender);
        return isVaried(waiting) ? letterFiles.withoutHarmful(json, sender) : json;
    }

    /** A file that goes again, as its receiver was set back, says what it had been there. */
    private String reminding(String json, TenantId sender) {
        LinkedCaseMessage letter = Json.read(json, LinkedCaseMessage.class);
        if (letter.type() != Type.FORWARD) {
            return json;
        }
        Optional<CaseFile> file = transactions.read(
                letterFiles.system(sender), unit -> desk.cases(unit).find(letter.senderCase()));
        if (file.map(CaseFile::upperNumber).isEmpty()) {
            return json;
        }
        Remembered.remind(letter, file.get());
        return Json.write(letter);
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
        return letterFiles.named(Json.read(payload, LinkedCaseMessage.class), sender);
    }

    @Override
    public Set<String> missing(TenantId receiver, Set<String> sha256s) {
        return letterFiles.missing(receiver, sha256s);
    }

    @Override
    public void keep(TenantId receiver, byte[] content) {
        try {
            keep(receiver, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that no case has yet; what nobody takes for its own is removed after a day. */
    @Override
    public void keep(TenantId receiver, InputStream content) throws IOException {
        letterFiles.keep(receiver, content);
    }
}
