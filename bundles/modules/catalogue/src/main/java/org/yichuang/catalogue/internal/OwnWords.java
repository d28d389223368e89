package org.yichuang.catalogue.internal;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.OwnWord;
import org.yichuang.catalogue.internal.domain.OwnWord.Kind;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.importing.ItemFile.Described;
import org.yichuang.catalogue.internal.importing.Meanings;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * What words of a centre's own lists mean, so that such a list need not be changed before it is imported, and nothing
 * of it is guessed.
 */
public class OwnWords {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "import-word";

    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private final Transactions transactions;
    private final Imports imports;

    /** Of each centre. */
    public OwnWords(Transactions transactions, Imports imports) {
        this.transactions = transactions;
        this.imports = imports;
    }

    /**
     * What a word means.
     *
     * @param kind what it is about
     * @param word as it stands in the list
     * @param meaning of a heading a column by its id or one of its headings, of a level one of the platform's, of an
     *     organ what it is called here, perhaps just so; empty for nothing any more
     */
    public record Meaning(
            @NotNull Kind kind, @NotBlank @Size(max = 200) String word, @NotNull @Size(max = 200) String meaning) {}

    /** A word and what it means, for programs and for people. */
    public record Own(Kind kind, String word, String meaning, LocalizedMessage label) {}

    /** What is kept for a repeated command. */
    record Kept(String id) {}

    /** Returns what the words of the centre's own lists mean, by kind and word. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<Own> list(CallContext context) {
        context.require(CataloguePermission.VIEW);
        Map<Kind, Map<String, String>> all = transactions.read(context, unit -> known(imports, unit));
        return all.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(each -> new Own(
                                kind.getKey(), each.getKey(), each.getValue(), label(kind.getKey(), each.getValue()))))
                .toList();
    }

    private static LocalizedMessage label(Kind kind, String meaning) {
        return switch (kind) {
            case HEADING -> ItemFile.column(meaning).map(Described::label).orElseThrow();
            case LEVEL -> Level.parse(meaning).orElseThrow().label();
            case ORGAN -> LocalizedMessage.verbatim(meaning);
        };
    }

    private static Map<Kind, Map<String, String>> known(Imports imports, UnitOfWork unit) {
        Map<Kind, Map<String, String>> known = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            known.put(kind, new TreeMap<>());
        }
        imports.words(MOST, unit).stream()
                .filter(each -> meaning(each.kind(), each.meaning()).isPresent())
                .forEach(each -> known.get(each.kind()).put(each.word(), each.meaning()));
        return known;
    }

    /**
     * What words mean in files of a centre.
     *
     * @param near the centres whose organs are taken as they are called
     */
    static Meanings of(Imports imports, Set<String> near, UnitOfWork unit) {
        Map<Kind, Map<String, String>> known = known(imports, unit);
        return new Meanings(known.get(Kind.HEADING), known.get(Kind.LEVEL), known.get(Kind.ORGAN), near);
    }

    /** The names of a centre, of those above it, and of those next below. */
    static Set<String> near(TenantId id, Tenants tenants) {
        Set<String> names = new HashSet<>();
        tenants.lineage(id).stream().map(Tenant::name).forEach(names::add);
        tenants.children(id).stream().map(Tenant::name).forEach(names::add);
        return names;
    }

    /**
     * Says what a word means, from now on.
     *
     * @throws ProblemException {@code fields-invalid} for a meaning that is none, for a heading that every list may
     *     have, and for more than five hundred
     */
    @RequiresPermission(CataloguePermission.IMPORT)
    public void put(Meaning given, CallContext context) {
        context.require(CataloguePermission.IMPORT);
        Meaning asked = FieldRules.require(given);
        boolean isHeading = asked.kind() == Kind.HEADING;
        String word = isHeading ? Meanings.plainHeading(asked.word()) : Meanings.plain(asked.word());
        Optional<String> meaning = meaning(asked.kind(), asked.meaning());
        refuse(word.isEmpty() || TextRules.isUnfit(word), "word", "word.empty");
        refuse(word.length() > LONGEST, "word", "word.too-long", LONGEST); // signs may stand for several
        refuse(meaning.isEmpty() && !asked.meaning().isBlank(), "meaning", "word.meaning-unknown");
        if (isHeading) {
            ItemFile.column(word).ifPresent(known -> {
                throw problem("word", LocalizedMessage.of(OwnWords.class, "word.known", known.label()));
            });
        }
        transactions.write(context, Kept.class, unit -> {
            List<OwnWord> all = imports.words(MOST + 1, unit);
            Optional<OwnWord> present = all.stream()
                    .filter(each -> each.kind() == asked.kind() && each.word().equals(word))
                    .findFirst();
            refuse(present.isEmpty() && all.size() >= MOST, "word", "word.too-many", MOST);
            OwnWord own = present.orElseGet(() -> new OwnWord(asked.kind(), word));
            CatalogueEvent event = own.mean(meaning.orElse(""));
            if (present.isEmpty()) {
                imports.add(own, unit);
            }
            record(own, event, unit);
            return new Kept(own.id());
        });
    }

    /** A meaning as it is kept; empty where it is none. */
    private static Optional<String> meaning(Kind kind, String said) {
        return switch (kind) {
            case HEADING -> ItemFile.column(said).map(Described::id);
            case LEVEL -> Level.parse(said).map(Level::key);
            case ORGAN -> Optional.of(said.strip()).filter(organ -> !organ.isEmpty() && !TextRules.isUnfit(organ));
        };
    }

    private void record(OwnWord own, CatalogueEvent event, UnitOfWork unit) {
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(own.id(), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                own.id(),
                "explain",
                imports.loadedDigest(own, unit),
                imports.digest(own, unit),
                own.facts(),
                happened);
        own.head(unit.record(entry, own.head()));
    }

    private static void refuse(boolean wrong, String field, String key, Object... arguments) {
        if (wrong) {
            throw problem(field, LocalizedMessage.of(OwnWords.class, key, arguments));
        }
    }

    private static ProblemException problem(String field, LocalizedMessage message) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, message);
    }
}
