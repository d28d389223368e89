package org.yichuang.catalogue.internal.search;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.lucene.search.IndexSearcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.PublishedCatalogue;
import org.yichuang.catalogue.internal.domain.FeeWords;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.search.Question.Part;
import org.yichuang.catalogue.internal.search.RankedSearch.Found;
import org.yichuang.catalogue.internal.search.RankedSearch.Hit;
import org.yichuang.catalogue.internal.search.VisibleItems.Lineage;
import org.yichuang.catalogue.internal.view.Audience;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The search over the index of this node, and over the database where that is not ready. */
public class IndexedSearch implements CatalogueSearch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexedSearch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How long the index is waited for before anybody is told that there is nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(15);
    /** How many may wait so long at a time. */
    private static final int WAITING = 16;

    private static final int MOST_ITEMS = 400_000;
    private static final int MOST_SUGGESTIONS = 10;
    private static final int MOST_WORDS = 3;
    private static final int MOST_CORRECTIONS = 3;

    private final Tenants tenants;
    private final PublishedCatalogue catalogue;
    private final ItemIndex index;
    private final IndexFeeder feeder;
    private final RankedSearch ranked;
    private final Semaphore places = new Semaphore(WAITING);

    /**
     * Over the catalogues of all centres.
     *
     * @param catalogue answers where the index cannot
     * @param folder where the index lies, which is emptied
     */
    public IndexedSearch(
            Transactions transactions,
            Tenants tenants,
            Items items,
            Changes changes,
            PublishedCatalogue catalogue,
            String folder) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.index = new ItemIndex(Path.of(folder));
        this.feeder = new IndexFeeder(transactions, items, changes, index, MOST_ITEMS);
        this.ranked = new RankedSearch(index);
        catalogue.onChange((codes, context) -> feeder.changed(context.tenant(), codes, context));
    }

    @Override
    public Results search(Request asked, PageRequest page, CallContext context) {
        Request request = bounded(asked);
        Lineage lineage = lineage(context);
        if (!feeder.ready(lineage.centres(), context, PATIENCE)) {
            Results listed = listed(request, page, Optional.empty(), context);
            boolean isKnown = !listed.items().isEmpty()
                    || page.cursor().isPresent()
                    || request.equals(Request.of("")); // all there is
            if (isKnown || !isReadyAfterAll(lineage, context)) {
                return listed;
            }
        }
        try {
            return indexed(request, page, lineage, context);
        } catch (UncheckedIOException | IndexSearcher.TooManyClauses e) {
            LOG.warn("The index of items cannot be read, the database answers: {}", e.toString());
            return listed(request, page, Optional.empty(), context);
        }
    }

    /** The database knows no other words for a thing: that there is nothing is for the index to say. */
    private boolean isReadyAfterAll(Lineage lineage, CallContext context) {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            return feeder.ready(lineage.centres(), context, LONGEST);
        } finally {
            places.release();
        }
    }

    private Results indexed(Request request, PageRequest page, Lineage lineage, CallContext context) {
        Question question = Question.of(request.words());
        boolean refined = request.kind().isPresent() || request.free().isPresent();
        boolean listing =
                page.cursor().filter(each -> !SearchCursor.isRanked(each)).isPresent();
        if (listing || question.parts().isEmpty() && !refined) {
            return listed(request, page, Optional.of(find(question, request, lineage, 0, 1)), context);
        }
        int from = SearchCursor.from(page.cursor());
        Found found = find(question, request, lineage, from, page.limit());
        List<ItemVersion> items = versions(found.hits(), context);
        int behind = from + page.limit();
        boolean more = behind < found.total() && behind < SearchCursor.DEEPEST;
        return new Results(
                items,
                more ? SearchCursor.at(behind) : null,
                Optional.of(found.total()),
                found.counts(),
                corrections(question, found.stage(), items),
                marks(question, items));
    }

    /** What the database finds, in the order of codes; for a cursor of ranked results it begins again. */
    private Results listed(Request request, PageRequest page, Optional<Found> counted, CallContext context) {
        boolean ranked = page.cursor().filter(SearchCursor::isRanked).isPresent();
        PageRequest listing = ranked ? new PageRequest(page.limit(), Optional.empty()) : page;
        Page<ItemVersion> rows = catalogue.search(query(request), listing, context);
        return new Results(
                rows.items().stream().filter(item -> isWanted(item, request)).toList(),
                rows.next(),
                counted.map(Found::total),
                counted.map(Found::counts).orElse(Map.of()),
                List.of(),
                List.of(request.words().split("\\s+")));
    }

    private static Request bounded(Request asked) {
        return new Request(
                TextRules.first(asked.words(), Question.LONGEST),
                asked.type(),
                asked.department(),
                asked.exerciseLevel(),
                asked.audience(),
                asked.kind(),
                asked.free());
    }

    private Found find(Question question, Request request, Lineage lineage, int from, int most) {
        return ranked.find(question, request, lineage, new RankedSearch.Part(from, most));
    }

    /** What the database is asked; kind and fee it cannot tell. */
    private static Catalogue.Query query(Request request) {
        String words = request.audience()
                .map(each -> Audience.valueOf(each.name()).with(request.words()))
                .orElse(request.words());
        return new Catalogue.Query(words, request.type(), request.department(), request.exerciseLevel());
    }

    private Lineage lineage(CallContext context) {
        List<Tenant> centres = tenants.lineage(context.tenant());
        return new Lineage(
                centres.get(0).level(), centres.stream().map(Tenant::id).toList());
    }

    /** What the database was not asked. */
    private static boolean isWanted(ItemVersion item, Request request) {
        FeeWords fee = FeeWords.of(item.definition().fee());
        return request.kind().filter(each -> each != item.definition().kind()).isEmpty()
                && request.free()
                        .filter(each -> fee != (each ? FeeWords.FREE : FeeWords.CHARGED))
                        .isEmpty();
    }

    /** The versions of hits, one read for each centre; one that has left the catalogue since then is left out. */
    private List<ItemVersion> versions(List<Hit> hits, CallContext context) {
        Map<TenantId, List<String>> codes = new LinkedHashMap<>();
        hits.forEach(hit ->
                codes.computeIfAbsent(hit.owner(), none -> new ArrayList<>()).add(hit.code()));
        Map<String, ItemVersion> found = new HashMap<>();
        codes.forEach((owner, wanted) -> found.putAll(catalogue.published(owner, wanted, context)));
        return hits.stream()
                .map(hit -> found.get(hit.code()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What was typed with those parts put right that the found items have otherwise. */
    private static List<String> corrections(Question question, int stage, List<ItemVersion> items) {
        Set<String> corrections = new LinkedHashSet<>();
        for (ItemVersion item : items) {
            String name = SearchText.folded(item.definition().name());
            StringBuilder corrected = new StringBuilder();
            boolean changed = false;
            for (Part part : question.parts()) {
                boolean doubtful = stage > 0 || !part.required();
                Optional<String> piece =
                        name.contains(part.text()) || !doubtful ? Optional.empty() : NameWindows.find(name, part);
                changed |= piece.isPresent();
                boolean apart = part.kind() == Question.Kind.LATIN && !corrected.isEmpty();
                corrected.append(apart ? " " : "").append(piece.orElse(part.text()));
            }
            if (changed && corrections.size() < MOST_CORRECTIONS) {
                corrections.add(corrected.toString());
            }
        }
        return List.copyOf(corrections);
    }

    private static List<String> marks(Question question, List<ItemVersion> items) {
        Set<String> marks = new LinkedHashSet<>();
        for (Part part : question.parts()) {
            marks.add(part.text());
            part.meanings().forEach(meaning -> marks.addAll(List.of(meaning.split(" "))));
            items.forEach(
                    item -> NameWindows.find(item.definition().name(), part).ifPresent(marks::add));
        }
        return List.copyOf(marks);
    }

    @Override
    public List<Suggestion> suggestions(String typed, CallContext context) {
        Question question = Question.of(typed);
        Lineage lineage = lineage(context);
        if (question.parts().isEmpty() || !feeder.ready(lineage.centres(), context, PATIENCE)) {
            return List.of();
        }
        try {
            return suggestions(question, lineage, context);
        } catch (UncheckedIOException | IndexSearcher.TooManyClauses e) {
            LOG.warn("The index of items cannot be read, nothing is suggested: {}", e.toString());
            return List.of();
        }
    }

    private List<Suggestion> suggestions(Question question, Lineage lineage, CallContext context) {
        Request all = Request.of("");
        List<Suggestion> suggestions = new ArrayList<>();
        for (String word : sayings(question)) {
            if (suggestions.size() < MOST_WORDS
                    && find(Question.of(word), all, lineage, 0, 1).total() > 0) {
                suggestions.add(new Suggestion(word, ""));
            }
        }
        Found found = find(question, all, lineage, 0, MOST_SUGGESTIONS - suggestions.size());
        versions(found.hits(), context)
                .forEach(item -> suggestions.add(new Suggestion(
                        item.definition().name(), item.definition().code())));
        return suggestions;
    }

    private static List<String> sayings(Question question) {
        String typed = question.compact();
        Set<String> sayings = new LinkedHashSet<>(Colloquial.beginningWith(typed, MOST_SUGGESTIONS));
        sayings.addAll(Colloquial.inPinyin(typed));
        sayings.addAll(Colloquial.withInitials(typed));
        sayings.remove(typed);
        return List.copyOf(sayings);
    }

    @Override
    public int rebuild(CallContext context) {
        context.require(CataloguePermission.VIEW);
        return feeder.rebuild(context.tenant(), context);
    }

    @Override
    public void close() {
        feeder.close();
        index.close();
    }
}
