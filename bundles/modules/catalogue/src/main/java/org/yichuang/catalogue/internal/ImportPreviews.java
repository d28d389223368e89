package org.yichuang.catalogue.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.ImportPlan.Step;
import org.yichuang.catalogue.internal.domain.OwnWord;
import org.yichuang.catalogue.internal.importing.Asked;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.TableComparison;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;

/**
 * Imports in two steps: a file is kept and shown, held against the catalogue; then it is taken, if the catalogue is
 * still the one that it was held against. Between the two the file lies in the file store, where it is removed after a
 * day.
 */
public class ImportPreviews {
    private static final String PURPOSE = "catalogue.import-preview";
    private static final int LONGEST_NAME = 100;
    private static final int MOST_MISSING = 20_000;

    private final FileImport imports;
    private final PublishedVersions offers;
    private final Items items;
    private final FileStore files;
    private final PersonalDataCipher cipher;

    /** On what imports files at once. */
    public ImportPreviews(
            FileImport imports, PublishedVersions offers, Items items, FileStore files, PersonalDataCipher cipher) {
        this.imports = imports;
        this.offers = offers;
        this.items = items;
        this.files = files;
        this.cipher = cipher;
    }

    /**
     * What a file would do.
     *
     * @param handle names the file
     * @param state a digest of all that the preview rests on, to be told when the file is taken
     * @param rows one a row of the file
     * @param missing codes of the centre's items in use that do not stand in the file; they stay as they are
     * @param notes what is to be known of the file itself
     * @param questions what somebody has to say of words of the file, each once
     */
    public record Preview(
            String handle,
            String fileName,
            boolean publish,
            String state,
            List<Line> rows,
            List<String> missing,
            List<LocalizedMessage> notes,
            List<Question> questions) {
        /** Counts the rows that would change something. */
        public int effects() {
            return (int) rows.stream()
                    .filter(row -> row.outcome() == Outcome.DRAFTED || row.outcome() == Outcome.PUBLISHED)
                    .count();
        }

        /** Counts the rows of a kind. */
        public int count(Kind kind) {
            return (int) rows.stream().filter(row -> row.kind() == kind).count();
        }
    }

    /**
     * A word of which somebody has to say what it means.
     *
     * @param rows how many rows have it
     */
    public record Question(OwnWord.Kind kind, String word, int rows) {}

    /**
     * What a row would do.
     *
     * @param outcome what would become of it
     * @param before what it would take the place of, null for a new item and a refused row
     * @param draft the draft in work that it would replace as well, null where there is none or it is {@code before}
     * @param after what it says, null for a refused row
     * @param reasons why, and what was assumed
     */
    public record Line(
            ReadRow row,
            Kind kind,
            Outcome outcome,
            ItemDefinition before,
            ItemDefinition draft,
            ItemDefinition after,
            List<LocalizedMessage> reasons) {}

    /** How a row stands to the catalogue. */
    public enum Kind {
        ADDED,
        CHANGED,
        SAME,
        REFUSED
    }

    /**
     * Keeps a file that can be read.
     *
     * @return by which it is asked for, by members of this centre
     * @throws ProblemException {@code file-unreadable}, {@code file-columns}, {@code too-large}, {@code file-infected}
     */
    @RequiresPermission(CataloguePermission.IMPORT)
    public String offer(String fileName, InputStream content, CallContext context) {
        context.require(CataloguePermission.IMPORT);
        try {
            byte[] bytes = content.readNBytes(ItemFile.LARGEST + 1);
            imports.read(fileName, new ByteArrayInputStream(bytes), context);
            String name = TextRules.first(TextRules.cleaned(fileName), LONGEST_NAME);
            String sha256 = files.keep(new ByteArrayInputStream(bytes), ItemFile.LARGEST, context.withoutKey())
                    .sha256();
            if (files.states(Set.of(sha256), context).get(sha256) == FileState.INFECTED) {
                throw ProblemException.field(
                        DocumentError.FILE_INFECTED,
                        "file",
                        ProblemException.of(DocumentError.FILE_INFECTED).message());
            }
            String encoded =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
            return sha256 + "." + seal(sha256, name, context) + "." + encoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file that is to be taken at once. Where a scanner is to look at files, it is kept until one has, as one
     * that is shown first.
     *
     * @throws ProblemException {@code file-not-scanned}: the same may be sent again in a moment; {@code file-infected}
     */
    @RequiresPermission(CataloguePermission.IMPORT)
    public byte[] scanned(InputStream content, CallContext context) throws IOException {
        context.require(CataloguePermission.IMPORT);
        byte[] bytes = content.readNBytes(ItemFile.LARGEST + 1);
        String sha256 = Digests.sha256(bytes);
        FileState state = files.states(Set.of(sha256), context).get(sha256);
        if (state == FileState.NOT_SCANNED && bytes.length <= ItemFile.LARGEST) {
            files.keep(new ByteArrayInputStream(bytes), ItemFile.LARGEST, context.withoutKey());
        }
        state.require();
        return bytes;
    }

    /** Shows what a kept file would do now; {@code import-unknown} when it is not there any more. */
    @RequiresPermission(CataloguePermission.IMPORT)
    public Preview preview(String handle, boolean publish, CallContext context) {
        context.require(CataloguePermission.IMPORT);
        Kept kept = kept(handle, context);
        return imports.plan(kept.file(), publish, context, (plan, unit) -> told(handle, kept, publish, plan, unit));
    }

    /**
     * Takes a kept file.
     *
     * @param state of the preview that was shown
     * @throws ProblemException {@code changed-meanwhile} when the preview would now be another one; {@code
     *     import-unknown}
     */
    @RequiresPermission(CataloguePermission.IMPORT)
    public ImportReport confirm(String handle, boolean publish, String state, CallContext context) {
        context.require(CataloguePermission.IMPORT);
        if (publish) {
            context.require(CataloguePermission.PUBLISH);
        }
        Kept kept = kept(handle, context);
        ImportReport report = imports.take(kept.file(), kept.name(), publish, Optional.of(state), context);
        offers.changed(report.publishedCodes(), context);
        return report;
    }

    private record Kept(String name, ItemFile file) {}

    private Kept kept(String handle, CallContext context) {
        String[] parts = handle.split("\\.", -1);
        if (parts.length != 3) {
            throw unknown();
        }
        try {
            String name = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(bytes(seal(parts[0], name, context)), bytes(parts[1]))) {
                throw unknown();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.write(parts[0], bytes, context.withoutKey());
            return new Kept(name, imports.read(name, new ByteArrayInputStream(bytes.toByteArray()), context));
        } catch (IllegalArgumentException e) {
            throw unknown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only files that were offered here are read again, whatever else lies in the file store. */
    private String seal(String sha256, String name, CallContext context) {
        return cipher.searchDigest(context.tenant(), PURPOSE, sha256 + "\n" + name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                CatalogueError.IMPORT_UNKNOWN, LocalizedMessage.of(ImportPreviews.class, "preview.unknown"));
    }

    private Preview told(String handle, Kept kept, boolean publish, ImportPlan plan, UnitOfWork unit) {
        Map<String, ItemDefinition> before = new HashMap<>();
        Map<String, ItemDefinition> incoming = new LinkedHashMap<>();
        Set<String> keys = new TreeSet<>(items.used(MOST_MISSING, unit));
        for (Step step : plan.rows()) {
            String code = step.row().code();
            keys.remove(code);
            step.row().definition().ifPresent(definition -> {
                incoming.put(code, definition);
                if (step.before() != null) {
                    before.put(code, step.before());
                }
            });
        }
        TableComparison<ItemDefinition> comparison = TableComparison.of(before, keys, incoming);
        Map<String, TableComparison.Row<ItemDefinition>> compared = new HashMap<>();
        comparison.rows().forEach(row -> compared.put(row.key(), row));
        List<Line> lines = new ArrayList<>();
        plan.rows().forEach(step -> lines.add(line(step, compared.get(step.row().code()))));
        return new Preview(
                handle,
                kept.name(),
                publish,
                plan.state(kept.file().basis()),
                lines,
                comparison.missing(),
                kept.file().facts().notes(),
                questions(plan));
    }

    private static List<Question> questions(ImportPlan plan) {
        Map<Asked, Integer> rows = new LinkedHashMap<>();
        plan.rows().stream()
                .flatMap(step -> step.row().asked().stream().distinct())
                .forEach(asked -> rows.merge(asked, 1, Integer::sum));
        return rows.entrySet().stream()
                .map(each -> new Question(each.getKey().kind(), each.getKey().word(), each.getValue()))
                .toList();
    }

    private static Line line(Step step, TableComparison.Row<ItemDefinition> compared) {
        if (step.outcome() == Outcome.REFUSED) {
            return new Line(step.row(), Kind.REFUSED, step.outcome(), null, null, null, step.reasons());
        }
        Kind kind =
                switch (compared.change()) {
                    case ADDED -> Kind.ADDED;
                    case CHANGED -> Kind.CHANGED;
                    case SAME -> Kind.SAME;
                };
        ItemDefinition draft = Optional.ofNullable(step.replacedDraft())
                .filter(replaced -> !replaced.equals(compared.before()))
                .orElse(null);
        return new Line(step.row(), kind, step.outcome(), compared.before(), draft, compared.after(), step.reasons());
    }
}
