package org.yichuang.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.domain.Arrival;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.CaseBranches;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.ClockWarnings;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.CountedFacts;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.OnTheSpot;
import org.yichuang.cases.internal.domain.Originals;
import org.yichuang.cases.internal.domain.PastDepartment;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.domain.PersonalTexts.Kind;
import org.yichuang.cases.internal.domain.Remembered;
import org.yichuang.cases.internal.domain.SeparateDuties;
import org.yichuang.cases.internal.domain.Waiting;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Where every step of a case ends: in the document that it issues, in journal and row, in the letters that leave. */
public class CaseLedger {
    /** The kind of aggregate in the journal. */
    static final String AGGREGATE = "case";

    private static final String WARNED = "warn";
    private static final String TAKEN = "note-taken";
    private static final String ARRIVED = "note-arrived";

    private final CaseRepositories store;
    private final Tenants tenants;
    private final Gates gates;
    private final IssuedDocuments documents;
    private final Epochs epochs;

    /** @param epochs whether what this centre has told others is known here */
    public CaseLedger(CaseRepositories store, Tenants tenants, Gates gates, IssuedDocuments documents, Epochs epochs) {
        this.epochs = epochs;
        this.store = store;
        this.tenants = tenants;
        this.gates = gates;
        this.documents = documents;
    }

    CaseFiles cases(UnitOfWork unit) {
        return store.cases(unit);
    }

    CaseBranches branches(UnitOfWork unit) {
        return store.branches(unit);
    }

    CountedFacts facts(UnitOfWork unit) {
        return store.facts(unit);
    }

    /** Takes over into the figures of this month what a corrected calendar makes of a case that has been recorded. */
    void judge(UnitOfWork unit, CaseFile file) {
        CommandContext now = moment(unit.context());
        facts(unit).judge(file, unit.context().today().withDayOfMonth(1), now);
    }

    /** Whether the working days of a case that have ended this month are charged as the calendar says. */
    boolean isCharged(UnitOfWork unit, CaseFile file) {
        return facts(unit).isCharged(file, unit.context().today().withDayOfMonth(1), moment(unit.context()));
    }

    CommandContext moment(CallContext context) {
        List<Tenant> lineage = tenants.lineage(context.tenant());
        // as fine as the columns keep it, so that an answer reads the same now and later
        return new CommandContext(
                context.at().truncatedTo(ChronoUnit.MICROS),
                context.actor(),
                lineage,
                tenants.calendar(context.tenant()));
    }

    /** A step on a case, as the case takes it. */
    @FunctionalInterface
    interface Step extends BiFunction<CaseFile, CommandContext, Done> {}

    /** Takes a step that the law or another centre demands: no gate is asked. */
    void step(UnitOfWork unit, CaseFile file, Step work) {
        take(unit, file, work, moment(unit.context()), cases(unit).loadedDigest(file));
    }

    /**
     * Takes a step that somebody asks for, if the gates let it pass.
     *
     * @return the digest of the row that it leaves
     */
    String step(UnitOfWork unit, CaseFile file, CaseCommand command, CaseRequests.Request request, Step work) {
        return take(
                unit,
                file,
                work,
                passed(unit, file, command, request),
                cases(unit).loadedDigest(file));
    }

    /**
     * Takes a step that the department of a branch of a joint case asks for, if the gates let it pass.
     *
     * @param command in which branch, and what
     */
    void step(UnitOfWork unit, CaseFile file, InBranch command, Step work) {
        CommandContext now = passed(unit, file, command.command(), command.request(), command.branch());
        take(unit, file, work, now, cases(unit).loadedDigest(file));
    }

    /** What is asked for in a branch of a joint case. */
    record InBranch(String branch, CaseCommand command, CaseRequests.Request request) {}

    /**
     * Takes another step in the same transaction.
     *
     * @param left the digest of the row that the step before has left
     */
    void next(
            UnitOfWork unit, CaseFile file, CaseCommand command, CaseRequests.Request request, Step work, String left) {
        take(unit, file, work, passed(unit, file, command, request), left);
    }

    private String take(UnitOfWork unit, CaseFile file, Step work, CommandContext now, String found) {
        String had = file.department();
        String left = settle(unit, file, work.apply(file, now), now, found);
        CaseFiles files = cases(unit);
        if (!had.equals(file.department())) {
            passedOn(unit, file);
        }
        files.flush();
        return left;
    }

    /** Keeps in whose hands a case has been. */
    void passedOn(UnitOfWork unit, CaseFile file) {
        cases(unit)
                .passedOn(
                        file.number(),
                        PastDepartment.of(file, unit.context().tenant().value()));
    }

    /** Takes the first step on a case that another centre sends. */
    void open(UnitOfWork unit, CaseFile file, Step work) {
        add(unit, file, work, moment(unit.context()));
    }

    /**
     * Takes the first step on a new case, if the gates let it pass.
     *
     * @return the digest of the row that it leaves
     */
    String open(UnitOfWork unit, CaseFile file, CaseCommand command, CaseRequests.Request request, Step work) {
        return add(unit, file, work, passed(unit, file, command, request));
    }

    private String add(UnitOfWork unit, CaseFile file, Step work, CommandContext now) {
        String left = settle(unit, file, work.apply(file, now), now, cases(unit).loadedDigest(file));
        CaseFiles files = cases(unit);
        files.add(file);
        files.flush();
        return left;
    }

    private CommandContext passed(UnitOfWork unit, CaseFile file, CaseCommand command, CaseRequests.Request request) {
        return passed(unit, file, command, request, null);
    }

    /** What the state refuses is refused by the state, before any gate is asked. */
    private CommandContext passed(
            UnitOfWork unit, CaseFile file, CaseCommand command, CaseRequests.Request request, String branch) {
        CommandContext now = moment(unit.context()).seeing(Originals.seen(request));
        requireKnown(unit, file, command, request);
        // guards about the content of a command are left to it
        boolean isAllowed = command.path().isEmpty() || file.commands(now).contains(command.path());
        if (!isAllowed) {
            return now;
        }
        Set<String> barred = SeparateDuties.barred(command, file, now);
        return now.by(gates.require(new Gates.Asked(command, request, branch, barred), file, unit));
    }

    /** What may have been told otherwise before the database was set back is not said before that is known. */
    private void requireKnown(UnitOfWork unit, CaseFile file, CaseCommand command, CaseRequests.Request request) {
        if (file.state() == null) {
            return;
        }
        Remembered.require(file, command, request);
        if (!Remembered.isAnswerable(command)) {
            return;
        }
        boolean goesUp = Remembered.mayGoUp(file, unit.context().tenant().value());
        Stream<TenantId> above = goesUp ? above(unit).stream() : Stream.empty();
        Stream<TenantId> below = file.isTransferred() ? Stream.of(new TenantId(file.lowerCentre())) : Stream.empty();
        Stream.concat(above, below)
                .filter(neighbour -> epochs.isAwaited(neighbour, unit))
                .findFirst()
                .ifPresent(neighbour -> {
                    String name = tenants.find(neighbour).map(Tenant::name).orElse(neighbour.value());
                    throw new ProblemException(
                            CaseError.CENTRE_REMEMBERING,
                            LocalizedMessage.of(CaseLedger.class, "centre.remembering", name));
                });
    }

    /** The centre above this one, if there is any. */
    Optional<TenantId> above(UnitOfWork unit) {
        return tenants.get(unit.context().tenant()).parent();
    }

    /** The last day of a result that is made out now, where whoever makes it out says none. */
    LocalDate usualEnd(CaseFile file, UnitOfWork unit) {
        return documents.usualEnd(file, unit.context().today(), unit);
    }

    /** What a case looks like to whoever asks; outside of transactions, as gates are asked in some of their own. */
    CaseView view(CaseFile file, CallContext context) {
        return view(file, Visibility.of(context.actor()), context);
    }

    CaseView view(CaseFile file, Visibility visibility, CallContext context) {
        CommandContext now = moment(context);
        List<String> commands =
                Access.mayAct(file, context) ? OnTheSpot.beside(file.commands(now), file, now) : List.of();
        return CaseViews.view(file, commands, tenants, gates.missing(file, context), visibility, context);
    }

    /** What gates want to know from whoever gives a command. */
    List<GateFact> facts(GatedCommand command, CaseFile file, CallContext context) {
        return gates.facts(command, file, context);
    }

    private String settle(UnitOfWork unit, CaseFile file, Done done, CommandContext now, String found) {
        documents.issue(unit, file, done, now);
        CountedFacts facts = store.facts(unit);
        facts.add(file, done.acting().counted(), now);
        facts.add(done.acting().spells());
        String left = record(unit, file, done.command().word(), done.details(), CaseEvents.of(file, done), found);
        for (Done.Besides besides : done.besides()) {
            DomainEvent event = CaseEvents.of(file, besides, done.acting());
            left = record(unit, file, besides.word(), besides.details(), event, left);
        }
        PersonalTexts texts = store.texts(unit.context().tenant());
        for (Done.Post post : done.posts()) {
            String about = post.letter().senderCase();
            unit.send(new OutgoingMessage(
                    Ids.next(unit.context().at()),
                    LinkedCases.TOPIC,
                    post.receiver(),
                    about,
                    post.sequence(),
                    post.letter().type().word(),
                    texts.write(Kind.MESSAGE, about, post.letter()),
                    post.letter().version()));
        }
        return left;
    }

    /** Writes the entry of a step; whatever would change the case after it is a break of its chain. */
    void record(UnitOfWork unit, CaseFile file, String action, Map<String, String> details, DomainEvent event) {
        record(unit, file, action, details, event, cases(unit).loadedDigest(file));
    }

    /** Says which last days of a case are near or have passed, each by an entry of its own. */
    void warn(UnitOfWork unit, CaseFile file) {
        String left = cases(unit).loadedDigest(file);
        List<ClockWarnings.Said> said = ClockWarnings.say(file, moment(unit.context()));
        for (ClockWarnings.Said each : said) {
            left = record(unit, file, WARNED, CaseEvents.details(each), CaseEvents.warned(file, each), left);
        }
        if (said.isEmpty()) {
            record(unit, file, CaseUpkeep.KEPT_DAYS, Map.of(), DomainEvent.NONE, left);
        }
    }

    /** Notes that the centre below has got what this one asks, where that is waited for. */
    void taken(UnitOfWork unit, CaseFile file, String question) {
        String found = cases(unit).loadedDigest(file);
        Waiting.taken(file, question, moment(unit.context()))
                .ifPresent(details -> record(unit, file, TAKEN, details, DomainEvent.NONE, found));
    }

    /** Notes that the centre above has got the file, or that of a branch of a joint case. */
    void arrived(UnitOfWork unit, CaseFile file, OutgoingMessage sent, String words, Instant arrived) {
        String found = cases(unit).loadedDigest(file);
        CommandContext now = moment(unit.context());
        Optional<BranchAddress> branch = BranchAddress.parse(sent.aggregateId());
        tenants.find(new TenantId(sent.receiver()))
                .flatMap(above -> branch.isPresent()
                        ? Arrival.notedInBranch(file, branch.get().branch(), words, arrived, above, now)
                        : Arrival.noted(file, words, arrived, above, now))
                .ifPresent(details -> record(unit, file, ARRIVED, details, DomainEvent.NONE, found));
    }

    String record(
            UnitOfWork unit,
            CaseFile file,
            String action,
            Map<String, String> details,
            DomainEvent event,
            String found) {
        String left = cases(unit).digest(file);
        AuditEntry entry = new AuditEntry(AGGREGATE, file.number(), action, found, left, details, event);
        file.chain(unit.record(entry, file.chain()));
        if (!file.progress().branches().isEmpty()) {
            store.branches(unit).write(file);
        }
        return left;
    }
}
