package org.yichuang.licences.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.Cases;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.Forgotten;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RegisterLetter;
import org.yichuang.licences.internal.domain.RegisterLetter.Made;
import org.yichuang.licences.internal.domain.RegisterLetter.Standing;
import org.yichuang.licences.internal.persistence.Json;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenants;

/**
 * What registers tell each other where one centre has granted and another made out: up, what was made out; down, how
 * it stands since. A centre between the two passes it on. A letter says what is so when it leaves.
 */
public class RegisterMail implements LinkedModule {
    private final Transactions transactions;
    private final Register register;
    private final Holdings holdings;
    private final LicenceRows rows;
    private final LicenceMessages messages;
    private final DocumentService documents;
    private final Cases cases;
    private final Tenants tenants;
    private final RegisterReminders reminders;

    /**
     * @param register where what was made out below is entered
     * @param messages what tells holders
     * @param documents where papers end with what they prove
     * @param reminders what a database that was set back does not know
     */
    public RegisterMail(
            Transactions transactions,
            Register register,
            Holdings holdings,
            LicenceMessages messages,
            DocumentService documents,
            Tenants tenants,
            RegisterReminders reminders) {
        this.reminders = reminders;
        this.transactions = transactions;
        this.register = register;
        this.holdings = holdings;
        this.rows = holdings.rows();
        this.messages = messages;
        this.documents = documents;
        this.cases = holdings.cases();
        this.tenants = tenants;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public String topic() {
        return LicenceRows.TOPIC;
    }

    @Override
    public int form() {
        return RegisterLetter.VERSION;
    }

    @Override
    public String payload(TenantId sender, OutgoingMessage waiting) {
        RegisterLetter letter = Json.read(waiting.payload(), RegisterLetter.class);
        boolean isFilled = letter.isComplete();
        CallContext context = CallContext.system(sender, tenants.clock().instant(), "letters");
        return isFilled ? waiting.payload() : Json.write(transactions.read(context, unit -> filled(letter, unit)));
    }

    /** How a result stands, and what of it is untrue, may change between two copies of its letter. */
    @Override
    public boolean isVaried(OutgoingMessage waiting) {
        return waiting.type().equals(RegisterLetter.Type.STANDING.word())
                || waiting.type().equals(RegisterLetter.Type.MADE_OUT.word())
                || waiting.type().equals(RegisterLetter.Type.REMINDER.word());
    }

    private RegisterLetter filled(RegisterLetter letter, UnitOfWork unit) {
        if (letter.type() == RegisterLetter.Type.MADE_OUT) {
            CaseResult result = cases.result(letter.senderCase(), unit).orElseThrow(RegisterMail::unknown);
            return letter.with(new Made(
                    result.documentNumber(),
                    result.centre(),
                    result.issuedAt(),
                    result.validUntil(),
                    register.untrue(letter.licenceBelow(), letter.senderCase(), result, unit),
                    holdings.withheld(letter.licenceBelow(), letter.senderCase(), unit)));
        }
        if (letter.type() == RegisterLetter.Type.REMINDER) {
            return letter.with(reminders.asAbove(letter, unit)).leaving();
        }
        Licence licence = rows.find(letter.licenceBelow(), unit).orElseThrow(RegisterMail::unknown);
        return letter.with(asBelow(licence.standing(), unit)).leaving();
    }

    /** The same with the numbers under which the centre below knows the cases. */
    private Standing asBelow(Standing told, UnitOfWork unit) {
        return told.renumbered(number -> cases.links(number, unit)
                .map(CaseLinks::lowerNumber)
                .filter(below -> !below.isEmpty())
                .orElse(number));
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        return List.of();
    }

    @Override
    public String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        RegisterLetter letter = read(message);
        CaseLinks links = cases.links(letter.receiverCase(), unit).orElseThrow(RegisterMail::unknown);
        return letter.type() == RegisterLetter.Type.STANDING
                ? fromAbove(message, letter, links, unit)
                : fromBelow(message, letter, links, unit);
    }

    private static RegisterLetter read(Incoming message) {
        RegisterLetter letter;
        try {
            letter = Json.read(message.payload(), RegisterLetter.class).arrived();
        } catch (IllegalArgumentException unreadable) {
            throw invalid("letter.unreadable", unreadable);
        }
        if (letter.version() > RegisterLetter.VERSION) {
            throw invalid("letter.newer-version", null);
        }
        if (!letter.isComplete() || !letter.type().word().equals(message.type())) {
            throw invalid("letter.incomplete", null);
        }
        return letter;
    }

    private String fromBelow(Incoming message, RegisterLetter letter, CaseLinks links, UnitOfWork unit) {
        String sender = message.sender().value();
        if (!sender.equals(links.lowerCentre()) || !letter.senderCase().equals(links.lowerNumber())) {
            throw unknown();
        }
        if (!links.decidedAt().equals(unit.context().tenant().value())) {
            return passOn(message, letter, links.upperCentre(), links.upperNumber(), unit);
        }
        if (letter.type() == RegisterLetter.Type.UNTRUE) {
            return register.untrueBelow(letter.receiverCase(), letter.material(), unit)
                    ? letter.receiverCase()
                    : words("receipt.no-effect", letter.receiverCase());
        }
        if (letter.type() == RegisterLetter.Type.TAKEN_OVER) {
            return register.takenOver(letter, sender, unit)
                    ? letter.receiverCase()
                    : words("receipt.no-effect", letter.receiverCase());
        }
        if (letter.type() == RegisterLetter.Type.REMINDER) {
            return remember(letter, sender, unit)
                    ? letter.receiverCase()
                    : words("receipt.no-effect", letter.receiverCase());
        }
        boolean isMadeThere = letter.made().centre().equals(links.issuedAt());
        if (isMadeThere) {
            reminders.requireGranted(letter.receiverCase(), unit);
        }
        return isMadeThere && register.madeOutBelow(letter, sender, unit)
                ? letter.receiverCase()
                : words("receipt.no-effect", letter.receiverCase());
    }

    /** What was done here and is not known any more stands again. */
    private boolean remember(RegisterLetter letter, String sender, UnitOfWork unit) {
        Optional<Licence> known = reminders.concerned(letter, sender, unit);
        if (known.isEmpty()) {
            return false;
        }
        Licence licence = known.get();
        List<String> papers = licence.content().documents();
        List<LicenceAct> again = Forgotten.again(licence, letter.standing());
        if (!again.isEmpty()) {
            String acts = again.stream().map(act -> act.kind().name()).collect(Collectors.joining(", "));
            rows.record(licence, "remember", Map.of("centre", sender, "acts", acts), licence.stands(), unit);
            holdings.show(licence, unit);
            again.stream()
                    .filter(act -> act.kind().isDecision())
                    .findFirst()
                    .ifPresent(act -> end(licence, papers, act, unit));
        }
        return !again.isEmpty();
    }

    private String fromAbove(Incoming message, RegisterLetter letter, CaseLinks links, UnitOfWork unit) {
        String sender = message.sender().value();
        Optional<Licence> known = rows.find(letter.licence(), unit)
                .or(() -> holdings.done(letter.receiverCase(), unit))
                .filter(licence -> licence.isTold()
                        && licence.peer().equals(sender)
                        && licence.peerCase().equals(letter.senderCase()));
        if (known.isPresent()) {
            return take(known.get(), letter, message.sequence(), unit)
                    ? letter.receiverCase()
                    : words("receipt.no-effect", letter.receiverCase());
        }
        if (!sender.equals(links.upperCentre())) {
            throw unknown();
        }
        return links.issuedAt().equals(unit.context().tenant().value()) || links.lowerCentre() == null
                ? words("receipt.no-effect", letter.receiverCase())
                : passOn(message, letter, links.lowerCentre(), links.lowerNumber(), unit);
    }

    private String passOn(Incoming message, RegisterLetter letter, String receiver, String caseThere, UnitOfWork unit) {
        if (receiver == null || caseThere == null) {
            throw unknown();
        }
        RegisterLetter onward = letter.passedOn(caseThere, letter.receiverCase());
        if (onward.standing() != null) {
            boolean isUp = letter.type() == RegisterLetter.Type.REMINDER;
            onward = onward.with(isUp ? reminders.asAbove(onward.standing(), unit) : asBelow(onward.standing(), unit));
        }
        rows.send(receiver, letter.order(message.aggregateId()), message.sequence(), onward.leaving(), unit);
        return letter.receiverCase();
    }

    /**
     * It stands here as it does where it was granted; whoever holds it is told by the centre where they applied.
     *
     * @return whether that is so: what has ended comes back to life by no letter
     */
    private boolean take(Licence licence, RegisterLetter letter, long sequence, UnitOfWork unit) {
        if (sequence <= licence.peerSeen()) {
            return true;
        }
        LicenceState before = licence.noted();
        List<String> papers = licence.content().documents();
        boolean isRefused = licence.revives(letter.standing());
        rows.record(
                licence,
                "take-standing",
                isRefused ? Map.of("centre", licence.peer(), "refused", "revival") : Map.of("centre", licence.peer()),
                licence.told(letter.standing(), sequence),
                unit);
        holdings.show(licence, unit);
        Optional<LicenceAct> ending =
                before == licence.noted() ? Optional.empty() : RegisterLetter.ending(letter.standing());
        ending.ifPresent(act -> messages.send(LicenceNotice.of(act.kind()), licence, unit));
        ending.filter(act -> act.kind() != LicenceAct.Kind.EXPIRY).ifPresent(act -> end(licence, papers, act, unit));
        return !isRefused;
    }

    private void end(Licence licence, List<String> papers, LicenceAct act, UnitOfWork unit) {
        String reason = LicenceDecisions.ended(act);
        papers.forEach(paper -> documents.revoke(paper, reason, unit));
        holdings.endGrants(licence, reason, unit);
    }

    /** Nothing is in the answer to whoever was set back: what it does not know is written to it. */
    @Override
    public String told(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        reminders.tell(neighbour, answered, unit);
        return "";
    }

    private static String words(String key, String number) {
        return LocalizedMessage.of(RegisterMail.class, key, number).forLog();
    }

    private static ProblemException unknown() {
        return ProblemException.of(LicenceError.LICENCE_UNKNOWN);
    }

    private static ProblemException invalid(String key, Throwable cause) {
        ProblemException refusal =
                new ProblemException(LicenceError.LETTER_UNFIT, LocalizedMessage.of(RegisterMail.class, key));
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
