package org.yichuang.ratings.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.RatingError;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.domain.Answer;
import org.yichuang.ratings.internal.domain.Rating;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.ratings.internal.persistence.RatingRows;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;

/** What people say of services: one method is one transaction. */
public class DefaultRatings implements Ratings {
    private final RatingWork work;
    private final RatingRows rows;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Departments departments;
    private final QueryCodes queryCodes;

    DefaultRatings(
            RatingWork work,
            Transactions transactions,
            Tenants tenants,
            Departments departments,
            QueryCodes queryCodes) {
        this.work = work;
        this.rows = work.rows();
        this.transactions = transactions;
        this.tenants = tenants;
        this.departments = departments;
        this.queryCodes = queryCodes;
    }

    @Override
    public Asked asked(Key key, String origin, CallContext context) {
        check(key, origin, context);
        return transactions.read(context, unit -> {
            Rating rating = find(key, false, unit);
            return asked(rating, rows.said(rating, unit), unit);
        });
    }

    @Override
    public Asked rate(Key key, Given given, String origin, CallContext context) {
        Given said = FieldRules.require(given);
        check(key, origin, context);
        String id = transactions.write(context, String.class, unit -> {
            Rating rating = rows.held(find(key, true, unit), unit);
            long version = rating.answers();
            rating.rate(said, rows.said(rating, unit), source(key), unit.context())
                    .ifPresent(answer -> {
                        unit.context().requireVersion(version);
                        work.said(rating, answer, unit);
                    });
            return rating.id();
        });
        return transactions.read(context, unit -> {
            Rating rating = rows.find(id, unit).orElseThrow();
            return asked(rating, rows.said(rating, unit), unit);
        });
    }

    /** What is to be known before anything is looked for. */
    private void check(Key key, String origin, CallContext context) {
        if (!key.number().isEmpty()) {
            queryCodes.check(key.number(), key.code(), origin, context);
        }
    }

    private Rating find(Key key, boolean toRate, UnitOfWork unit) {
        return lookedFor(key, toRate, unit).orElseThrow(() -> ProblemException.of(RatingError.RATING_UNKNOWN));
    }

    /** With number and code of a case, its id says which of its services; a form carries it from what was shown. */
    private Optional<Rating> lookedFor(Key key, boolean toRate, UnitOfWork unit) {
        CallContext context = unit.context();
        if (!key.token().isEmpty()) {
            return rows.ofLink(key.token(), unit);
        }
        if (!key.number().isEmpty()) {
            return key.id().isEmpty()
                    ? ofCase(key.number(), toRate, unit)
                    : rows.find(key.id(), unit)
                            .filter(Rating::isAsked)
                            .filter(rating -> rating.service().caseNumber().equals(key.number()));
        }
        return rows.find(key.id(), unit)
                .filter(rating -> rating.isAskedOf(context.actor().account()));
    }

    /** Whoever looks sees what can be rated, and of that what has not been; whoever rates says which of several. */
    private Optional<Rating> ofCase(String number, boolean toRate, UnitOfWork unit) {
        List<Rating> all = rows.ofCase(number, unit);
        List<Rating> open = all.stream()
                .filter(rating -> rating.isOpen(unit.context().today()))
                .toList();
        if (toRate && open.size() > 1) {
            throw ProblemException.of(RatingError.RATING_SEVERAL);
        }
        return open.stream()
                .filter(rating -> rating.grade().isEmpty())
                .findFirst()
                .or(() -> open.stream().findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static Source source(Key key) {
        if (!key.token().isEmpty()) {
            return Source.LINK;
        }
        return key.number().isEmpty() ? Source.ACCOUNT : Source.QUERY_CODE;
    }

    private static Asked asked(Rating rating, Answer.Said said, UnitOfWork unit) {
        Service service = rating.service();
        return new Asked(
                rating.id(),
                service.caseNumber(),
                service.itemName(),
                service.event(),
                LocalizedMessage.of(DefaultRatings.class, "service." + service.event()),
                service.channel(),
                rating.scale(),
                rating.servedOn(),
                rating.untilOn(),
                rating.isOpen(unit.context().today()),
                rating.grade().orElse(null),
                said == null ? List.of() : said.given().aspects(),
                said == null ? "" : said.given().words(),
                rating.answers());
    }

    @Override
    public List<Asked> own(int most, CallContext context) {
        return transactions.read(
                context, unit -> asked(rows.ofAccount(context.actor().account(), most, unit), unit));
    }

    @Override
    public List<Asked> ofCase(String number, CallContext context) {
        return transactions.read(
                context, unit -> asked(rows.ofAccount(context.actor().account(), number, unit), unit));
    }

    private List<Asked> asked(List<Rating> ratings, UnitOfWork unit) {
        Map<String, Answer.Said> said = rows.said(ratings, unit);
        return ratings.stream()
                .map(rating -> asked(rating, said.get(rating.answer()), unit))
                .toList();
    }

    @Override
    public Page<Said> list(Filter filter, PageRequest page, CallContext context) {
        context.require(RatingPermission.VIEW);
        return transactions.read(context, unit -> {
            List<Rating> given = rows.given(filter, context.actor().departments(), page, unit);
            Map<String, Answer.Said> said = rows.said(given, unit);
            return Page.of(given, page.limit(), RatingRows::cursor)
                    .map(rating -> said(rating, said.get(rating.answer()).given()));
        });
    }

    /** Who has said it, in which case and when exactly is left out: whoever was rated would know whom they served. */
    private static Said said(Rating rating, Given given) {
        Service service = rating.service();
        return new Said(
                rating.id(),
                service.itemName(),
                service.event(),
                service.department(),
                service.window(),
                service.channel(),
                rating.source(),
                given.grade(),
                given.aspects(),
                Masking.text(given.words()),
                rating.ratedOn(),
                rating.answers() > 1);
    }

    @Override
    public Entered enter(Cards given, CallContext context) {
        context.require(RatingPermission.ENTER);
        Cards cards = FieldRules.require(given);
        if (!cards.source().isPaper()) {
            throw invalid("source", "cards.source");
        }
        if (cards.collectedOn().isAfter(context.today())) {
            throw invalid("collectedOn", "cards.collected-on");
        }
        int within = RatingPolicy.cardsWithin(tenants.get(context.tenant()));
        if (cards.collectedOn().isBefore(context.today().minusDays(within))) {
            throw invalid("collectedOn", "cards.collected-long-ago", within);
        }
        List<String> rated = cards.cards().stream()
                .map(Card::department)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        departments.check(rated, context);
        return transactions.write(context, Entered.class, unit -> {
            List<String> ids = new ArrayList<>();
            cards.cards().forEach(card -> ids.add(enter(cards, card, unit)));
            return new Entered(ids);
        });
    }

    private String enter(Cards cards, Card card, UnitOfWork unit) {
        Service service = new Service(
                "card/" + Ids.next(unit.context().at()),
                "",
                "",
                "",
                Masking.text(card.item()),
                card.department(),
                card.window(),
                Channel.WINDOW,
                "");
        Given given = new Given(card.grade(), card.aspects(), card.words());
        return work.enter(service, given, cards.source(), cards.collectedOn(), unit);
    }

    private static ProblemException invalid(String field, String key, Object... arguments) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(DefaultRatings.class, key, arguments));
    }

    @Override
    public Summary summary(CallContext context) {
        LocalDate to = context.today();
        LocalDate from = to.minusYears(1).plusDays(1);
        return transactions.read(context, unit -> {
            Map<String, Long> asked = rows.asked(from, to, unit);
            Map<Grade, Long> given = rows.grades(from, to, unit);
            Map<Grade, Long> grades = new EnumMap<>(Grade.class);
            RatingPolicy.scale(tenants.get(context.tenant())).grades().forEach(grade -> grades.put(grade, 0L));
            grades.putAll(given);
            long all = asked.values().stream().mapToLong(Long::longValue).sum();
            return new Summary(from, to, all, all - asked.getOrDefault("", 0L), grades);
        });
    }
}
