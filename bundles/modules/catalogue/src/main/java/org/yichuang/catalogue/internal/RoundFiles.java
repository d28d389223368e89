package org.yichuang.catalogue.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.importing.RoundFile;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.Items.Newest;
import org.yichuang.catalogue.internal.persistence.OwnSearch;
import org.yichuang.catalogue.internal.persistence.OwnSearch.Kind;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.time.Limit;

/** Where a review round begins: the centre's present items, all of them kept, as a form and as a workbook. */
public class RoundFiles {
    private static final OwnSearch USED = OwnSearch.of("", Kind.USED);
    private static final int PART = 200;

    private final Transactions transactions;
    private final Items items;
    private final SpreadsheetReader reader;
    private final Spreadsheets spreadsheets;

    /** Over the catalogue of each centre. */
    public RoundFiles(Transactions transactions, Items items, SpreadsheetReader reader, Spreadsheets spreadsheets) {
        this.transactions = transactions;
        this.items = items;
        this.reader = reader;
        this.spreadsheets = spreadsheets;
    }

    /**
     * Returns the first items in use, as kept, in the order of their codes: what is published, else the draft.
     *
     * @param most no more than so many, at most 200
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<RoundItem> present(int most, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return part("", most, context);
    }

    /** Writes the items in use, as kept, as a workbook in which outcomes are changed; up to what a round takes. */
    @RequiresPermission(CataloguePermission.VIEW)
    public byte[] workbook(CallContext context) {
        context.require(CataloguePermission.VIEW);
        String name = LocalizedMessage.of(RoundFiles.class, "round.sheet").zh();
        String title =
                LocalizedMessage.of(RoundFiles.class, "round.sheet-title").zh();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(
                new Spreadsheets.Sheet(name, title, RoundFile.headings(), List.of()), new Rows(context), out);
        return out.toByteArray();
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException what is wrong with it, see {@link RoundFile#read}
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public List<RoundItem> read(String fileName, byte[] content, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        return RoundFile.read(reader, fileName, new ByteArrayInputStream(content));
    }

    private List<RoundItem> part(String after, int most, CallContext context) {
        return transactions.read(context, unit -> {
            List<ItemDefinition> newest = items.newest(USED, after, most, unit).stream()
                    .map(Newest::version)
                    .map(CatalogueVersion::definition)
                    .toList();
            Map<String, CatalogueVersion> published = items.versions(
                    newest.stream().map(ItemDefinition::code).toList(), ItemVersion.State.PUBLISHED, unit);
            return newest.stream()
                    .map(item -> published.containsKey(item.code())
                            ? published.get(item.code()).definition()
                            : item)
                    .map(RoundFiles::kept)
                    .toList();
        });
    }

    private static RoundItem kept(ItemDefinition item) {
        Integer promised = days(item.promisedLimit());
        boolean same = promised == null && item.kind() == CaseKind.INSTANT;
        return new RoundItem(
                item.code(),
                item.name(),
                item.type(),
                RoundOutcome.KEPT,
                "",
                days(item.statutoryLimit()),
                same ? Integer.valueOf(0) : promised,
                item.handling().approvalLevels());
    }

    private static Integer days(Limit limit) {
        return limit == null ? null : limit.amount();
    }

    /** Reads the items part by part. */
    private final class Rows implements Iterator<List<Object>> {
        private final CallContext context;
        private List<RoundItem> part = List.of();
        private int next;
        private int count;
        private boolean last;

        Rows(CallContext context) {
            this.context = context;
        }

        @Override
        public boolean hasNext() {
            if (next == part.size() && !last) {
                String after = part.isEmpty() ? "" : part.get(next - 1).code();
                part = part(after, PART, context);
                next = 0;
                last = part.size() < PART;
            }
            return next < part.size() && count < NewRound.MOST_ITEMS;
        }

        @Override
        public List<Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            count++;
            return RoundFile.row(part.get(next++));
        }
    }
}
