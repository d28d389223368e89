package org.yichuang.catalogue.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.round.ApprovalLevels;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.ReviewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundPart;
import org.yichuang.catalogue.internal.domain.round.RoundTotals;
import org.yichuang.catalogue.internal.domain.round.RoundView;
import org.yichuang.catalogue.internal.domain.round.SpeedUp;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Rounds;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;

/** The review rounds (审改) of a centre: entered once, reported, compared (C1.3, K6). */
public class ReviewRounds {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "review-round";

    private static final char BETWEEN = '~';

    private final Transactions transactions;
    private final Rounds rounds;

    /** Over the rounds of each centre. */
    public ReviewRounds(Transactions transactions, Rounds rounds) {
        this.transactions = transactions;
        this.rounds = rounds;
    }

    /**
     * A round beside an earlier one.
     *
     * @param round the round
     * @param against the earlier one, absent when none was asked for
     * @param speedUp the gain against all that was promised after the earlier one
     * @param commonItems how many items remained in both
     * @param common the gain among these: what was cancelled meanwhile is no gain here
     * @param levels by how many levels the items that remain are approved inside, where that is told
     * @param before the same of items that remained in both, then; of nothing without an earlier round
     * @param now the same of these, now
     */
    public record Comparison(
            RoundView round,
            Optional<RoundView> against,
            Optional<SpeedUp> speedUp,
            int commonItems,
            Optional<SpeedUp> common,
            ApprovalLevels levels,
            ApprovalLevels before,
            ApprovalLevels now) {}

    /** What is kept for a repeated command. */
    record Entered(String id) {}

    /**
     * Enters a round.
     *
     * @return its id
     * @throws ProblemException {@code fields-invalid} with the fields
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public String enter(NewRound given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        given.require(context.today());
        return transactions
                .write(context, Entered.class, unit -> {
                    NewRound round = given.completed(rounds.known(given.unknown(), unit));
                    return new Entered(keep(round, unit));
                })
                .id();
    }

    private String keep(NewRound given, UnitOfWork unit) {
        List<List<RoundItem>> chunks = new ArrayList<>();
        for (int from = 0; from < given.items().size(); from += RoundPart.SIZE) {
            chunks.add(given.items().subList(from, Math.min(given.items().size(), from + RoundPart.SIZE)));
        }
        ReviewRound round = new ReviewRound(
                Ids.next(unit.context().at()), given, unit.context().at(), chunks.size());
        rounds.add(round, unit);
        Map<String, String> facts = new HashMap<>();
        facts.put("name", given.name());
        facts.put("heldOn", given.heldOn().toString());
        facts.put("items", Integer.toString(round.totals().items()));
        for (int i = 0; i < chunks.size(); i++) {
            RoundPart part = new RoundPart(round.id(), i + 1, chunks.get(i));
            rounds.add(part, unit);
            facts.putAll(rounds.cover(part, unit));
        }
        AuditEntry entry =
                new AuditEntry(AGGREGATE, round.id(), "enter", "", rounds.digest(round, unit), facts, event(round));
        round.head(unit.record(entry, ChainHead.START));
        return round.id();
    }

    /**
     * Takes back a round that was entered by mistake: nothing is held against it any more, and what was entered stays.
     *
     * @throws ProblemException {@code round-unknown}; {@code round-state} when it has been taken back
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public RoundView takeBack(String id, Mistake given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        Mistake mistake = FieldRules.require(given);
        transactions.write(context, Entered.class, unit -> {
            ReviewRound round = found(id, unit);
            CatalogueEvent event = round.takeBack(mistake.reason(), context.today());
            DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                    .about(round.id(), "")
                    .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
            AuditEntry entry = new AuditEntry(
                    AGGREGATE,
                    round.id(),
                    "take-back",
                    rounds.loadedDigest(round, unit),
                    rounds.digest(round, unit),
                    Map.of("name", round.view().name(), "reason", mistake.reason()),
                    happened);
            round.head(unit.record(entry, round.head()));
            return new Entered(round.id());
        });
        return find(id, context.withoutKey());
    }

    private static DomainEvent event(ReviewRound round) {
        RoundTotals totals = round.totals();
        CatalogueEvent entered = new CatalogueEvent.RoundEntered(
                round.view().name(),
                round.view().heldOn().toString(),
                totals.items(),
                totals.remaining(),
                totals.statutoryDays(),
                totals.promisedDays());
        return DomainEvent.of(CatalogueEvent.MODULE, entered.type())
                .about(round.id(), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(entered));
    }

    /** Returns the rounds, the latest first. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<RoundView> list(PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        Optional<Rounds.Place> after = page.cursor().map(ReviewRounds::place);
        List<RoundView> found = transactions.read(context, unit -> rounds.list(after, page.limit() + 1, unit).stream()
                .map(ReviewRound::view)
                .toList());
        return Page.of(found, page.limit(), round -> round.heldOn().toString() + BETWEEN + round.id());
    }

    private static Rounds.Place place(String cursor) {
        int between = cursor.indexOf(BETWEEN);
        try {
            return new Rounds.Place(
                    LocalDate.parse(cursor.substring(0, Math.max(0, between))), known(cursor.substring(between + 1)));
        } catch (DateTimeException e) {
            throw cursorUnknown();
        }
    }

    /** Returns a round; {@code round-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public RoundView find(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> found(id, unit).view());
    }

    /**
     * Returns items of a round in the order in which they were entered.
     *
     * @param wanted which of them
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<RoundItem> items(String id, Predicate<RoundItem> wanted, PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        int from = page.cursor().map(ReviewRounds::position).orElse(0);
        record Placed(int position, RoundItem item) {}
        List<Placed> found = transactions.read(context, unit -> {
            List<Placed> placed = new ArrayList<>();
            ReviewRound round = found(id, unit);
            for (int part = from / RoundPart.SIZE + 1; part <= round.parts() && placed.size() <= page.limit(); part++) {
                List<RoundItem> items =
                        rounds.part(round.id(), part, unit).orElseThrow().items();
                for (int i = 0; i < items.size() && placed.size() <= page.limit(); i++) {
                    int position = (part - 1) * RoundPart.SIZE + i;
                    if (position >= from && wanted.test(items.get(i))) {
                        placed.add(new Placed(position, items.get(i)));
                    }
                }
            }
            return placed;
        });
        return Page.of(found, page.limit(), last -> Integer.toString(last.position() + 1))
                .map(Placed::item);
    }

    private static int position(String cursor) {
        if (!cursor.matches("\\d{1,6}")) {
            throw cursorUnknown();
        }
        return Integer.parseInt(cursor);
    }

    /**
     * Holds a round against an earlier one.
     *
     * @throws ProblemException {@code round-unknown}; {@code fields-invalid} when the other one was not before
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Comparison compare(String id, Optional<String> against, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> {
            ReviewRound round = found(id, unit);
            Optional<ReviewRound> earlier = against.map(each -> found(each, unit));
            earlier.ifPresent(round::requireLaterThan);
            Map<String, RoundItem> then = new HashMap<>();
            earlier.ifPresent(each -> each(each, unit, item -> then.put(item.code(), item)));
            Shared shared = new Shared(then);
            each(round, unit, shared::add);
            return new Comparison(
                    round.view(),
                    earlier.map(ReviewRound::view),
                    earlier.map(each -> round.totals().against(each.totals())),
                    shared.items,
                    earlier.map(each -> new SpeedUp(shared.daysThen, shared.daysNow)),
                    shared.levels,
                    shared.levelsThen,
                    shared.levelsNow);
        });
    }

    /** What items add up to that remained in an earlier round as well. */
    private static final class Shared {
        private final Map<String, RoundItem> then;
        private int items;
        private long daysThen;
        private long daysNow;
        private ApprovalLevels levels = ApprovalLevels.NONE;
        private ApprovalLevels levelsThen = ApprovalLevels.NONE;
        private ApprovalLevels levelsNow = ApprovalLevels.NONE;

        Shared(Map<String, RoundItem> then) {
            this.then = then;
        }

        void add(RoundItem item) {
            levels = levels.and(item.approvalLevels());
            RoundItem before = then.get(item.code());
            if (before == null) {
                return;
            }
            items++;
            daysThen += before.daysTold();
            daysNow += item.daysTold();
            if (before.approvalLevels() != null && item.approvalLevels() != null) {
                levelsThen = levelsThen.and(before.approvalLevels());
                levelsNow = levelsNow.and(item.approvalLevels());
            }
        }
    }

    /** Returns the items of a round that remain; {@code round-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<RoundItem> remaining(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> {
            List<RoundItem> items = new ArrayList<>();
            each(found(id, unit), unit, items::add);
            return items;
        });
    }

    /** Takes the items that remain, one after the other. */
    private void each(ReviewRound round, UnitOfWork unit, Consumer<RoundItem> taker) {
        for (int part = 1; part <= round.parts(); part++) {
            rounds.part(round.id(), part, unit).orElseThrow().items().stream()
                    .filter(item -> item.outcome().isRemaining())
                    .forEach(taker);
        }
    }

    private static ProblemException cursorUnknown() {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE, "cursor", LocalizedMessage.of(ReviewRounds.class, "cursor.unknown"));
    }

    private ReviewRound found(String id, UnitOfWork unit) {
        return Optional.of(known(id))
                .filter(each -> !each.isEmpty())
                .flatMap(each -> rounds.find(each, unit))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.ROUND_UNKNOWN, LocalizedMessage.of(ReviewRounds.class, "round.unknown")));
    }

    /** What no id can be is not even asked for: some databases fail on it. */
    private static String known(String id) {
        return TextRules.isUnfit(id) ? "" : id;
    }
}
