package org.yichuang.catalogue.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.sample.SampleFile;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileStore.Received;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;

/** The sample applications and blank forms of the materials of items, which everybody may have (R1-08). */
public class SampleFiles {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "sample-file";

    /** The largest file that is taken, in bytes. */
    public static final long LARGEST = 10L << 20;

    /** How files are tied to what needs them: this, and the id. */
    static final String USE = "catalogue-sample/";

    private static final int ASKED_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Items items;
    private final Catalogue catalogue;
    private final FileStore files;

    /** Over the files of each centre. */
    public SampleFiles(Transactions transactions, Items items, Catalogue catalogue, FileStore files) {
        this.transactions = transactions;
        this.items = items;
        this.catalogue = catalogue;
        this.files = files;
    }

    /**
     * A file of a material.
     *
     * @param material the material's code in the version that is looked at
     */
    public record Shown(String material, String materialName, SampleKind kind, SampleFile.Content file) {}

    /**
     * Which file is taken away, and why.
     *
     * @param id of the file
     */
    public record Removal(@NotBlank @Size(max = 80) String id, @NotBlank @Size(max = 500) String reason) {}

    /** A file and where it lies. */
    public record Found(SampleFile.Content file, TenantId owner) {}

    /** What is kept for a repeated command. */
    record Kept(String id) {}

    /** Returns the files of an item as a version of it has its materials. */
    @NeedsNoPermission("samples and blank forms are for everybody who applies")
    public List<Shown> of(ItemVersion item, CallContext context) {
        return transactions.read(
                PublishedVersions.at(item.owner(), context),
                unit -> shown(item.definition(), clean(List.of(item.definition().code()), unit)));
    }

    /** Returns the files of many of a centre's own items, by code. */
    @NeedsNoPermission("samples and blank forms are for everybody who applies")
    public Map<String, List<Shown>> of(Collection<ItemDefinition> own, CallContext context) {
        return transactions.read(context.withoutKey(), unit -> {
            Map<String, List<SampleFile>> given = clean(
                            own.stream().map(ItemDefinition::code).toList(), unit)
                    .stream()
                    .collect(Collectors.groupingBy(SampleFile::code));
            Map<String, List<Shown>> shown = new HashMap<>();
            own.forEach(item -> shown.put(item.code(), shown(item, given.getOrDefault(item.code(), List.of()))));
            return shown;
        });
    }

    /** Those in which no scanner has found anything: nobody is shown what nobody can have. */
    private List<SampleFile> clean(List<String> codes, UnitOfWork unit) {
        List<SampleFile> given = items.samples().given(codes, unit);
        Set<String> infected = infected(given, unit);
        return given.stream()
                .filter(file -> !infected.contains(file.content().sha256()))
                .toList();
    }

    private Set<String> infected(List<SampleFile> given, UnitOfWork unit) {
        List<String> all =
                given.stream().map(file -> file.content().sha256()).distinct().toList();
        Set<String> found = new HashSet<>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            found.addAll(
                    files.infected(Set.copyOf(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE))), unit));
        }
        return found;
    }

    private static List<Shown> shown(ItemDefinition item, List<SampleFile> given) {
        Map<String, SampleFile> byId = new HashMap<>();
        given.forEach(file -> byId.put(file.id(), file));
        List<Shown> shown = new ArrayList<>();
        for (Material material : item.materials()) {
            for (SampleKind kind : SampleKind.values()) {
                SampleFile file = byId.get(SampleFile.id(item.code(), material.name(), kind));
                if (file != null) {
                    shown.add(new Shown(material.code(), material.name(), kind, file.content()));
                }
            }
        }
        return shown;
    }

    /** Finds a file of what is offered here; {@code item-unknown}, {@code sample-unknown}. */
    @NeedsNoPermission("samples and blank forms are for everybody who applies")
    public Found find(String code, String material, Optional<SampleKind> kind, CallContext context) {
        ItemVersion item = catalogue.offered(code, context);
        return of(item, context).stream()
                .filter(each -> each.material().equals(material) && kind.equals(Optional.of(each.kind())))
                .findFirst()
                .map(each -> new Found(each.file(), item.owner()))
                .orElseThrow(() -> unknown(material));
    }

    /** Refuses a file that is not given out, before anything of it is sent. */
    @NeedsNoPermission("samples and blank forms are for everybody who applies")
    public void requireOpen(Found found, CallContext context) {
        String sha256 = found.file().sha256();
        files.states(Set.of(sha256), PublishedVersions.at(found.owner(), context))
                .get(sha256)
                .require();
    }

    /** Writes a file. */
    @NeedsNoPermission("samples and blank forms are for everybody who applies")
    public void write(Found found, OutputStream to, CallContext context) throws IOException {
        files.write(found.file().sha256(), to, PublishedVersions.at(found.owner(), context));
    }

    /**
     * Gives the sample or the blank form of a material, in place of the one before; everybody sees it at once.
     *
     * @param material its code in the draft, else in what is published
     * @throws ProblemException {@code item-unknown}; {@code sample-unknown} for a material that the item has not;
     *     {@code file-refused}, {@code file-too-large}, {@code file-infected}; {@code precondition-failed} where
     *     somebody has given or taken away another in the meantime
     * @throws IOException when the stream fails
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public List<Shown> give(
            String code, String material, SampleKind kind, HandedIn file, InputStream content, CallContext context)
            throws IOException {
        context.require(CataloguePermission.PUBLISH);
        ItemDefinition item = newest(code, context);
        String name = name(item, material);
        Received received = files.receive(file, content, context.withoutKey());
        transactions.write(context, Kept.class, unit -> {
            String id = SampleFile.id(code, name, kind);
            Optional<SampleFile> present = items.samples().find(id, unit);
            SampleFile sample = present.orElseGet(() -> new SampleFile(code, name, kind));
            context.requireVersion(sample.revision());
            release(sample, unit);
            files.use(received.kept().sha256(), use(id), unit);
            CatalogueEvent event = sample.give(
                    new SampleFile.Content(
                            received.name(),
                            received.type().mediaType(),
                            received.kept().sha256(),
                            received.kept().size()),
                    context.today());
            if (present.isEmpty()) {
                items.samples().add(sample, unit);
            }
            record(sample, "set", event, unit);
            return new Kept(id);
        });
        return own(item, context.withoutKey());
    }

    /**
     * Takes a file away.
     *
     * @throws ProblemException {@code sample-unknown} where there is none; {@code precondition-failed} where somebody
     *     has given another in the meantime
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public List<Shown> takeOut(String code, String material, SampleKind kind, Mistake given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        Mistake why = FieldRules.require(given);
        ItemDefinition item = newest(code, context);
        String id = SampleFile.id(code, name(item, material), kind);
        transactions.write(context, Kept.class, unit -> {
            SampleFile sample =
                    items.samples().find(id, unit).filter(SampleFile::isGiven).orElseThrow(() -> unknown(material));
            return takeOut(sample, why.reason(), unit);
        });
        return own(item, context.withoutKey());
    }

    /**
     * Returns all files of one of the centre's own items: also those of materials that the item has no longer, or will
     * not have.
     *
     * @throws ProblemException {@code item-unknown}
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<HeldSample> held(String code, CallContext context) {
        ItemDefinition newest = newest(code, context);
        return transactions.read(context.withoutKey(), unit -> held(newest, unit));
    }

    private List<HeldSample> held(ItemDefinition newest, UnitOfWork unit) {
        Set<String> kept = ids(newest);
        Set<String> published = items.publishedNumber(newest.code(), unit)
                .flatMap(number -> items.version(newest.code(), number, unit))
                .map(version -> ids(version.definition()))
                .orElse(Set.of());
        List<SampleFile> given = items.samples().given(List.of(newest.code()), unit);
        Set<String> infected = infected(given, unit);
        return given.stream()
                .sorted(Comparator.comparing(SampleFile::material).thenComparing(SampleFile::kind))
                .map(file -> new HeldSample(
                        file.id(),
                        file.revision(),
                        file.material(),
                        file.kind(),
                        file.content(),
                        new HeldSample.Standing(
                                published.contains(file.id()),
                                kept.contains(file.id()),
                                infected.contains(file.content().sha256()))))
                .toList();
    }

    /** Returns the files that the public will see no more once the draft is published, if there is one. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<HeldSample> lost(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(
                context.withoutKey(),
                unit -> (TextRules.isUnfit(code) ? Optional.<CatalogueItem>empty() : items.find(code, unit))
                        .flatMap(CatalogueItem::draft)
                        .flatMap(number -> items.version(code, number, unit))
                        .map(draft -> held(draft.definition(), unit).stream()
                                .filter(HeldSample::isLost)
                                .toList())
                        .orElse(List.of()));
    }

    /** Those of an item's files that it shows as it was and no more as it will be. */
    static List<SampleFile> lost(List<SampleFile> given, ItemDefinition before, ItemDefinition after) {
        Set<String> shown = ids(before);
        Set<String> kept = ids(after);
        return given.stream()
                .filter(file -> shown.contains(file.id()) && !kept.contains(file.id()))
                .toList();
    }

    /** By which the files of the materials of an item are kept, if there are such. */
    private static Set<String> ids(ItemDefinition item) {
        return item.materials().stream()
                .flatMap(material -> Arrays.stream(SampleKind.values())
                        .map(kind -> SampleFile.id(item.code(), material.name(), kind)))
                .collect(Collectors.toSet());
    }

    /**
     * Takes a file away by what it is kept under, whatever materials the item has by now.
     *
     * @throws ProblemException as the other
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public List<HeldSample> takeOut(String code, Removal given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        Removal said = FieldRules.require(given);
        transactions.write(context, Kept.class, unit -> {
            SampleFile sample = (TextRules.isUnfit(said.id())
                            ? Optional.<SampleFile>empty()
                            : items.samples().find(said.id(), unit))
                    .filter(file -> file.code().equals(code) && file.isGiven())
                    .orElseThrow(() -> unknown(said.id()));
            return takeOut(sample, said.reason(), unit);
        });
        return held(code, context.withoutKey());
    }

    private Kept takeOut(SampleFile sample, String reason, UnitOfWork unit) {
        unit.context().requireVersion(sample.revision());
        release(sample, unit);
        record(sample, "take-out", sample.takeOut(reason, unit.context().today()), unit);
        return new Kept(sample.id());
    }

    private void release(SampleFile sample, UnitOfWork unit) {
        if (sample.isGiven()) {
            files.release(sample.content().sha256(), use(sample.id()), unit);
        }
    }

    private static String use(String id) {
        return USE + id;
    }

    /** Returns the item as it is drafted, else as it is published. */
    @RequiresPermission(CataloguePermission.VIEW)
    public ItemDefinition newest(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context.withoutKey(), unit -> {
            Optional<CatalogueItem> item = TextRules.isUnfit(code) ? Optional.empty() : items.find(code, unit);
            Optional<Integer> number = item.flatMap(each -> each.draft().or(each::published));
            Optional<CatalogueVersion> version = number.flatMap(each -> items.version(code, each, unit));
            return version.map(CatalogueVersion::definition).orElseThrow(() -> PublishedVersions.unknown(code));
        });
    }

    /** Returns the files of one of the centre's own items. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<Shown> own(ItemDefinition item, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return of(List.of(item), context).get(item.code());
    }

    private static String name(ItemDefinition item, String material) {
        return item.materials().stream()
                .filter(each -> each.code().equals(material))
                .findFirst()
                .map(Material::name)
                .orElseThrow(() -> unknown(material));
    }

    private static ProblemException unknown(String material) {
        return new ProblemException(
                CatalogueError.SAMPLE_UNKNOWN,
                LocalizedMessage.of(SampleFiles.class, "sample.unknown", TextRules.cleaned(material)));
    }

    private void record(SampleFile sample, String action, CatalogueEvent event, UnitOfWork unit) {
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(sample.code(), sample.code())
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                sample.id(),
                action,
                items.samples().loadedDigest(sample, unit),
                items.samples().digest(sample, unit),
                sample.facts(),
                happened);
        sample.head(unit.record(entry, sample.head()));
    }
}
