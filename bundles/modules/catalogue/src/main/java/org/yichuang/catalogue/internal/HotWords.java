package org.yichuang.catalogue.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.catalogue.api.CatalogueSearch.Results;
import org.yichuang.catalogue.internal.domain.CountedTerm;
import org.yichuang.catalogue.internal.persistence.TermRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;

/**
 * By which words people find what a centre offers. Counted is a word that stands in the name of what was found first,
 * never what was typed; each person counts once a month and word. What fewer than ten people have used is not told.
 * What was heard is written every half a minute, so that a search writes nothing; what a node has heard in its last
 * half a minute may be lost.
 */
public class HotWords implements AutoCloseable {
    /** Fewer people than these are nobody's business. */
    static final int LEAST_PEOPLE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(HotWords.class);
    private static final String PURPOSE = "catalogue.hot-words";
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int SECONDS = 30;
    private static final int SHOWN = 8;
    private static final int MOST_HEARD = 20_000;
    private static final int MOST_TERMS = 2_000;
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_CENTRES = 5_000;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final int LONGEST_DIGEST = 40;

    private final Transactions transactions;
    private final TermRows rows;
    private final PersonalDataCipher cipher;
    private final Map<Heard, Instant> heard = new ConcurrentHashMap<>();
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "catalogue-hot-words");
        thread.setDaemon(true);
        return thread;
    });

    /** Over the words of each centre. */
    public HotWords(Transactions transactions, TermRows rows, PersonalDataCipher cipher) {
        this.transactions = transactions;
        this.rows = rows;
        this.cipher = cipher;
    }

    /** Begins to keep what is heard. */
    public void open() {
        writer.scheduleWithFixedDelay(this::keepAll, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }

    private record Heard(TenantId tenant, String period, String term, String digest) {
        String id() {
            return period + ":" + digest;
        }
    }

    private record Known(List<Hot> words, Instant learnt) {}

    /**
     * A word that many have used.
     *
     * @param people how many at least, within this month or the last
     */
    public record Hot(String word, int people) {}

    /**
     * Hears of a search; only its first page tells what somebody was looking for.
     *
     * @param network from where somebody asks who has not signed in
     */
    public void hear(Results found, String network, CallContext context) {
        if (found.items().isEmpty() || heard.size() >= MOST_HEARD) {
            return;
        }
        String name = TextRules.folded(found.items().get(0).definition().name());
        String person =
                context.actor().roles().isEmpty() ? network : context.actor().account();
        String period = YearMonth.from(context.today()).toString();
        found.marks().stream()
                .map(TextRules::folded)
                .filter(term -> isWord(term) && name.contains(term))
                .forEach(term -> heard.put(
                        new Heard(context.tenant(), period, term, digest(context, period, term, person)),
                        context.at()));
    }

    private static boolean isWord(String term) {
        int length = term.codePointCount(0, term.length());
        return length >= SHORTEST && length <= LONGEST && term.codePoints().allMatch(Character::isIdeographic);
    }

    private String digest(CallContext context, String period, String term, String person) {
        return cipher.searchDigest(context.tenant(), PURPOSE, period + "\n" + term + "\n" + person)
                .substring(0, LONGEST_DIGEST);
    }

    /** Writes what was heard. */
    void keepAll() {
        Map<TenantId, List<Heard>> byCentre = new HashMap<>();
        heard.keySet().forEach(each -> byCentre.computeIfAbsent(each.tenant(), tenant -> new ArrayList<>())
                .add(each));
        byCentre.forEach(this::keep);
    }

    private void keep(TenantId tenant, List<Heard> words) {
        Instant at = heard.getOrDefault(words.get(0), Instant.EPOCH);
        CallContext call = CallContext.system(tenant, at, PURPOSE);
        try {
            transactions.write(call, Integer.class, unit -> keep(words, unit));
        } catch (RuntimeException e) { // another node has written one of them meanwhile: now it is there
            keepAgain(call, words);
        }
        words.forEach(heard::remove);
    }

    private void keepAgain(CallContext call, List<Heard> words) {
        try {
            transactions.write(call, Integer.class, unit -> keep(words, unit));
        } catch (RuntimeException e) {
            LOG.warn("What people look for at {} was not counted: {}", call.tenant(), e.toString());
        }
    }

    private int keep(List<Heard> words, UnitOfWork unit) {
        Set<String> there =
                new HashSet<>(rows.known(words.stream().map(Heard::id).toList(), unit));
        Map<String, Map<String, Integer>> people = new HashMap<>();
        int added = 0;
        for (Heard each : words) {
            Map<String, Integer> counts =
                    people.computeIfAbsent(each.period(), period -> rows.people(period, 1, MOST_TERMS, unit));
            int before = counts.getOrDefault(each.term(), 0);
            boolean hasRoom = before == 0 ? counts.size() < MOST_TERMS : before < MOST_PEOPLE;
            if (hasRoom && there.add(each.id())) {
                rows.add(new CountedTerm(each.id(), each.period(), each.term()), unit);
                counts.put(each.term(), before + 1);
                added++;
            }
        }
        YearMonth now = YearMonth.from(unit.context().today());
        rows.forgetBefore(now.minusMonths(1).toString(), unit);
        return added;
    }

    /** Returns what at least ten people have looked for in this month, then in the last one. */
    @NeedsNoPermission("what many have looked for is public, and nobody is told of it")
    public List<Hot> hot(CallContext context) {
        Known before = known.get(context.tenant());
        if (before != null
                && Duration.between(before.learnt(), context.at()).abs().compareTo(FRESH) < 0) {
            return before.words();
        }
        YearMonth now = YearMonth.from(context.today());
        List<Hot> words = transactions.read(context.withoutKey(), unit -> {
            Map<String, Integer> people = new LinkedHashMap<>(rows.people(now.toString(), LEAST_PEOPLE, SHOWN, unit));
            rows.people(now.minusMonths(1).toString(), LEAST_PEOPLE, SHOWN, unit)
                    .forEach(people::putIfAbsent);
            return people.entrySet().stream()
                    .limit(SHOWN)
                    .map(each -> new Hot(each.getKey(), each.getValue()))
                    .toList();
        });
        if (known.size() >= MOST_CENTRES) {
            known.clear();
        }
        known.put(context.tenant(), new Known(words, context.at()));
        return words;
    }
}
