package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueSearch.Count;
import org.yichuang.catalogue.api.CatalogueSearch.Dimension;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.api.CatalogueSearch.Served;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.FeeWords;
import org.yichuang.kernel.api.Level;

/** Narrows what is found to what was asked for, and counts it by what it is. */
final class Facets {
    private static final int MOST_DEPARTMENTS = 50;

    private final Request wanted;
    private final int[] types = new int[ItemType.values().length];
    private final int[] levels = new int[Level.values().length];
    private final int[] kinds = new int[CaseKind.values().length];
    private final int[] audiences = new int[Served.values().length];
    private final int[] fees = new int[FeeWords.values().length];
    private final Map<String, Integer> departments = new HashMap<>();

    Facets(Request wanted) {
        this.wanted = wanted;
    }

    /** The items of one segment of the index, asked in ascending order. */
    final class Segment {
        private final NumericDocValues type;
        private final NumericDocValues level;
        private final NumericDocValues kind;
        private final NumericDocValues audience;
        private final NumericDocValues free;
        private final SortedDocValues department;
        private final int[] counts;
        private final int wantedDepartment;

        Segment(LeafReaderContext leaf) throws IOException {
            type = leaf.reader().getNumericDocValues(ItemDocuments.TYPE);
            level = leaf.reader().getNumericDocValues(ItemDocuments.LEVEL);
            kind = leaf.reader().getNumericDocValues(ItemDocuments.KIND);
            audience = leaf.reader().getNumericDocValues(ItemDocuments.AUDIENCE);
            free = leaf.reader().getNumericDocValues(ItemDocuments.FREE);
            department = leaf.reader().getSortedDocValues(ItemDocuments.DEPARTMENT);
            counts = new int[department.getValueCount()];
            wantedDepartment = wanted.department().isPresent()
                    ? department.lookupTerm(new BytesRef(wanted.department().get()))
                    : -1;
        }

        /** Counts an item if it is what was asked for, and tells whether it is. */
        boolean take(int item) throws IOException {
            long itsAudience = value(audience, item);
            department.advanceExact(item);
            if (!isWanted(item, itsAudience)) {
                return false;
            }
            types[(int) type.longValue()]++;
            levels[(int) level.longValue()]++;
            kinds[(int) kind.longValue()]++;
            fees[(int) free.longValue()]++;
            counts[department.ordValue()]++;
            for (int i = 0; i < audiences.length; i++) {
                audiences[i] += (int) (itsAudience >> i & 1);
            }
            return true;
        }

        private boolean isWanted(int item, long itsAudience) throws IOException {
            long itsType = value(type, item);
            long itsLevel = value(level, item);
            long itsKind = value(kind, item);
            long isFree = value(free, item);
            return (wanted.department().isEmpty() || wantedDepartment == department.ordValue())
                    && wanted.type().filter(each -> each.ordinal() != itsType).isEmpty()
                    && wanted.exerciseLevel()
                            .filter(each -> each.ordinal() != itsLevel)
                            .isEmpty()
                    && wanted.kind().filter(each -> each.ordinal() != itsKind).isEmpty()
                    && wanted.free()
                            .filter(each -> isFree != (each ? FeeWords.FREE : FeeWords.CHARGED).ordinal())
                            .isEmpty()
                    && wanted.audience()
                            .filter(each -> (itsAudience >> each.ordinal() & 1) == 0)
                            .isEmpty();
        }

        private static long value(NumericDocValues values, int item) throws IOException {
            values.advanceExact(item);
            return values.longValue();
        }

        /** Ends the segment. */
        void close() throws IOException {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    departments.merge(department.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
                }
            }
        }
    }

    Map<Dimension, List<Count>> counts() {
        Map<Dimension, List<Count>> all = new EnumMap<>(Dimension.class);
        all.put(Dimension.AUDIENCE, listed(audiences, i -> Served.values()[i].name()));
        all.put(Dimension.TYPE, listed(types, i -> ItemType.values()[i].code()));
        all.put(Dimension.LEVEL, listed(levels, i -> Level.values()[i].key()));
        all.put(Dimension.KIND, listed(kinds, i -> CaseKind.values()[i].name()));
        all.put(Dimension.FREE, told(fees));
        all.put(
                Dimension.DEPARTMENT,
                sorted(departments.entrySet().stream()
                        .filter(each -> !each.getKey().isEmpty())
                        .map(each -> new Count(each.getKey(), each.getValue()))
                        .toList()));
        return all;
    }

    /** Of whose fee nothing is said, nothing is told. */
    private static List<Count> told(int[] fees) {
        return Stream.of(FeeWords.FREE, FeeWords.CHARGED)
                .filter(each -> fees[each.ordinal()] > 0)
                .map(each -> new Count(Boolean.toString(each == FeeWords.FREE), fees[each.ordinal()]))
                .sorted(Comparator.comparingInt(Count::items).reversed())
                .toList();
    }

    private static List<Count> listed(int[] counts, IntFunction<String> name) {
        List<Count> listed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                listed.add(new Count(name.apply(i), counts[i]));
            }
        }
        return sorted(listed);
    }

    private static List<Count> sorted(List<Count> counts) {
        return counts.stream()
                .sorted(Comparator.comparingInt(Count::items).reversed().thenComparing(Count::value))
                .limit(MOST_DEPARTMENTS)
                .toList();
    }
}
