package org.yichuang.windows.internal.persistence;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.windows.internal.domain.Chained;

/** However many rows there are, nothing is cut off. */
public class WholeTest {
    private static final List<Chained> ALL = IntStream.range(0, 20_000)
            .mapToObj(number -> row(String.format("%05d", number)))
            .toList();

    private static Chained row(String id) {
        return new Chained() {
            @Override
            public String id() {
                return id;
            }
        };
    }

    private static List<Chained> part(int size, String after, int most) {
        return ALL.stream()
                .limit(size)
                .filter(each -> each.id().compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    @Test
    public void allPartsAreTaken() {
        for (int size : List.of(0, 1, 4999, 5000, 5001, 10_000, 20_000)) {
            assertEquals(ALL.subList(0, size), WindowsRows.<Chained>whole((after, most) -> part(size, after, most)));
        }
    }
}
