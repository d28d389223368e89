package org.yichuang.catalogue.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.Items.Newest;
import org.yichuang.catalogue.internal.persistence.OwnSearch;
import org.yichuang.catalogue.internal.persistence.OwnSearch.Kind;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.documents.api.Spreadsheets.Sheet;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Tenants;

/**
 * A centre's own items as a workbook in the columns of the import: what is taken out, changed and brought in again is
 * held against the catalogue as any other file. It holds what one import takes, and no more of it in memory than a part
 * of the items and the workbook.
 */
public class CatalogueExport {
    private static final int PART = 200;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final Spreadsheets spreadsheets;

    /** Over the catalogue of each centre. */
    public CatalogueExport(Transactions transactions, Tenants tenants, Items items, Spreadsheets spreadsheets) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.spreadsheets = spreadsheets;
    }

    /**
     * Writes the items in use whose texts have some words, in the order of their codes: what is published, else the
     * draft.
     *
     * @param words all of which must be found; empty for all items
     * @return a workbook (XLSX)
     * @throws ProblemException {@code too-large} for more items, or a larger file, than an import takes; {@code
     *     item-unknown} where there is none
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public byte[] write(String words, CallContext context) {
        context.require(CataloguePermission.VIEW);
        int most = FileImport.mostRows(tenants.get(context.tenant()));
        Rows rows = new Rows(words, most, context);
        if (!rows.hasNext()) {
            throw new ProblemException(
                    CatalogueError.ITEM_UNKNOWN, LocalizedMessage.of(CatalogueExport.class, "export.none"));
        }
        String name = LocalizedMessage.of(CatalogueExport.class, "export.sheet").zh();
        String title = LocalizedMessage.of(
                        CatalogueExport.class,
                        "export.title",
                        tenants.get(context.tenant()).name(),
                        context.today())
                .zh();
        BoundedOutput out = new BoundedOutput(most);
        spreadsheets.write(new Sheet(name, title, ItemFile.headings(), List.of()), rows, out);
        return out.toByteArray();
    }

    private List<ItemDefinition> part(OwnSearch search, String after, CallContext context) {
        return transactions.read(context, unit -> {
            List<CatalogueVersion> newest = items.newest(search, after, PART, unit).stream()
                    .map(Newest::version)
                    .toList();
            List<String> codes =
                    newest.stream().map(version -> version.definition().code()).toList();
            Map<String, CatalogueVersion> published = items.versions(codes, ItemVersion.State.PUBLISHED, unit);
            return newest.stream()
                    .map(CatalogueVersion::definition)
                    .map(item -> published.containsKey(item.code())
                            ? published.get(item.code()).definition()
                            : item)
                    .toList();
        });
    }

    private static ProblemException tooLarge(int most) {
        return new ProblemException(
                CommonError.TOO_LARGE,
                LocalizedMessage.of(CatalogueExport.class, "export.too-large", most, ItemFile.LARGEST >> 20));
    }

    /** Reads the items part by part. */
    private final class Rows implements Iterator<List<Object>> {
        private final OwnSearch search;
        private final CallContext context;
        private List<ItemDefinition> part = List.of();
        private int next;
        private int count;
        private boolean isLast;
        private final int most;

        Rows(String words, int most, CallContext context) {
            this.most = most;
            this.search = OwnSearch.of(words, Kind.USED);
            this.context = context;
        }

        @Override
        public boolean hasNext() {
            if (next == part.size() && !isLast) {
                String after = part.isEmpty() ? "" : part.get(next - 1).code();
                part = part(search, after, context);
                next = 0;
                isLast = part.size() < PART;
            }
            return next < part.size();
        }

        @Override
        public List<Object> next() {
            if (++count > most) {
                throw tooLarge(most);
            }
            List<Object> cells = new ArrayList<>(ItemFile.row(part.get(next++)));
            cells.replaceAll(cell -> cell.equals("") ? null : cell);
            return cells;
        }
    }

    /** A workbook that no import would take is not written to its end. */
    private static final class BoundedOutput extends ByteArrayOutputStream {
        private final int most;

        BoundedOutput(int most) {
            this.most = most;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            require(length);
            super.write(bytes, from, length);
        }

        @Override
        public synchronized void write(int value) {
            require(1);
            super.write(value);
        }

        private void require(int more) {
            if (count + more > ItemFile.LARGEST) {
                throw tooLarge(most);
            }
        }
    }
}
